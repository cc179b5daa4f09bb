import TestSupport
import Testing

@testable import GSL

@Suite struct SingularValuesTests {
  /// Shapes that are rotated in parallel, and larger ones.
  static let shapes = [(38, 8), (8, 38), (8, 8), (1, 1), (1, 7), (300, 3), (5, 5), (33, 33), (70, 40), (40, 70)]

  /// Each step is backward stable: the error is some roundings of the largest value for each row.
  @Test(arguments: shapes)
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

  /// Many matrices at once, of very different sizes, give the same as each alone; the last lanes may be empty.
  @Test(arguments: shapes, [1, 7, 8, 19])
  func manyAreThoseOfEach(shape: (rows: Int, columns: Int), count: Int) throws {
    let (rows, columns) = shape
    let matrices = (0..<count).map { index in
      [1, 1e-200, 0, 1e150, 1e-24][index % 5] * scatteredMatrix(rows: rows, columns: columns, seed: UInt64(index))
    }
    var values = SingularValues(rows: rows, columns: columns)
    let found = try values.compute(each: matrices.flatMap(\.elements)[...])
    let size = min(rows, columns)
    #expect(found.count == count * size)
    for (index, matrix) in matrices.enumerated() {
      let expected = try SingularValueDecomposition(matrix).singularValues
      let ours = Array(found[index * size..<(index + 1) * size])
      #expect(ours == ours.sorted(by: >))
      #expect(largestDifference(ours, expected) <= 1e-14 * (expected.first ?? 0) * Double(max(rows, columns)))
    }
    // Together with others a matrix has the same values, bit by bit.
    let last = try values.compute(each: matrices[count - 1].elements[...])
    #expect(last == Array(found.suffix(size)))
  }

  /// Eight triangles at once are those of one matrix after the other, bit by bit, and on every processor: also with columns whose
  /// squares vanish, columns that depend on others, columns of zeros, and with more rows than are reduced at once.
  @Test(arguments: [(38, 8), (8, 38), (300, 3), (130, 32), (5, 4), (64, 2), (9, 1)])
  func manyTrianglesAreThoseOfEach(rows: Int, columns: Int) throws {
    let size = min(rows, columns)
    let matrices = (0..<19).map { index in
      let rank = [size, size, max(1, size / 2), 1][index % 4]
      var matrix =
        scatteredMatrix(rows: rows, columns: rank, seed: UInt64(index))
        * scatteredMatrix(rows: rank, columns: columns, seed: UInt64(index + 100))
      for row in 0..<rows where index % 5 > 1 {
        // A tiny column, and one of zeros.
        matrix[row, 0] *= index % 5 == 2 ? 1e-12 : index % 5 == 3 ? 1e-200 : 0
      }
      return matrix
    }
    var values = SingularValues(rows: rows, columns: columns)
    let entries = matrices.flatMap(\.elements)[...]
    let found = try values.compute(each: entries)
    for method in [DenseProduct.Method.wideKernel, .plainKernel] {
      #expect(try values.compute(each: entries, by: method) == found)
    }
    for (index, matrix) in matrices.enumerated() {
      let (triangle, scale) = try matrix.elements.withUnsafeBufferPointer { try values.square($0) }
      var single = SingularValues(rows: size, columns: size)
      let expected = try single.compute(each: triangle.elements[...]).map { scale * $0 }
      #expect(Array(found[index * size..<(index + 1) * size]) == expected)
    }
  }

  /// One matrix that is not finite is an error, in any lane and at any place.
  @Test(arguments: [0, 5, 8], [Double.nan, .infinity, -.infinity])
  func oneOfManyIsNotFinite(index: Int, entry: Double) {
    for place in [0, 7, 30, 31] {
      var entries = (0..<9).flatMap { scatteredMatrix(rows: 8, columns: 4, seed: UInt64($0)).elements }
      entries[index * 32 + place] = entry
      var values = SingularValues(rows: 8, columns: 4)
      #expect(throws: GSLError.self) { try values.compute(each: entries[...]) }
    }
  }

