import GSL
import TestSupport
import Testing

@Suite struct TriangularFactorTests {
  /// RᵀR = AᵀA for any blocks of A; 1e-12 is a small multiple of 2⁻⁵² times ‖A‖².
  @Test(arguments: [(6, 4), (4, 4), (1, 1), (500, 38), (3, 5), (200, 17), (150, 70), (90, 100)], [1, 3, 64, 1000])
  func hasTheSquareOfTheMatrix(shape: (rows: Int, columns: Int), blockSize: Int) throws {
    let matrix = scatteredMatrix(rows: shape.rows, columns: shape.columns)
    var factor = TriangularFactor(columns: shape.columns)
    for start in stride(from: 0, to: shape.rows, by: blockSize) {
      var block = matrix.transposed.columns(start..<min(start + blockSize, shape.rows)).transposed
      factor.add(&block)
    }
    let triangle = factor.triangle
    for row in 0..<shape.columns { #expect((0..<row).allSatisfy { triangle[row, $0] == 0 }) }
    let square = matrix.transposed * matrix
    #expect(largestDifference(triangle.transposed * triangle, square) <= 1e-12 * square.largestMagnitude)
  }

  /// The singular values are those of the matrix: R keeps the small ones, which AᵀA would lose by squaring.
  @Test func keepsSmallSingularValues() throws {
    var matrix = scatteredMatrix(rows: 60, columns: 4)
    for row in 0..<60 { matrix[row, 3] = matrix[row, 0] + 1e-10 * matrix[row, 3] }
    let expected = try SingularValueDecomposition(matrix).singularValues
    let values = try SingularValueDecomposition(TriangularFactor(of: matrix).triangle).singularValues
    // A value of 1e-10 of the largest, correct to 1e-15 of the largest.
    #expect(largestDifference(values, expected) < 1e-15 * 60 * expected[0])
    #expect(expected[3] > 1e-11)
  }

  /// Columns of zeros, columns that depend on others, and columns whose squares vanish or overflow.
  @Test(arguments: [0, 1, 1e-170, 1e170, 1e-300] as [Double])
  func survivesColumnsOfAnySize(size: Double) throws {
    var matrix = scatteredMatrix(rows: 40, columns: 5)
    for row in 0..<40 {
      matrix[row, 0] *= size
      matrix[row, 3] = 2 * matrix[row, 1]
    }
    let triangle = TriangularFactor(of: matrix).triangle
    #expect(triangle.isFinite)
    // Columns of R are as long as those of A, and as far apart in angle.
    func product(_ columns: Matrix, _ one: Int, _ other: Int) -> Double {
      let (left, right) = (columns.column(one), columns.column(other))
      let unit = one == 0 && size != 0 ? size : 1
      return zip(left, right).reduce(0) { $0 + ($1.0 / unit) * ($1.1 / (other == 0 && size != 0 ? size : 1)) }
    }
    for (one, other) in [(0, 0), (0, 1), (0, 4), (1, 3), (3, 3), (2, 4)] {
      #expect(isApproximately(product(triangle, one, other), product(matrix, one, other), within: 1e-12))
    }
  }

  /// Later blocks with columns that are tiny compared with the current triangle, and the opposite: nothing overflows, and the
  /// squares that matter are kept.
  @Test(arguments: [1e-111, 1e-170, 1e-231, 1e-308, 0, 1e150] as [Double])
  func survivesBlocksOfVeryDifferentSizes(size: Double) {
    var factor = TriangularFactor(of: 24 * scatteredMatrix(rows: 9, columns: 5))
    let before = factor.triangle
    var block = size * scatteredMatrix(rows: 80, columns: 5, seed: 3)
    factor.add(&block)
    #expect(factor.triangle.isFinite)
    let unit = max(24, size)
    func square(_ matrix: Matrix) -> Matrix { (1 / unit * matrix).transposed * (1 / unit * matrix) }
    let expected = square(before) + square(size * scatteredMatrix(rows: 80, columns: 5, seed: 3))
    #expect(largestDifference(square(factor.triangle), expected) < 1e-12)
  }

  /// More columns than are eliminated one by one, some of them zeros, tiny, large, or dependent on others: the triangle has the
  /// products of the columns, each in its own unit.
  @Test(arguments: [1e-300, 1e-170, 1e-30, 1, 1e170] as [Double])
  func manyColumnsOfAnySize(size: Double) {
    let (rows, columns) = (130, 100)
    var matrix = scatteredMatrix(rows: rows, columns: columns)
    var units = [Double](repeating: 1, count: columns)
    for column in [0, 31, 32, 50, 99] { units[column] = size }
    var expected = matrix
    for row in 0..<rows {
      for column in [40, 70] { matrix[row, column] = column == 40 ? 0 : 3 * matrix[row, 33] }
      for column in 0..<columns {
        expected[row, column] = matrix[row, column]
        matrix[row, column] *= units[column]
      }
    }
    var triangle = TriangularFactor(of: matrix).triangle
    #expect(triangle.isFinite)
    for row in 0..<columns { for column in 0..<columns { triangle[row, column] /= units[column] } }
    let square = expected.transposed * expected
    #expect(largestDifference(triangle.transposed * triangle, square) <= 1e-12 * square.largestMagnitude)
  }

  /// A tall matrix is divided into parts. The triangle is the same whether it comes as a whole, transposed, or in blocks, and
  /// that of one part after the other up to rounding.
  @Test(arguments: [(3000, 12), (2100, 70), (600, 5)])
  func partsOfTallMatrices(rows: Int, columns: Int) {
    let matrix = scatteredMatrix(rows: rows, columns: columns)
    let whole = TriangularFactor(of: matrix).triangle
    #expect(TriangularFactor(ofTransposed: matrix.transposed).triangle == whole)
    var factors = TriangularFactors(rows: rows, columns: columns)
    for start in stride(from: 0, to: rows, by: 79) {
      var block = matrix.rows(start..<min(start + 79, rows))
      factors.add(&block, rows: block.rows)
    }
    var single = TriangularFactor(columns: columns)
    var all = matrix
    single.add(&all)
    for triangle in [factors.whole().triangle, single.triangle] {
      // Rows of R are determined up to their signs.
      #expect(
        largestDifference(triangle.transposed * triangle, whole.transposed * whole)
          <= 1e-12 * Double(rows) * matrix.largestMagnitude * matrix.largestMagnitude)
    }
  }

