import GSL
import Testing

@testable import LearningDynamics

/// Weights that are drawn while the dataset is made.
@Suite struct WeightsAheadTests {
  private let dataset: Dataset

  init() throws { dataset = try Dataset.sharkBones(seed: 2021) }

  /// The problem is the same, bit by bit: for wide and deep networks, another scale, both conventions, and sizes at which the last
  /// block is larger or smaller than the others.
  @Test(arguments: [[30], [1], [7, 5], [300], [31]], SamplingConvention.allCases)
  func theProblemIsTheSame(widths: [Int], sampling: SamplingConvention) throws {
    for features in [400, 1023, 1024, 1039, 1040, 3000] {
      var settings = TrainingSettings()
      (settings.hiddenWidths, settings.sampling, settings.initializationScale) = (widths, sampling, 0.1)
      var sampler = try DataSampler(seed: 1, convention: sampling)
      let tree = try DiffusionTree().dataset("tree", features: features, using: &sampler)
      let plan = try settings.plan(for: tree)
      let expected = try plan.problem(on: tree)
      let weights = try #require(settings.weightsAhead(items: 8, features: features))
      #expect(try plan.problem(on: tree, from: weights) == expected)
      // They are used once; afterwards they are drawn again.
      #expect(try plan.problem(on: tree, from: weights) == expected)
    }
  }

  /// Weights of another network or seed are not used.
  @Test func othersAreIgnored() throws {
    let plan = try TrainingSettings().plan(for: dataset)
    let expected = try plan.problem(on: dataset)
    for change in [{ $0.seed = 1 }, { $0.hiddenWidths = [31] }, { $0.sampling = .gsl }]
      as [(inout TrainingSettings) -> Void]
    {
      var settings = TrainingSettings()
      change(&settings)
      let weights = try #require(settings.weightsAhead(items: 8, features: dataset.featureCount))
      #expect(try plan.problem(on: dataset, from: weights) == expected)
    }
    let fewer = try #require(TrainingSettings().weightsAhead(items: 8, features: dataset.featureCount - 1))
    #expect(try plan.problem(on: dataset, from: fewer) == expected)
  }

  /// Nothing is drawn ahead where no basis is made.
  @Test func theFullEngineNeedsNone() {
    var settings = TrainingSettings()
    settings.engine = .full
    #expect(settings.weightsAhead(items: 8, features: 10_001) == nil)
    #expect(TrainingSettings().weightsAhead(items: 8, features: 38) == nil)
  }
}
