import GSL
import LearningDynamics
import TestSupport
import Testing

@Suite struct SimilarityMeasureTests {
  /// Six items, five units: the second is twice the first, the third is the same for every unit, the fourth is silent.
  static let activity = Matrix([
    [1, 2, 0, -1, 3], [2, 4, 0, -2, 6], [1, 1, 1, 1, 1], [0, 0, 0, 0, 0], [3, -1, 2, 0, 1], [-1, -2, 0, 1, -2],
  ])

  private func matrix(_ measure: SimilarityMeasure, of activity: Matrix) -> Matrix {
    measure.matrix(
      products: activity * activity.transposed,
      sums: (0..<activity.rows).map { activity.row($0).reduce(0, +) }, width: activity.columns)
  }

  /// NumPy's norms and SciPy's cdist; numpy.corrcoef where it is defined, 0 where it is not. Sums of five products: a few
  /// units in the last place.
  @Test(arguments: [
    (
      SimilarityMeasure.cosine,
      [
        1, 0.5773502691896257, 0, 0.2666666666666666, -0.9797958971132711, 0.5773502691896257, 0, 0.2666666666666666,
        -0.9797958971132711, 0, 0.5773502691896257, -0.5656854249492379, 0, 0, -0.24494897427831777,
      ]
    ),
    (
      .correlation,
      [
        1, 0, 0, -0.09999999999999998, -0.9701425001453319, 0, 0, -0.09999999999999998, -0.9701425001453319, 0, 0, 0, 0,
        0, 0.12126781251816646,
      ]
    ),
    (
      .euclidean,
      [
        3.872983346207417, 3.1622776601683795, 3.872983346207417, 4.69041575982343, 7, 6.708203932499369,
        7.745966692414834, 7.681145747868608, 10.862780491200215, 2.23606797749979, 3.1622776601683795,
        4.795831523312719, 3.872983346207417, 3.1622776601683795, 5.5677643628300215,
      ]
    ),
  ])
  func numbersAreNumPys(measure: SimilarityMeasure, pairs: [Double]) {
    let matrix = matrix(measure, of: Self.activity)
    #expect(largestDifference(matrix.upperTriangle, pairs) < 1e-14)
    #expect(matrix == matrix.transposed)
  }

  @Test func itemsWithoutADirectionHaveZeros() {
    for (measure, without) in [(SimilarityMeasure.cosine, [3]), (.correlation, [2, 3])] {
      let matrix = matrix(measure, of: Self.activity)
      for item in 0..<6 { #expect(matrix[item, item] == (without.contains(item) ? 0 : 1)) }
      for item in without { #expect(matrix.row(item).allSatisfy { $0 == 0 }) }
    }
  }

  /// The size of activities, even for γ = 1e-150, does not change either measure.
  @Test(arguments: [1e-150, 1e-12, 1, 1e100]) func normalizedMeasuresHaveNoScale(scale: Double) {
    for measure in [SimilarityMeasure.cosine, .correlation] {
      let (plain, scaled) = (matrix(measure, of: Self.activity), matrix(measure, of: scale * Self.activity))
      // Products of 5e-300 and more keep all their digits.
      #expect(largestDifference(plain, scaled) < 1e-13)
    }
  }

  /// A single unit has no variation, and equal activities have no distance, for any rounding.
  @Test func roundingIsNoDifference() {
    let column = scatteredMatrix(rows: 7, columns: 1)
    #expect(matrix(.correlation, of: column).elements.allSatisfy { $0 == 0 })
    let row = scatteredMatrix(rows: 1, columns: 31).row(0).map { 0.1 + $0 / 3 }
    #expect(matrix(.euclidean, of: Matrix([row, row, row])).elements.allSatisfy { $0 == 0 })
    let constant = [Double](repeating: 0.1, count: 31)
    #expect(matrix(.correlation, of: Matrix([row, constant])).elements == [1, 0, 0, 0])
  }

  /// Correlations from the sums in a recording equal those from the activity itself, for inputs that are not one-hot and two
  /// layers, in both engines, and if not every state is kept.
  @Test(arguments: TrainingEngine.allCases, [1, 7]) func recordedCorrelations(engine: TrainingEngine, interval: Int)
    throws
  {
    let inputs = scatteredMatrix(rows: 5, columns: 3, seed: 2)
    let dataset = try Dataset(
      identifier: "scattered", items: ["a", "b", "c", "d", "e"], features: FeatureNames(numbered: 40), inputs: inputs,
      targets: scatteredMatrix(rows: 5, columns: 40, seed: 3))
    var settings = TrainingSettings()
    settings.hiddenWidths = [4, 6]
    settings.initializationScale = 1
    settings.learningRate = 2
    settings.epochs = 20
    settings.engine = engine
    settings.recordingInterval = interval
    let plan = try settings.plan(for: dataset)
    let recording = try Recording(training: plan, on: dataset)
    var descent = GradientDescent(problem: try plan.problem(on: dataset), learningRate: plan.learningRate)
    for epoch in 0...20 {
      if epoch > 0 { descent.update() }
      guard let index = recording.keptEpochs.firstIndex(of: epoch) else { continue }
      for layer in 0..<2 {
        let activity = inputs * descent.map(ofLayer: layer).transposed
        // Five products each, of numbers around 1.
        #expect(
          largestDifference(
            recording.similarity(.correlation, ofLayer: layer, at: index), matrix(.correlation, of: activity)) < 1e-12)
      }
    }
    #expect(recording.activitySums.map(\.count) == [recording.keptEpochs.count, recording.keptEpochs.count])
  }
}
