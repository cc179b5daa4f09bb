import GSL
import TestSupport
import Testing

/// 6 × 4, of full rank; the expected numbers are from NumPy (numpy.linalg, 2.4).
private let example = Matrix([
  [-5, -2, -4, 0], [2, 5, 3, -4], [-2, 1, -1, 3], [5, -3, -5, -1], [1, 4, 2, -5], [-3, 0, -2, 2],
])
private let targets = Matrix([[-3, -1], [2, -3], [0, 2], [-2, 0], [3, -2], [1, 3]])

/// Backward errors of these methods are a small multiple of 2⁻⁵² times the norm; 1e-12 leaves room for the size.
private let tolerance = 1e-12

@Suite struct SingularValueDecompositionTests {
  @Test func agreesWithNumPy() throws {
    let values = try SingularValueDecomposition(example).singularValues
    let expected = [11.67400795864341, 8.191965692748544, 5.09545467186315, 2.7650638251854462]
    #expect(largestDifference(values, expected) < tolerance)
  }

  /// Rows of zeros at the end change nothing but the length of the left vectors; the other way round for wide matrices.
  @Test func rowsOfZerosAtTheEnd() throws {
    for shape in [(6, 4), (3, 5)] {
      let matrix = scatteredMatrix(rows: shape.0, columns: shape.1)
      let zeros = [Double](repeating: 0, count: 7 * shape.1)
      let longer = Matrix(rows: shape.0 + 7, columns: shape.1, elements: matrix.elements + zeros)
      for matrix in [longer, longer.transposed] {
        let decomposition = try SingularValueDecomposition(matrix)
        #expect(largestDifference(decomposition.product, matrix) < tolerance)
        for vectors in [decomposition.left, decomposition.right] {
          #expect(largestDifference(vectors.transposed * vectors, .identity(vectors.columns)) < tolerance)
        }
      }
    }
    let empty = try SingularValueDecomposition(Matrix(rows: 9, columns: 3))
    #expect(empty.singularValues == [0, 0, 0] && empty.left.rows == 9)
  }

  @Test(arguments: [(6, 4), (4, 6), (1, 5), (5, 1), (1, 1), (40, 40), (300, 8)])
  func reconstructsAnyShape(rows: Int, columns: Int) throws {
    let matrix = scatteredMatrix(rows: rows, columns: columns)
    let decomposition = try SingularValueDecomposition(matrix)
    #expect(largestDifference(decomposition.product, matrix) < tolerance)
    for vectors in [decomposition.left, decomposition.right] {
      #expect(largestDifference(vectors.transposed * vectors, .identity(min(rows, columns))) < tolerance)
    }
    #expect(decomposition.singularValues == decomposition.singularValues.sorted(by: >))
    #expect(decomposition.singularValues.allSatisfy { $0 >= 0 })
  }

  @Test func survivesRankDeficiency() throws {
    let rankOne = Matrix([[1, 2], [2, 4], [3, 6]])
    let decomposition = try SingularValueDecomposition(rankOne)
    #expect(isApproximately(decomposition.singularValues[0], 70.0.squareRoot(), within: tolerance))
    #expect(decomposition.singularValues[1] < tolerance)
    #expect(largestDifference(decomposition.product, rankOne) < tolerance)
    for columns in 1...2 {
      let zero = try SingularValueDecomposition(Matrix(rows: 3, columns: columns))
      #expect(zero.singularValues == [Double](repeating: 0, count: columns))
      #expect(largestDifference(zero.left.transposed * zero.left, .identity(columns)) < tolerance)
    }
    #expect(largestDifference(decomposition.left.transposed * decomposition.left, .identity(2)) < tolerance)
  }

  /// Squares of these entries would overflow or vanish.
  @Test(arguments: [1e-300, 1e-170, 1e100, 1e200, 1e300])
  func scalesExactly(factor: Double) throws {
    let values = try SingularValueDecomposition(example).singularValues
    let scaled = try SingularValueDecomposition(factor * example).singularValues
    #expect(largestDifference(scaled.map { $0 / factor }, values) < tolerance)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func refusesWhatIsNotFinite(value: Double) {
    var matrix = example
    matrix[3, 1] = value
    let error = #expect(throws: GSLError.self) { try SingularValueDecomposition(matrix) }
    #expect(error?.description.contains("6 × 4 matrix has entries that are not finite") == true)
  }

  @Test func emptyMatrixHasNoValues() throws {
    #expect(try SingularValueDecomposition(Matrix(rows: 0, columns: 3)).singularValues.isEmpty)
  }
}

@Suite struct SymmetricEigendecompositionTests {
  @Test func agreesWithNumPy() throws {
    let symmetric = example.transposed * example
    let decomposition = try SymmetricEigendecomposition(symmetric)
    let expected = [136.28246181846956, 67.10830191116915, 25.963658313012054, 7.645577957349174]
    #expect(largestDifference(decomposition.eigenvalues, expected) < 1e-11)
    let vectors = decomposition.eigenvectors
    #expect(largestDifference(vectors.transposed * vectors, .identity(4)) < tolerance)
    var scaled = vectors
    for row in 0..<4 {
      for column in 0..<4 { scaled[row, column] *= decomposition.eigenvalues[column] }
    }
    #expect(largestDifference(symmetric * vectors, scaled) < 1e-11)
  }

  @Test func refusesWhatIsNotSquare() {
    #expect(throws: GSLError.self) { try SymmetricEigendecomposition(Matrix(rows: 2, columns: 3)) }
  }
}

@Suite struct LeastSquaresTests {
  @Test func agreesWithNumPy() throws {
    let fit = try LeastSquares(design: example, targets: targets)
    let expected = Matrix([
      [0.10557184750733138, 0.1055718475073311], [0.5645161290322585, 0.2917888563049853],
      [0.1422287390029327, -0.22140762463343122], [0.12316715542521961, 0.7595307917888564],
    ])
    #expect(largestDifference(fit.solution, expected) < tolerance)
    #expect(fit.rank == 4 && !fit.isRankDeficient)
  }

  @Test func takesTheShortestOfManySolutions() throws {
    var dependent = example
    for row in 0..<6 { dependent[row, 3] = dependent[row, 0] + dependent[row, 1] }
    let fit = try LeastSquares(design: dependent, targets: targets)
    let expected = Matrix([
      [-0.11865644395764878, -0.0322197882438846], [0.2931726907630521, -0.13654618473895572],
      [0.17524644030668124, -0.01779846659364749], [0.17451624680540345, -0.16876597298284038],
    ])
    #expect(largestDifference(fit.solution, expected) < tolerance)
    #expect(fit.rank == 3 && fit.isRankDeficient)
  }
}
