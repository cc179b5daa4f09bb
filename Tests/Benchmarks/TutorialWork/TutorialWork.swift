public import LearningDynamics

/// The tutorial's shark-bones run, cut into the pieces that are measured.
public struct TutorialWork: Sendable {
  /// η for ``LearningVariant/reluInBatches``; about what the program chooses itself.
  static let variantRate = 8.8

  /// Sampled features.
  public let features: Int
  /// What the last layer is trained on.
  public let engine: TrainingEngine

  /// What distinguishes the training from the tutorial's.
  public let variant: LearningVariant

  /// The tutorial's own run by default.
  public init(features: Int = 10_000, engine: TrainingEngine = .reduced, variant: LearningVariant = .tutorial) {
    self.features = features
    self.engine = engine
    self.variant = variant
  }

  /// Features sampled on the tree, and the shark's among them.
  public func sample() throws -> Dataset {
    var sampler = try DataSampler(seed: TrainingSettings.Default.seed, convention: .tutorial)
    let tree = try DiffusionTree().dataset("shark-bones", features: features, using: &sampler)
    return try IllusoryCorrelation(
      renaming: "Goldfish", to: "Shark", feature: "has_bones", values: [-1, 1, 1, 1, -1, -1, -1, -1]
    ).added(to: tree)
  }

  private var settings: TrainingSettings {
    var settings = TrainingSettings()
    settings.engine = engine
    settings.variant = variant
    return settings
  }

  /// The tutorial's settings; with more features the rate at which the modes, which grow with √N, rise as fast. With momentum and
  /// batches the rate is lower, so that an epoch learns about as much.
  public func plan(for dataset: Dataset) throws -> TrainingPlan {
    var settings = settings
    let rate = variant == .tutorial ? TrainingSettings.Default.learningRate : Self.variantRate
    settings.learningRate = rate * (Double(dataset.featureCount) / 10_001).squareRoot()
    return try settings.plan(for: dataset)
  }

  /// Weights drawn, and the basis built where there is one.
  public func problem(_ dataset: Dataset) throws -> LearningProblem { try plan(for: dataset).problem(on: dataset) }

  /// 250 epochs: loss, modes, similarities and one prediction at all 251 states.
  public func train(_ dataset: Dataset, _ problem: LearningProblem) throws -> (Recording, predictions: [Double]) {
    let recording = try Recording(training: plan(for: dataset), problem: problem)
    return (recording, try recording.followedPredictions())
  }

  /// From the seed to the recording.
  public func run() throws -> (Recording, predictions: [Double]) {
    let weights = settings.weightsAhead(items: 8, features: features + 1)
    let dataset = try sample()
    return try train(dataset, try plan(for: dataset).problem(on: dataset, from: weights))
  }
}

extension LearningVariant {
  /// ReLU units with biases, momentum 0.9, batches of two items.
  public static var reluInBatches: LearningVariant {
    var variant = LearningVariant.tutorial
    variant.unit = .relu
    variant.hasBiases = true
    variant.momentum = 0.9
    variant.batchSize = 2
    return variant
  }
}
