/// What can be said of a training before it is done: rates, spectrum, stages, the illusion's ladder.
///
/// Its initial weights are drawn, because they say where each mode starts from; nothing is trained.
public struct LearningForecast: Encodable, Sendable {
  /// The dataset.
  public let dataset: String
  /// P.
  public let items: Int
  /// N.
  public let features: Int
  /// The training.
  public let plan: TrainingPlan
  /// ε = 2η/(P·N).
  public let effectiveLearningRate: Double
  /// τ = 1/ε, in epochs.
  public let timeConstant: Double
  /// η above which solutions are not stable.
  public let largestStableLearningRate: Double
  /// The modes of the sampled features before sampling, level by level; nil for a dataset that was not sampled.
  public let levels: [Level]?
  /// The modes of the data, the strongest first; those of nothing but rounding are left out.
  public let modes: [Mode]
  /// Modes that are learned together, in the order in which they are; empty where no theory holds.
  public let stages: [Stage]
  /// The theory that says so: "matrix map"; nil where none holds.
  public let theory: String?
  /// Why none holds.
  public let limit: String?
  /// The epochs until all modes of at least a twentieth of the strongest are learned to 99 %; nil where no theory says, or it
  /// is beyond reckoning.
  public let epochsNeeded: Int?
  /// How many modes count: those of at least a twentieth of the strongest.
  public let relevantModes: Int
  /// The part of the variance that they explain, Σ s² of them by Σ s² of all.
  public let relevantShare: Double
  /// Whether modes are learned one after the other and all of them: there is a hidden layer, and none narrower than there are
  /// modes. Only then does the loss rest on plateaus, and a prediction on its ladder.
  public let hasStages: Bool
  /// The followed prediction of a dataset with a probe.
  public let illusion: Illusion?

  /// A level of the population.
  public struct Level: Encodable, Sendable {
    /// What it tells apart.
    public let name: String
    /// λ.
    public let eigenvalue: Double
    /// s = √(N·λ).
    public let singularValue: Double
    /// The number of modes.
    public let multiplicity: Int
    /// The loss once it and all stronger levels are learned, before sampling.
    public let lossPlateau: Double
    /// The same of this sample.
    public let sampleLossPlateau: Double
    /// The singular values of as many modes of the sample.
    public let sample: [Double]
    /// The mean of these modes' half-rise epochs, where theory says.
    public let halfRiseEpoch: Double?
  }

  /// A mode of the data.
  public struct Mode: Encodable, Sendable {
    /// s.
    public let singularValue: Double
    /// The first state at which it is at least half learned.
    public let halfRiseEpoch: Int?
  }

  /// Modes that are learned together.
  public struct Stage: Encodable, Sendable {
    /// The modes, from 0.
    public let modes: [Int]
    /// The mean epoch of their half-rise, rounded.
    public let epoch: Int
    /// The loss once they are learned.
    public let lossPlateau: Double
  }

  /// A prediction and its ladder.
  public struct Illusion: Encodable, Sendable {
    /// "Shark has_bones".
    public let probe: String
    /// The range of the feature's values; see ``FeatureScale``.
    public let range: Double
    /// The steps by stage of the sampled data (by level where the levels are known); nil where theory says of none.
    public let ladder: IllusionLadder?
    /// The steps on the tree before sampling, where there are any.
    public let population: IllusionLadder?
    /// The course until the last epoch, where theory says.
    public let course: PredictionCourse?
  }
}