  @Test func forgets() {
    var factor = TriangularFactor(of: scatteredMatrix(rows: 7, columns: 3))
    factor.reset()
    #expect(factor.triangle == Matrix(rows: 3, columns: 3))
    var block = scatteredMatrix(rows: 7, columns: 3, seed: 2)
    factor.add(&block, rows: 5)
    let first = scatteredMatrix(rows: 7, columns: 3, seed: 2).transposed.columns(0..<5).transposed
    #expect(factor.triangle == TriangularFactor(of: first).triangle)
  }
}

@Suite struct TriangularSystemTests {
  private func triangle(_ size: Int) -> Matrix {
    TriangularFactor(of: scatteredMatrix(rows: 2 * size, columns: size)).triangle
  }

  /// The residual of a backward stable solution is a small multiple of 2⁻⁵² times ‖R‖‖x‖.
  @Test(arguments: [1, 2, 7, 38])
  func solves(size: Int) throws {
    let triangle = triangle(size)
    let system = try TriangularSystem(triangle)
    let right = scatteredMatrix(rows: size, columns: 3, seed: 9)
    #expect(largestDifference(triangle * (try system.solve(right)), right) < 1e-13)
    let row = right.column(0)
    let solution = Matrix(rows: size, columns: 1, elements: try system.solveTransposed(row))
    #expect(largestDifference((triangle.transposed * solution).elements, row) < 1e-13)
  }

  /// Units of columns do not matter: a column of size 1e-12 does not count as dependent.
  @Test func doesNotDependOnUnits() throws {
    var triangle = triangle(5)
    for row in 0..<5 { triangle[row, 2] *= 1e-12 }
    let expected = Matrix(rows: 5, columns: 1, elements: [1, -2, 3, 4, -5])
    let found = try TriangularSystem(triangle).solve(triangle * expected)
    #expect(largestDifference(found, expected) < 1e-3)
    let back = triangle * found
    #expect(largestDifference(back, triangle * expected) < 1e-13)
  }

  /// A singular triangle: equations in its span are solved, with the shortest solution.
  @Test func takesTheShortestSolutionOfASingularSystem() throws {
    var matrix = scatteredMatrix(rows: 30, columns: 4)
    for row in 0..<30 {
      matrix[row, 2] = matrix[row, 0]
      matrix[row, 3] = 0
    }
    let triangle = TriangularFactor(of: matrix).triangle
    let system = try TriangularSystem(triangle)
    // A row of the matrix is in the span of Rᵀ.
    let solution = try system.solveTransposed(matrix.row(11))
    let found = triangle.transposed * Matrix(rows: 4, columns: 1, elements: solution)
    #expect(largestDifference(found.elements, matrix.row(11)) < 1e-13)
    let right = triangle * Matrix(rows: 4, columns: 1, elements: [1, 2, 3, 4])
    let coefficients = try system.solve(right)
    #expect(largestDifference(triangle * coefficients, right) < 1e-13)
    #expect(isApproximately(coefficients[0, 0], coefficients[2, 0], within: 1e-13))
  }

  @Test func refusesWhatIsNotFinite() {
    #expect(throws: GSLError.self) { try TriangularSystem(Matrix(rows: 2, columns: 2, repeating: .infinity)) }
  }

  /// Below its own rank a block of 64 rows leaves rounding that shrinks by 1e-16 every 64 columns. From 1e-280 on it is below
  /// normal numbers after two blocks' worth of them, as that of ordinary numbers is after twenty.
  @Test func whatIsLeftOfABlockMayVanish() throws {
    let matrix = scatteredMatrix(rows: 330, columns: 300)
    let tiny = 1e-280 * matrix
    let triangle = TriangularFactor(of: tiny).triangle
    #expect(triangle.isFinite)
    let (values, expected) = (
      try SingularValueDecomposition(1e280 * triangle).singularValues,
      try SingularValueDecomposition(matrix).singularValues
    )
    // Both are correct to a few hundred roundings of the largest.
    #expect(largestDifference(values, expected) < 1e-12 * expected[0])
  }
}
