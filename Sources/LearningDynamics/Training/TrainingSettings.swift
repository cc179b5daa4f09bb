internal import GSL
internal import Support

/// A user's settings for a training; missing ones are filled in for each dataset.
public struct TrainingSettings: Codable, Hashable, Sendable {
  /// The defaults of the tutorial.
  public enum Default {
    /// One hidden layer of 30: more than the 8 modes to learn, so the width never limits them.
    public static let hiddenWidths = [30]
    /// η = 100; with 8 items and 10,000 features ε = 0.0025.
    public static let learningRate = 100.0
    /// γ = 1e-12.
    public static let initializationScale = 1e-12
    /// T = 250: the last mode of the default run is learned at epoch 190.
    public static let epochs = 250
    /// The tutorial's seed.
    public static let seed: UInt32 = 2021
    /// ε of a network without a hidden layer: η = 1000 with 8 items and 10,000 features.
    public static let shallowRate = 0.025
    /// η for Adam, which changes every weight by about η in an update, whatever the data. Weights of 1 take 100 epochs.
    public static let adamRate = 0.01
  }

  /// Widths of the hidden layers, if given; otherwise those that the dataset recommends, or the tutorial's.
  public var givenHiddenWidths: [Int]? {
    get { isUsualWidthAskedFor == true || storedWidths != Default.hiddenWidths ? storedWidths : nil }
    set {
      storedWidths = newValue ?? Default.hiddenWidths
      isUsualWidthAskedFor = newValue == Default.hiddenWidths ? true : nil
    }
  }
  /// Widths of the hidden layers: those given, or the tutorial's.
  public var hiddenWidths: [Int] {
    get { storedWidths }
    set { givenHiddenWidths = newValue }
  }
  /// Widths of the hidden layers: those given, or those that a dataset recommends, or the tutorial's.
  ///
  /// - Parameter width: what the dataset recommends, if it does.
  package func hiddenWidths(recommended width: Int?) -> [Int] {
    givenHiddenWidths ?? width.map { [$0] } ?? hiddenWidths
  }
  /// η, if given.
  public var learningRate: Double?
  /// γ, if given.
  public var initializationScale: Double?
  /// Initial weights, if they are not drawn.
  public var ownWeights: OwnWeights?
  /// T, if given.
  public var epochs: Int?
  /// The seed of data and weights.
  public var seed = Default.seed
  /// How random outputs become numbers.
  public var sampling = SamplingConvention.tutorial
  /// What distinguishes the training from the tutorial's.
  public var variant: LearningVariant {
    get { otherVariant ?? .tutorial }
    set { otherVariant = newValue == .tutorial ? nil : newValue }
  }
  /// The engine that trains, if given; otherwise the reduced one, or for Adam the full one.
  public var engine: TrainingEngine? {
    get { storedEngine == .full || isReducedAskedFor == true ? storedEngine : nil }
    set { (storedEngine, isReducedAskedFor) = (newValue ?? .reduced, newValue == .reduced ? true : nil) }
  }
  /// The engine that trains.
  public var usedEngine: TrainingEngine { engine ?? (variant.optimizer == .adam ? .full : .reduced) }
  /// k, if given: the maps and similarities of every k-th state are kept.
  public var recordingInterval: Int?

  private var storedWidths = Default.hiddenWidths
  /// Records have always had widths, so this says whether the tutorial's were given.
  private var isUsualWidthAskedFor: Bool?
  /// Only in records of other variants than the tutorial's.
  private var otherVariant: LearningVariant?
  private var storedEngine = TrainingEngine.reduced
  /// Records have always had an engine, so this says whether the reduced one was given.
  private var isReducedAskedFor: Bool?

  private enum CodingKeys: String, CodingKey {
    case storedWidths = "hiddenWidths"
    case isUsualWidthAskedFor = "hiddenGiven"
    case learningRate, initializationScale, ownWeights, epochs, seed, sampling, recordingInterval
    case storedEngine = "engine"
    case isReducedAskedFor = "engineGiven"
    case otherVariant = "variant"
  }

  /// The tutorial's settings.
  public init() {}

