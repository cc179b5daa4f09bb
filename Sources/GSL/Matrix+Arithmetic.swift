internal import CGSL

extension Matrix {
  /// The largest absolute entry, 0 for an empty matrix, NaN if any entry is.
  public var largestMagnitude: Double { elements.withUnsafeBufferPointer(\.largestMagnitude) }

  /// Whether all entries are finite.
  public var isFinite: Bool { largestMagnitude.isFinite }

  /// The Frobenius norm, √Σ aᵢⱼ².
  public var frobeniusNorm: Double { sumOfSquares.squareRoot() }

  /// Σ aᵢⱼ². Four independent sums each take every fourth entry, so that they can be computed in parallel.
  public var sumOfSquares: Double {
    elements.withUnsafeBufferPointer { entries in
      var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
      var index = 0
      while index + 4 <= entries.count {
        first += entries[index] * entries[index]
        second += entries[index + 1] * entries[index + 1]
        third += entries[index + 2] * entries[index + 2]
        fourth += entries[index + 3] * entries[index + 3]
        index += 4
      }
      while index < entries.count {
        first += entries[index] * entries[index]
        index += 1
      }
      return (first + second) + (third + fourth)
    }
  }

  /// The sum of two matrices of one shape.
  public static func + (left: Matrix, right: Matrix) -> Matrix { left.combined(with: right, +) }

  /// The difference of two matrices of one shape.
  public static func - (left: Matrix, right: Matrix) -> Matrix { left.combined(with: right, -) }

  /// The matrix with every entry multiplied by a number.
  public static func * (factor: Double, matrix: Matrix) -> Matrix {
    var result = matrix
    result.elements = matrix.elements.map { factor * $0 }
    return result
  }