  /// Values that coincide, values that vanish, and values that differ by twelve orders of magnitude.
  @Test(
    arguments: [
      [1, 1, 1, 1, 1, 1, 1, 1], [3, 3, 2, 2, 0, 0, 0, 0], [1, 1e-3, 1e-6, 1e-9, 1e-12, 0, 0, 0],
      [1e-12, 1e-9, 1e-6, 1e-3, 1, 1e-15, 1, 1],
    ] as [[Double]], [8, 40])
  func known(values: [Double], size: Int) throws {
    let expected = (values + [Double](repeating: 0.5, count: size - values.count))
    // Orthogonal factors on both sides, from decompositions of random matrices.
    let left = try SingularValueDecomposition(scatteredMatrix(rows: size, columns: size, seed: 1)).left
    let right = try SingularValueDecomposition(scatteredMatrix(rows: size, columns: size, seed: 2)).left
    var scaled = left
    for row in 0..<size {
      for column in 0..<size { scaled[row, column] *= expected[column] }
    }
    let matrix = scaled * right.transposed
    var singular = SingularValues(rows: size, columns: size)
    let found = try singular.compute(each: matrix.elements[...])
    let tolerance = 1e-15 * Double(size) * (expected.max() ?? 0)
    #expect(largestDifference(found, expected.sorted(by: >)) < tolerance)
    try singular.compute(matrix)
    #expect(largestDifference(singular.values, expected.sorted(by: >)) < tolerance)
  }

  /// Two diagonals have the singular values of the matrix; sizes on both sides of a whole number of vectors.
  @Test(arguments: [1, 2, 3, 7, 8, 9, 16, 33, 71])
  func bidiagonalization(size: Int) throws {
    for rank in [size, size / 2] {
      let matrix =
        scatteredMatrix(rows: size, columns: rank, seed: 5) * scatteredMatrix(rows: rank, columns: size, seed: 6)
      let scaled = (1 / matrix.largestMagnitude.exponentPowerOfTwo) * matrix
      var both = Bidiagonalization(size: size)
      both.reduce(scaled)
      let first = both
      var bands = Matrix(rows: size, columns: size)
      for index in 0..<size { bands[index, index] = both.diagonal[index] }
      for index in 0..<size - 1 { bands[index, index + 1] = both.superdiagonal[index] }
      let expected = try SingularValueDecomposition(scaled).singularValues
      let found = try SingularValueDecomposition(bands).singularValues
      #expect(largestDifference(found, expected) <= 1e-15 * Double(4 * size) * (expected.first ?? 0))
      // What an earlier matrix left does not matter.
      both.reduce(scatteredMatrix(rows: size, columns: size, seed: 8))
      both.reduce(scaled)
      #expect(both.diagonal == first.diagonal && both.superdiagonal == first.superdiagonal)
    }
  }

  /// Entries whose squares underflow count as zeros, and cause no errors.
  @Test func bidiagonalWithTinyEntries() {
    var (diagonal, superdiagonal) = ([1.0, 1e-170, 1e-170, 0.5], [0.0, 1e-170, 1e-160])
    let hasConverged = diagonal.withUnsafeMutableBufferPointer { diagonal in
      superdiagonal.withUnsafeMutableBufferPointer { BidiagonalSingularValues.compute(diagonal, $0) }
    }
    #expect(hasConverged && diagonal == [1, 0.5, 0, 0])
  }

  /// Zeros on the diagonal, at the beginning, within and at the end, are split off in one sweep.
  @Test(arguments: [0, 2, 4])
  func bidiagonalWithAZero(place: Int) throws {
    var diagonal = [1.0, 2, 3, 4, 5]
    diagonal[place] = 0
    var superdiagonal = [0.5, 0.25, 1, 2]
    var matrix = Matrix(rows: 5, columns: 5)
    for index in 0..<5 { matrix[index, index] = diagonal[index] }
    for index in 0..<4 { matrix[index, index + 1] = superdiagonal[index] }
    let expected = try SingularValueDecomposition(matrix).singularValues
    let hasConverged = diagonal.withUnsafeMutableBufferPointer { diagonal in
      superdiagonal.withUnsafeMutableBufferPointer { BidiagonalSingularValues.compute(diagonal, $0) }
    }
    #expect(hasConverged && largestDifference(diagonal, expected) < 1e-14)
  }
}
