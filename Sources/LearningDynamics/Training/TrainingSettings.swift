internal import Support

/// What a reader asks of a training; whatever is left open is filled in for each dataset.
public struct TrainingSettings: Codable, Hashable, Sendable {
  /// The defaults of the tutorial.
  public enum Default {
    /// One hidden layer of 30: more than the 8 modes there are to learn, so that width never limits them.
    public static let hiddenWidths = [30]
    /// η = 100; with 8 items and 10,000 features ε = 0.0025.
    public static let learningRate = 100.0
    /// γ = 1e-12.
    public static let initializationScale = 1e-12
    /// T = 250: the last mode of the default run is learned at 190.
    public static let epochs = 250
    /// The tutorial's seed.
    public static let seed: UInt32 = 2021
    /// ε of a zero-depth network: η = 1000 with 8 items and 10,000 features.
    public static let zeroDepthRate = 0.025
  }

  /// Widths of the hidden layers.
  public var hiddenWidths = Default.hiddenWidths
  /// η, when given.
  public var learningRate: Double?
  /// γ, when given.
  public var initializationScale: Double?
  /// T, when given.
  public var epochs: Int?
  /// The seed of data and weights.
  public var seed = Default.seed
  /// How random outputs become numbers.
  public var sampling = SamplingConvention.tutorial
  /// What the last layer is trained on.
  public var engine = TrainingEngine.reduced
  /// k, where the maps and similarities of every k-th state are kept, when given.
  public var recordingInterval: Int?

  /// The tutorial's settings.
  public init() {}

  /// The plan for the main network of a dataset: what the reader gives wins, then what the depth asks for, then what
  /// the dataset recommends, then the tutorial's defaults.
  ///
  /// - Without a hidden layer η follows from ε = ``Default/zeroDepthRate``.
  /// - From three weight layers on the wait grows with 1/γ^(D−2): γ and T follow from ``DeepStart``, and η is half the largest
  ///   stable rate, or half of what the initial weights allow where these are large beside the targets.
  ///
  /// - Throws: `GSLError` if the spectrum of the targets cannot be computed.
  public func plan(for dataset: Dataset) throws -> TrainingPlan {
    let recommendation = dataset.recommendation
    let depth = hiddenWidths.count + 1
    let rate: Double
    let scale: Double
    var suitedEpochs: Int?
    switch depth {
    case 1:
      rate = try learningRate ?? dataset.learningRate(forEffective: Self.zeroDepthRate(for: dataset))
      scale = initializationScale ?? recommendation.initializationScale ?? Default.initializationScale
    case 2:
      rate = learningRate ?? recommendation.learningRate ?? Default.learningRate
      scale = initializationScale ?? recommendation.initializationScale ?? Default.initializationScale
    default:
      let start = try DeepStart(for: dataset, depth: depth)
      scale = initializationScale ?? start?.scale ?? 1
      let suited = try deepRate(for: dataset, scale: scale)
      rate = learningRate ?? suited
      suitedEpochs = start?.epochs(scale: scale, slowedBy: suited / rate)
    }
    return TrainingPlan(
      hiddenWidths: hiddenWidths, learningRate: rate, initialization: .scaledNormal(scale: scale),
      epochs: epochs ?? suitedEpochs ?? recommendation.epochs ?? Default.epochs, seed: seed, sampling: sampling,
      engine: engine,
      recordingInterval: recordingInterval ?? 1)
  }

  /// η from three weight layers on: half the largest stable rate, for targets as strong as the map that the initial weights
  /// make, if theirs is weaker.
  ///
  /// Weak targets, all zero at the extreme, do not limit the rate: the start does. D layers of scale γ make a map of strength
  /// γ^D at most, and training moves away from it as it would from a target of that strength: over small and large random
  /// networks of 3 to 6 layers it first diverged at 1.7 times the rate that is stable there. Where there are neither targets
  /// nor weights nothing ever moves, and the tutorial's rate is as good as any.
  ///
  /// - Throws: `GSLError` if the spectrum of the targets cannot be computed.
  private func deepRate(for dataset: Dataset, scale: Double) throws -> Double {
    let depth = hiddenWidths.count + 1
    let strongest = max(try dataset.targetSingularValues().first ?? 0, pow(scale, Double(depth)))
    let rate = try dataset.largestStableLearningRate(depth: depth, strongest: strongest) / 2
    return rate.isFinite && rate > 0 ? rate : Default.learningRate
  }

  /// ε for a zero-depth network: the default, or half the largest stable rate where the default would be too fast.
  ///
  /// - Throws: `GSLError` if the spectrum of the targets cannot be computed.
  public static func zeroDepthRate(for dataset: Dataset) throws -> Double {
    let stable = try dataset.effectiveLearningRate(for: dataset.largestStableLearningRate(depth: 1))
    return min(Default.zeroDepthRate, stable / 2)
  }
}
