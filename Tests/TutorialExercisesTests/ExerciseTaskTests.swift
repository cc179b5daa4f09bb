import GSL
import LearningDynamics
import Testing
import TutorialExercises

/// The exercises as arrays: the same data and the same verdicts as the functions of `Exercise`.
@Suite struct ExerciseTaskTests {
  private func task(_ name: String) throws -> ExerciseTask { try #require(ExerciseTask.named(name)) }

  @Test func eachHasItsNameAndArrays() throws {
    #expect(ExerciseTask.all.map(\.name) == ["initializer", "decomposition", "similarity", "regression"])
    #expect(ExerciseTask.named("svd") == nil)
    for task in ExerciseTask.all { #expect(try task.givenArrays().count == task.given.count) }
    let shapes = try ExerciseTask.all.map { try $0.givenArrays().map { [$0.rows, $0.columns] } }
    #expect(shapes == [[[4, 3]], [[30, 8], [100, 30]], [[7, 17]], [[3, 37], [3, 37]]])
  }

  @Test func similarity() throws {
    let task = try task("similarity")
    let activity = try task.givenArrays()[0]
    #expect(try task.verdict(on: [activity * activity.transposed]).isRight)
    #expect(try task.verdict(on: [activity.transposed * activity]).description.contains("it is HᵀH"))
  }

  /// Answers computed with 32-bit numbers, PyTorch's default, get that as their hint.
  @Test func singlePrecision() throws {
    func rounded(_ matrix: Matrix) -> Matrix {
      Matrix(rows: matrix.rows, columns: matrix.columns, elements: matrix.elements.map { Double(Float($0)) })
    }
    let activity = try task("similarity").givenArrays()[0]
    let verdict = try task("similarity").verdict(on: [rounded(activity * activity.transposed)])
    #expect(!verdict.isRight && verdict.description.contains("right to single precision only"))
    let weights = try task("decomposition").givenArrays()
    let modes = try SingularValueDecomposition(weights[1] * weights[0])
    let values = Matrix(rows: 1, columns: 8, elements: modes.singularValues)
    for answer in [
      [rounded(modes.left), values, modes.right], [modes.left, rounded(values), modes.right],
    ] {
      let verdict = try task("decomposition").verdict(on: answer)
      #expect(!verdict.isRight && verdict.description.contains("right to single precision only"), "\(verdict)")
    }
  }

  @Test func regression() throws {
    let task = try task("regression")
    let arrays = try task.givenArrays()
    let map = try LinearRegression(inputs: arrays[0].transposed, targets: arrays[1].transposed).map
    #expect(try task.verdict(on: [map]).isRight)
    #expect(try task.verdict(on: [map.transposed]).description.contains("it is transposed"))
  }

  @Test func decomposition() throws {
    let task = try task("decomposition")
    let weights = try task.givenArrays()
    let modes = try SingularValueDecomposition(weights[1] * weights[0])
    let values = Matrix(rows: 1, columns: 8, elements: modes.singularValues)
    #expect(try task.verdict(on: [modes.left, values, modes.right]).isRight)
    #expect(try task.verdict(on: [modes.left, values, modes.right.transposed]).description.contains("V is transposed"))
    #expect(try task.verdict(on: [modes.right, values, modes.left]).description.contains("U and V are exchanged"))
  }

  @Test(arguments: [(false, "right"), (true, "γ/√n_in")]) func initializer(isWrong: Bool, verdict: String) throws {
    let task = try task("initializer")
    let layers = try task.givenArrays()[0]
    var sampler = try DataSampler(seed: 1, convention: .tutorial)
    let weights = (0..<layers.rows).map { row -> Matrix in
      let (outputs, inputs, scale) = (layers[row, 0], layers[row, 1], layers[row, 2])
      let deviation = scale / (isWrong ? inputs : inputs + outputs).squareRoot()
      let elements = (0..<Int(outputs * inputs)).map { _ in deviation * sampler.standardNormal() }
      return Matrix(rows: Int(outputs), columns: Int(inputs), elements: elements)
    }
    #expect(try task.verdict(on: weights).description.contains(verdict))
  }

  /// Answers of any shape get a verdict, not a crash.
  @Test(arguments: ExerciseTask.all.indices) func wrongShapes(index: Int) throws {
    let task = ExerciseTask.all[index]
    for (rows, columns) in [(1, 1), (8, 8), (100, 1), (3, 200)] {
      let answers = task.answers.map { _ in Matrix(rows: rows, columns: columns) }
      #expect(try !task.verdict(on: answers).isRight)
    }
  }
}
