import GSL
import LearningDynamics
import TestSupport
import Testing

@Suite struct InputOutputModesTests {
  /// The table of named features: singular values by NumPy (`numpy.linalg.svd`), to the digits printed there.
  private static let table = Matrix([
    [1, -1, -1, 1, -1, -1, 1, -1, -1, -1], [1, -1, -1, 1, -1, -1, 1, -1, 1, -1],
    [1, -1, -1, 1, -1, 1, -1, -1, 1, -1], [1, -1, -1, 1, -1, 1, -1, -1, 1, -1],
    [1, -1, 1, -1, -1, -1, -1, 1, -1, 1], [1, -1, 1, -1, -1, -1, -1, 1, -1, 1],
    [1, -1, 1, -1, 1, -1, -1, -1, -1, -1], [1, -1, 1, -1, 1, -1, -1, -1, -1, 1],
  ])

  @Test func singularValuesAreNumPys() throws {
    let modes = try InputOutputModes(transposedMap: Self.table)
    let numPy = [
      5.828460811440763, 5.015952584679198, 3.029376411262914, 2.9554966431211125, 1.2896116574899275,
      1.1375782003884833,
    ]
    // Both round at 1e-16 of the first value.
    #expect(largestDifference(modes.singularValues, numPy) < 1e-13)
    #expect(modes.negligibleCount == 2)
    // Of ±1 targets Σs² = P·N = 80.
    #expect(largestDifference(modes.sharesOfVariance, numPy.map { $0 * $0 / 80 }) < 1e-14)
  }

  /// The modes add up to the map, and their vectors are orthonormal: to 1e-12, far above rounding (1e-15 of entries of
  /// size 1) and far below any mistake. Tall, wide and square maps are computed differently.
  @Test(arguments: [(3, 50), (8, 10), (10, 4), (6, 6), (1, 5), (5, 1)])
  func addUpToTheMap(inputs: Int, features: Int) throws {
    let map = scatteredMatrix(rows: inputs, columns: features, seed: 5)
    let modes = try InputOutputModes(transposedMap: map)
    let (analyzers, synthesizers) = (modes.objectAnalyzers, modes.featureSynthesizers)
    #expect(analyzers.rows == min(inputs, features) && synthesizers.rows == analyzers.rows)
    var sum = Matrix(rows: inputs, columns: features)
    for mode in 0..<analyzers.rows {
      for input in 0..<inputs {
        for feature in 0..<features {
          sum[input, feature] += analyzers[mode, input] * modes.singularValues[mode] * synthesizers[mode, feature]
        }
      }
    }
    #expect(largestDifference(sum, map) < 1e-12)
    for vectors in [analyzers, synthesizers] {
      #expect(largestDifference(vectors * vectors.transposed, .identity(vectors.rows)) < 1e-12)
    }
    #expect(isApproximately(modes.sharesOfVariance.reduce(0, +), 1, within: 1e-14))
  }

  /// The first item that takes part is positive, independent of the signs of the decomposition.
  @Test func signsAreFixed() throws {
    let modes = try InputOutputModes(transposedMap: Self.table)
    let negative = try InputOutputModes(transposedMap: -1 * Self.table)
    for mode in 0..<modes.objectAnalyzers.rows {
      let vector = modes.objectAnalyzers.row(mode)
      let largest = vector.map(\.magnitude).max() ?? 0
      let first = try #require(vector.first { $0.magnitude >= ModeContrast.participation * largest })
      #expect(first > 0)
    }
    // In the negative map the features are negative, not the items. Modes 2 % apart amplify rounding fiftyfold.
    #expect(largestDifference(modes.objectAnalyzers, negative.objectAnalyzers) < 1e-12)
    #expect(largestDifference(modes.featureSynthesizers, -1 * negative.featureSynthesizers) < 1e-12)
  }

  @Test func fewOrNoModes() throws {
    let two = try InputOutputModes(transposedMap: Self.table, atMost: 2)
    #expect(two.objectAnalyzers.rows == 2 && two.featureSynthesizers.rows == 2 && two.singularValues.count == 6)
    let none = try InputOutputModes(transposedMap: Matrix(rows: 3, columns: 9))
    #expect(none.singularValues.isEmpty && none.sharesOfVariance.isEmpty && none.negligibleCount == 3)
    #expect(none.objectAnalyzers.rows == 0 && none.contrasts(names: ["a", "b", "c"]).isEmpty)
  }
}
