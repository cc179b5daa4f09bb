import TestSupport
import Testing

@testable import GSL

/// The products of release builds against GSL's BLAS, which debug builds (and so these tests) use: the same bits.
@Suite struct DenseProductTests {
  @Test(arguments: [
    (1, 1, 1), (2, 3, 8), (3, 5, 7), (38, 30, 8), (30, 38, 8), (38, 8, 30), (5, 1, 15), (7, 9, 13), (4, 0, 3),
    (9, 4, 22),
  ])
  func agreesWithBLASToTheLastBit(rows: Int, inner: Int, columns: Int) {
    let right = scatteredMatrix(rows: inner, columns: columns, seed: 2)
    for isTransposed in [false, true] {
      let left = scatteredMatrix(rows: isTransposed ? inner : rows, columns: isTransposed ? rows : inner, seed: 3)
      for (scale, retained) in [(1.0, 0.0), (-1, 1), (0.37, 1), (2, -0.5)] {
        var expected = scatteredMatrix(rows: rows, columns: columns, seed: 4)
        var result = expected
        if isTransposed {
          expected.setProduct(left.transposedFactor, right, scale: scale, adding: retained)
        } else {
          expected.setProduct(left, right, scale: scale, adding: retained)
        }
        let product = DenseProduct(
          rows: rows, inner: inner, columns: columns, leftStrides: isTransposed ? (1, rows) : (inner, 1), scale: scale,
          retained: retained)
        // An empty factor has no address; nothing is read through this one.
        let nothing = [0.0]
        (left.elements + nothing).withUnsafeBufferPointer { left in
          (right.elements + nothing).withUnsafeBufferPointer { right in
            result.elements.withUnsafeMutableBufferPointer { result in
              product.compute(left.baseAddress!, right.baseAddress!, into: result.baseAddress!)
            }
          }
        }
        #expect(result == expected)
      }
    }
  }

  /// What is there does not matter where nothing of it is retained, not even if it is no number.
  @Test func replacesWhatIsNoNumber() {
    var result = [Double](repeating: .nan, count: 9)
    DenseProduct(rows: 1, inner: 1, columns: 9, leftStrides: (1, 1), scale: 1, retained: 0)
      .compute([2], [Double](repeating: 3, count: 9), into: &result)
    #expect(result == [Double](repeating: 6, count: 9))
  }
}

@Suite struct SingularValuesTests {
  /// The triangle has the matrix's singular values; 1e-14 is a few roundings of the largest.
  @Test(arguments: [(38, 8), (8, 38), (8, 8), (1, 1), (1, 7), (300, 3)])
  func areThoseOfTheDecomposition(rows: Int, columns: Int) throws {
    var values = SingularValues(rows: rows, columns: columns)
    for (seed, scale) in [(1, 1.0), (2, 1e-24), (3, 1e100), (4, 0)] {
      let matrix = scale * scatteredMatrix(rows: rows, columns: columns, seed: UInt64(seed))
      try values.compute(matrix)
      let expected = try SingularValueDecomposition(matrix).singularValues
      #expect(largestDifference(values.values, expected) <= 1e-14 * (expected.first ?? 0) * Double(max(rows, columns)))
    }
    #expect(throws: GSLError.self) { try values.compute(Matrix(rows: rows, columns: columns, repeating: .nan)) }
  }
}