  /// The plan for the main network of a dataset. Settings by the user come first, then those for the depth, then the dataset's
  /// recommendations, then the tutorial's defaults.
  ///
  /// - Without a hidden layer η follows from ε = ``Default/shallowRate``.
  /// - With three or more weight layers the waiting time grows with 1/γ^(D−2): γ and T follow from `DeepStart`, and η is half
  ///   the largest stable learning rate, or half of what the initial weights allow if these are large compared with the targets.
  ///
  /// With batches or momentum, η is such that an epoch learns about as much as in plain gradient descent.
  ///
  /// - Throws: ``TrainingError`` for a variant that the dataset or the engine does not allow; `GSLError` if the spectrum of the
  ///   targets cannot be computed.
  public func plan(for dataset: Dataset) throws -> TrainingPlan {
    let recommendation = dataset.recommendation
    if let width = recommendation.hiddenWidth, givenHiddenWidths == nil {
      var settings = self
      settings.hiddenWidths = [width]
      return try settings.plan(for: dataset)
    }
    try check(for: dataset)
    let depth = hiddenWidths.count + 1
    let plainRate: Double
    let scale: Double
    var deepStart: DeepStart?
    switch depth {
    case 1:
      plainRate = try dataset.learningRate(forEffective: Self.shallowRate(for: dataset))
      scale = initializationScale ?? recommendation.initializationScale ?? Default.initializationScale
    case 2:
      plainRate = recommendation.learningRate ?? Default.learningRate
      scale = initializationScale ?? recommendation.initializationScale ?? Default.initializationScale
    default:
      deepStart = try DeepStart(for: dataset, depth: depth)
      scale = initializationScale ?? deepStart?.scale ?? 1
      plainRate = try deepRate(for: dataset, scale: scale)
    }
    let usual = variant.optimizer == .adam ? Default.adamRate : try usualRate(as: plainRate, on: dataset)
    let rate = learningRate ?? usual
    let recommendedEpochs = deepStart?.epochs(scale: scale, slowedBy: usual / rate)
    var plan = TrainingPlan(
      hiddenWidths: hiddenWidths, learningRate: rate,
      initialization: ownWeights.map(Initialization.own) ?? .scaledNormal(scale: scale),
      epochs: epochs ?? recommendedEpochs ?? recommendation.epochs ?? Default.epochs, seed: seed, sampling: sampling,
      engine: usedEngine, recordingInterval: recordingInterval ?? 1)
    plan.variant = variant
    plan.phases = dataset.phases.map {
      TrainingPlan.Phase(
        epochs: $0.epochs ?? ($0.endLoss == nil ? plan.epochs : LearningPhase.largestEpochs), endLoss: $0.endLoss,
        learningRate: $0.learningRate ?? rate)
    }
    if !plan.phases.isEmpty { plan.epochs = plan.phases.reduce(0) { $0 + $1.epochs } }
    // All items at once are one block in any order.
    if variant.batchSize == dataset.itemCount { plan.variant.batchSize = nil }
    return plan
  }

  /// η with which the strongest mode grows as fast as with a rate of plain gradient descent.
  private func usualRate(as rate: Double, on dataset: Dataset) throws -> Double {
    var plain = variant
    plain.momentum = 0
    let inBatches = rate / plain.pace(items: dataset.itemCount)
    guard variant.momentum > 0 else { return inBatches }
    let growth =
      hiddenWidths.count == 1
      ? dataset.effectiveLearningRate(for: rate) * (try dataset.correlationSingularValues().first ?? 0) : 0
    return inBatches * variant.momentumShare(growth: growth, items: dataset.itemCount)
  }

  private func check(for dataset: Dataset) throws(TrainingError) {
    try check(items: dataset.itemCount)
    guard let ownWeights else { return }
    try ownWeights.check(fit: [dataset.inputs.columns] + hiddenWidths + [dataset.featureCount])
  }

  /// Refuses combinations of settings that no dataset allows, and batches of more items than there are.
  ///
  /// - Parameter items: P; nil if it is not known yet.
  package func check(items: Int?) throws(TrainingError) {
    if ownWeights != nil, initializationScale != nil { throw .scaleOfOwnWeights }
    if variant.optimizer == .adam {
      if engine == .reduced { throw .adamReduced }
      if variant.momentum > 0 { throw .adamWithMomentum }
    }
    if hiddenWidths.isEmpty {
      if variant.layerRatio != 1 { throw .ratioOfOneLayer }
      if variant.unit != .linear { throw .unitsWithoutHiddenLayer }
    }
    if let size = variant.batchSize, let items, size > items { throw .largeBatch(size, items: items) }
  }

  /// η for three or more weight layers: half the largest stable learning rate, computed for targets at least as strong as the map of the
  /// initial weights.
  ///
  /// Weak targets, or targets of zero, do not limit the rate, but the initial weights do. D layers of scale γ make a map of
  /// strength γ^D at most, and training leaves it in the same way as it would leave a target of that strength: small and large
  /// random networks of 3 to 6 layers first diverged at 1.7 times the rate that is stable there. Without targets and weights
  /// nothing changes, and the tutorial's rate is as good as any.
  ///
  /// - Throws: `GSLError` if the spectrum of the targets cannot be computed.
  private func deepRate(for dataset: Dataset, scale: Double) throws -> Double {
    let depth = hiddenWidths.count + 1
    let start =
      try ownWeights.map { (weights) throws(GSLError) in
        try weights.norms().reduce(1, *)
      } ?? pow(scale, Double(depth))
    let strongest = max(try dataset.targetSingularValues().first ?? 0, start)
    let rate = try dataset.largestStableLearningRate(depth: depth, strongest: strongest) / 2
    return rate.isFinite && rate > 0 ? rate : Default.learningRate
  }

  /// ε for a network without a hidden layer: the default, or half the largest stable learning rate if the default is too large.
  ///
  /// - Throws: `GSLError` if the spectrum of the targets cannot be computed.
  public static func shallowRate(for dataset: Dataset) throws -> Double {
    let stable = try dataset.effectiveLearningRate(for: dataset.largestStableLearningRate(depth: 1))
    return min(Default.shallowRate, stable / 2)
  }
}

