public import GSL

/// Whether two numbers differ by at most a tolerance; false for NaN.
public func isApproximately(_ left: Double, _ right: Double, within tolerance: Double) -> Bool {
  (left - right).magnitude <= tolerance
}

/// The largest absolute difference between two lists of one length; infinite when the lengths differ.
public func largestDifference(_ left: [Double], _ right: [Double]) -> Double {
  guard left.count == right.count else { return .infinity }
  return zip(left, right).reduce(0) { largest, pair in
    let difference = (pair.0 - pair.1).magnitude
    return difference.isNaN ? .infinity : max(largest, difference)
  }
}

/// The largest absolute difference between two matrices; infinite when the shapes differ.
public func largestDifference(_ left: Matrix, _ right: Matrix) -> Double {
  guard left.rows == right.rows, left.columns == right.columns else { return .infinity }
  return largestDifference(left.elements, right.elements)
}

/// A matrix of numbers without structure, from a small linear congruence: the same on every machine.
public func scatteredMatrix(rows: Int, columns: Int, seed: UInt64 = 1) -> Matrix {
  var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
  return Matrix(
    rows: rows, columns: columns,
    elements: (0..<rows * columns).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(Int64(bitPattern: state) >> 11) * 0x1p-52
    })
}