  /// The matrix product; `left` has as many columns as `right` has rows.
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    var result = Matrix(rows: left.rows, columns: right.columns)
    result.setProduct(left, right)
    return result
  }

  /// One matrix or its transpose, as a factor of a product.
  public struct Factor {
    let matrix: Matrix
    let isTransposed: Bool

    var rows: Int { isTransposed ? matrix.columns : matrix.rows }
    var columns: Int { isTransposed ? matrix.rows : matrix.columns }
  }

  /// The transpose as a factor of a product; a left factor is read in place.
  public var transposedFactor: Factor { Factor(matrix: self, isTransposed: true) }

  /// C ← αAB + βC.
  ///
  /// Sums of very many terms are computed in parts (`DenseProduct.inParts`).
  ///
  /// - Complexity: O(m·k·n) for an m × k and a k × n factor; no allocation up to k = 256, unless `right` is transposed: that is copied.
  public mutating func setProduct(_ left: Factor, _ right: Factor, scale: Double = 1, adding retained: Double = 0) {
    precondition(left.columns == right.rows && rows == left.rows && columns == right.columns, "shapes must agree")
    guard !elements.isEmpty else { return }
    guard left.columns > 0 else {
      self = retained * self
      return
    }
    if right.isTransposed {
      return setProduct(
        left, Factor(matrix: right.matrix.transposed, isTransposed: false), scale: scale, adding: retained)
    }
    let factor = left.matrix
    let product = DenseProduct(
      rows: rows, inner: left.columns, columns: columns,
      leftStrides: left.isTransposed ? (1, factor.columns) : (factor.columns, 1), scale: scale, retained: retained)
    factor.elements.withUnsafeBufferPointer { left in
      right.matrix.elements.withUnsafeBufferPointer { right in
        elements.withUnsafeMutableBufferPointer { result in
          guard let left = left.baseAddress, let right = right.baseAddress, let result = result.baseAddress else {
            return
          }
          product.inParts(left, right, into: result)
        }
      }
    }
  }

  /// C ← αAB + βC for factors that are not transposed.
  public mutating func setProduct(_ left: Matrix, _ right: Matrix, scale: Double = 1, adding retained: Double = 0) {
    setProduct(
      Factor(matrix: left, isTransposed: false), Factor(matrix: right, isTransposed: false), scale: scale,
      adding: retained)
  }

  /// C ← αABᵀ + βC.
  public mutating func setProduct(_ left: Matrix, _ right: Factor, scale: Double = 1, adding retained: Double = 0) {
    setProduct(Factor(matrix: left, isTransposed: false), right, scale: scale, adding: retained)
  }

  /// C ← αAᵀB + βC.
  public mutating func setProduct(_ left: Factor, _ right: Matrix, scale: Double = 1, adding retained: Double = 0) {
    setProduct(left, Factor(matrix: right, isTransposed: false), scale: scale, adding: retained)
  }

  /// A ← A + αB for matrices of one shape, in place.
  public mutating func add(_ scale: Double, times other: Matrix) {
    combine(other) { $0 + scale * $1 }
  }

  /// A ← α(B − C) for matrices of one shape, in place.
  ///
  /// - Returns: ‖B − C‖², in sixteen sums that each take every sixteenth entry.
  /// - Complexity: O(rows · columns), no allocation.
  public mutating func setDifference(_ left: Matrix, _ right: Matrix, scale: Double = 1) -> Double {
    precondition(left.rows == rows && left.columns == columns, "shapes must agree")
    precondition(right.rows == rows && right.columns == columns, "shapes must agree")
    return left.elements.withUnsafeBufferPointer { left in
      right.elements.withUnsafeBufferPointer { right in
        elements.withUnsafeMutableBufferPointer { result in
          guard let left = left.baseAddress, let right = right.baseAddress, let to = result.baseAddress else {
            return 0
          }
          return dlnn_difference(left, right, scale, to, result.count)
        }
      }
    }
  }

  /// A ← αB for matrices of one shape, in place.
  public mutating func set(_ scale: Double, times other: Matrix) {
    combine(other) { scale * $1 }
  }

  /// A ← Bᵀ, in place.
  public mutating func setTransposed(_ other: Matrix) {
    precondition(other.rows == columns && other.columns == rows, "shapes must agree")
    let (rows, columns) = (rows, columns)
    other.elements.withUnsafeBufferPointer { other in
      elements.withUnsafeMutableBufferPointer { result in
        guard let from = other.baseAddress, let to = result.baseAddress else { return }
        dlnn_transpose(from, to, rows, columns)
      }
    }
  }

  @inline(__always)
  private mutating func combine(_ other: Matrix, _ operation: (Double, Double) -> Double) {
    precondition(other.rows == rows && other.columns == columns, "shapes must agree")
    other.elements.withUnsafeBufferPointer { other in
      elements.withUnsafeMutableBufferPointer { result in
        for index in result.indices { result[index] = operation(result[index], other[index]) }
      }
    }
  }

  private func combined(with other: Matrix, _ operation: (Double, Double) -> Double) -> Matrix {
    precondition(rows == other.rows && columns == other.columns, "shapes must agree")
    var result = self
    result.elements = zip(elements, other.elements).map(operation)
    return result
  }
}

extension UnsafeBufferPointer<Double> {
  /// The largest absolute value; 0 for an empty list, NaN if any number is.
  ///
  /// Four independent maxima each take every fourth number, so that they can be computed in parallel.
  var largestMagnitude: Double {
    // Written so that NaN counts as larger.
    @inline(__always)
    func larger(_ largest: Double, _ next: Double) -> Double {
      next.magnitude <= largest || largest.isNaN ? largest : next.magnitude
    }
    var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
    var index = 0
    while index + 4 <= count {
      first = larger(first, self[index])
      second = larger(second, self[index + 1])
      third = larger(third, self[index + 2])
      fourth = larger(fourth, self[index + 3])
      index += 4
    }
    while index < count {
      first = larger(first, self[index])
      index += 1
    }
    return larger(larger(first, second), larger(third, fourth))
  }
}