extension Dataset {
  /// The dataset with recommendations for a learning rate and a number of epochs that suit its size, if it has none.
  ///
  /// η is 0.4 of the largest stable learning rate of a network with one hidden layer, as the tutorial's 100 is of 254. The weakest
  /// relevant mode is the smallest singular value of at least a twentieth of the largest (for inputs that are not standard, as
  /// many modes of Σ_yx count as W* has relevant ones), and T is 1.2 times the epochs until
  /// it is half learned from weights of scale 1e-12, rounded up to a multiple of 50: a mode of strength s grows by (1 + εs)² an
  /// epoch, and it has to grow by about e⁶². For the default data this gives the tutorial's own 100 and 250.
  ///
  /// γ follows the size of the targets: 1e-12 for s₁ from 3 to 300, as in the tutorial's data and most tables of 0 and 1, and a
  /// tenth of it for targets a hundred times as small. A table in another unit is then learned in the same way.
  ///
  /// - Throws: `GSLError` if the spectrum of the targets cannot be computed.
  public func recommendingTraining() throws -> Dataset {
    let values = try targetSingularValues()
    // If the targets are weaker than the map of such weights, there is nothing to learn, and any rate is suitable.
    guard let strongest = values.first, strongest > 1e-24 else { return self }
    var result = self
    let usual = (0.4 * (try largestStableLearningRate(depth: 2))).rounded(significant: 2)
    let rate = recommendation.learningRate ?? usual
    result.recommendation.learningRate = rate
    if recommendation.initializationScale == nil {
      // From 1e-30 to 1: weights are drawn as 32-bit numbers, which cannot hold others.
      let decades = min(12, max(-18, (log(strongest / 31) / log(100)).rounded()))
      result.recommendation.initializationScale =
        (TrainingSettings.Default.initializationScale * pow(10, decades)).rounded(significant: 1)
    }
    if recommendation.epochs == nil {
      // Modes that are relevant in the data grow as strongly as they are in Σ_yx.
      let relevant = values.count { $0 >= ModeThreshold.relevant(beside: strongest) }
      let weakest = (try correlationSingularValues())[max(0, relevant - 1)]
      let growth = 2 * log(1 + effectiveLearningRate(for: rate) * weakest)
      let epochs = 1.2 * 62 / growth
      result.recommendation.epochs = 50 * Int((min(max(epochs, 1), 20_000) / 50).rounded(.up))
    }
    return result
  }
}

/// Initial weights and epochs with which a network of three or more weight layers shows its stages.
///
/// A mode of strength s waits about D/(D − 2) · s₁/s · (c γ/s₁^(1/D))^−(D−2) epochs at half the largest stable learning rate, where c γ
/// is its strength in each layer of random weights of scale γ. From large weights, such as γ = 1 for the default data, all
/// modes rise together; from tiny ones nothing is learned in any reasonable time. The weights are chosen so that the strongest
/// mode waits 400 epochs with three layers, and 1,700 with more: then the staging index of the default data is 3.3 (D = 3), as
/// large as in the tutorial's own run, and about 1 (D = 4). Neither depends on the unit of the targets.
struct DeepStart {
  /// γ, rounded to two digits.
  let scale: Double

  private let depth: Double
  private let strongest: Double
  private let weakest: Double

  /// c: from the epochs at which the default data are learned, 935 at γ = 0.1 with three layers, 3,157 at 0.3 with four.
  private static let heldShare = 0.4

  /// T is at most this.
  private static let largestEpochs = 20_000

  /// The initial weights and epochs for a dataset; nil if there is nothing to learn.
  ///
  /// - Parameter depth: D, at least 3.
  /// - Throws: `GSLError` if the spectrum of the targets cannot be computed.
  init?(for dataset: Dataset, depth: Int) throws(GSLError) {
    let values = try dataset.targetSingularValues()
    guard let strongest = values.first, strongest > 0, let weakest = ModeThreshold.weakestRelevant(of: values) else {
      return nil
    }
    (self.depth, self.strongest, self.weakest) = (Double(depth), strongest, weakest)
    let wait = depth == 3 ? 400.0 : 1_700
    let power = self.depth / (self.depth - 2) / wait
    let held = pow(power, 1 / (self.depth - 2))
    let exact = (held / Self.heldShare * pow(strongest, 1 / self.depth)).rounded(significant: 2)
    // Weights are drawn as 32-bit numbers, which cannot hold larger ones.
    scale = min(exact, 1e6)
  }

  /// T, enough for the weakest relevant mode: 1.3 times its waiting time, in multiples of 50, from 50 to 20,000.
  ///
  /// - Parameters:
  ///   - scale: γ.
  ///   - factor: how many times smaller than half the largest stable learning rate η is.
  func epochs(scale: Double, slowedBy factor: Double) -> Int {
    let held = Self.heldShare * scale / pow(strongest, 1 / depth)
    let wait = depth / (depth - 2) * strongest / weakest * pow(held, 2 - depth)
    let epochs = 1.3 * wait * factor + 50
    return 50 * Int((min(max(epochs, 50), Double(Self.largestEpochs)) / 50).rounded(.up))
  }
}
