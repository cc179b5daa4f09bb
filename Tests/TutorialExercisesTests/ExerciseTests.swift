import GSL
import LearningDynamics
import Testing
import TutorialExercises

/// Right answers are right, and wrong ones get a hint.
@Suite struct ExerciseTests {
  private func decompose(_ network: LinearNetwork) throws -> (left: Matrix, singularValues: [Double], right: Matrix) {
    let decomposition = try SingularValueDecomposition(network.endToEndMap)
    return (decomposition.left, decomposition.singularValues, decomposition.right)
  }

  private func negated(_ matrix: Matrix, columns: Set<Int>) -> Matrix {
    var matrix = matrix
    for row in 0..<matrix.rows { for column in columns { matrix[row, column] *= -1 } }
    return matrix
  }

  @Test func signsOfSingularVectorsDoNotMatter() throws {
    #expect(try Exercise.singularValueDecomposition(decompose).isRight)
    let turned = try Exercise.singularValueDecomposition { network in
      let (left, values, right) = try decompose(network)
      return (negated(left, columns: [0, 3, 7]), values, negated(right, columns: [0, 3, 7]))
    }
    #expect(turned.isRight)
    // But a vector and its partner change sign together.
    let torn = try Exercise.singularValueDecomposition { network in
      let (left, values, right) = try decompose(network)
      return (negated(left, columns: [2]), values, right)
    }
    #expect(torn.description.contains("a vector of U has the opposite sign, but its partner in V does not"))
  }

  @Test func wrongDecompositions() throws {
    func told(_ answer: Exercise.ModeDecomposition) throws -> String {
      try Exercise.singularValueDecomposition(answer).description
    }
    #expect(
      try told {
        let (left, values, right) = try decompose($0)
        return (right, values, left)
      }.contains("U and V are exchanged"))
    #expect(
      try told {
        let (left, values, right) = try decompose($0)
        return (left, values, right.transposed)
      }.contains("V is transposed"))
    #expect(
      try told {
        let (left, values, right) = try decompose($0)
        return (left, values.map { $0 * $0 }, right)
      }.contains("it is the squares of the singular values"))
    #expect(
      try told {
        let (left, values, right) = try decompose($0)
        return (left, values.reversed(), right)
      }.contains("in ascending order"))
    #expect(
      try told {
        let (left, values, right) = try decompose($0)
        return (left, values.map { 2 * $0 }, right)
      }.contains("it is what it should be times 2"))
    #expect(try told { try decompose(LinearNetwork(weights: [$0.weights[0]])) }.contains("of the first layer alone"))
    #expect(
      try told {
        let (left, values, right) = try decompose($0)
        return (.identity(100), values, left * right)
      }.contains("the columns of U are not the left singular vectors"))
  }

  @Test func similarities() throws {
    func told(_ answer: (Matrix) -> Matrix) throws -> String {
      try Exercise.representationalSimilarity(answer).description
    }
    #expect(try told { $0 * $0.transposed } == "The similarity matrix: right.")
    #expect(try told { $0.transposed * $0 }.contains("it is HᵀH"))
    #expect(try told { -1 * ($0 * $0.transposed) }.contains("it is what it should be with the opposite sign"))
    #expect(try told { (1 / 17.0) * ($0 * $0.transposed) }.contains("times 0.0588235"))
    #expect(try told { _ in Matrix(rows: 3, columns: 4) }.contains("it is 3 × 4 and should be 7 × 7"))
    #expect(try told { _ in Matrix(rows: 7, columns: 7, repeating: .nan) }.contains("not finite"))
    #expect(try told { _ in Matrix(rows: 7, columns: 7) }.contains("the entry in row"))
    let lengths = { (matrix: Matrix, row: Int) in matrix.row(row).reduce(0) { $0 + $1 * $1 }.squareRoot() }
    let cosine = try told { activity in
      var result = activity * activity.transposed
      for row in 0..<7 {
        for column in 0..<7 { result[row, column] /= lengths(activity, row) * lengths(activity, column) }
      }
      return result
    }
    #expect(cosine.contains("it is the cosine of the angle between items"))
  }

  @Test func regressions() throws {
    func told(_ answer: (Matrix, Matrix) throws -> Matrix) throws -> String {
      try Exercise.linearRegression(answer).description
    }
    let solve = { (inputs: Matrix, targets: Matrix) in
      try LinearRegression(inputs: inputs.transposed, targets: targets.transposed).map
    }
    #expect(try told(solve) == "The linear regression: right.")
    // The textbook's way, with an explicit inverse of X Xᵀ by cofactors.
    #expect(
      try told { inputs, targets in targets * inputs.transposed * inverse(inputs * inputs.transposed) }
        == "The linear regression: right.")
    #expect(try told { try solve($0, $1).transposed }.contains("it is transposed"))
    #expect(try told { try solve($1, $0) }.contains("it is the map from Y to X"))
    #expect(try told { $1 * $0.transposed }.contains("without the inverse of X Xᵀ"))
    #expect(try told { -1 * (try solve($0, $1)) }.contains("with the opposite sign"))
    #expect(
      try told { inputs, targets in
        try LinearRegression(inputs: inputs.transposed, targets: targets.transposed, withIntercept: true).map
      }.contains("with an intercept"))
  }

  /// The inverse of a 3 × 3 matrix.
  private func inverse(_ matrix: Matrix) -> Matrix {
    func minor(_ row: Int, _ column: Int) -> Double {
      let (r, c) = ([0, 1, 2].filter { $0 != row }, [0, 1, 2].filter { $0 != column })
      return matrix[r[0], c[0]] * matrix[r[1], c[1]] - matrix[r[0], c[1]] * matrix[r[1], c[0]]
    }
    func cofactor(_ row: Int, _ column: Int) -> Double {
      ((row + column).isMultiple(of: 2) ? 1 : -1) * minor(row, column)
    }
    let determinant = (0..<3).reduce(0) { $0 + matrix[0, $1] * cofactor(0, $1) }
    return (1 / determinant)
      * Matrix(
        rows: 3, columns: 3, elements: (0..<9).map { cofactor($0 % 3, $0 / 3) })
  }
}
