internal import GSL
public import LearningDynamics
public import PluginKit
internal import Support

/// A dataset, made, with its main training resolved: what does not depend on the analyses, and may serve several runs.
public struct PreparedDataset: Sendable {
  /// The dataset and its random numbers, which other trainings may share.
  public let start: SharedStart
  /// The main training.
  public let mainPlan: TrainingPlan
  /// η above which the main network is unstable.
  public let largestStableLearningRate: Double
  /// Whether it is the initial weights that limit η, and not the solution.
  private let isLimitedByStart: Bool
  /// How long making the dataset and looking at it took.
  let phases: PhaseTimes
  /// The memory that a run on it takes.
  public let memory: MemoryEstimate

  /// The dataset.
  public var dataset: Dataset { start.dataset }

  /// The values of its own parameters.
  public var values: ParameterValues { start.values }

  /// ε of the main training.
  public var effectiveLearningRate: Double { dataset.effectiveLearningRate(for: mainPlan.learningRate) }

  /// What a reader should know before looking at the figures.
  public var warnings: [RunWarning] {
    start.notes.map { RunWarning(dataset.identifier, String($0.hasSuffix(".") ? $0.dropLast() : $0[...])) }
      + [instability, vanishingStart ?? tooShort, thinning].compactMap { $0 }
  }

  /// What every state would take where not every one is kept because of that.
  private let wholeMemory: MemoryEstimate?

  private var thinning: RunWarning? {
    wholeMemory.map {
      RunWarning(
        dataset.identifier,
        "matrices of every state would take \($0.text); those of every \(mainPlan.recordingInterval.ordinal) epoch and the "
          + "last are kept. Loss, modes and the followed prediction are recorded at every epoch",
        .init("--record-every, if other epochs should be kept"))
    }
  }

  private var instability: RunWarning? {
    guard mainPlan.learningRate > largestStableLearningRate else { return nil }
    let rate = Self.safeRate(below: largestStableLearningRate).parameterText
    let cause = isLimitedByStart ? " from initial weights as large as these" : ""
    return RunWarning(
      dataset.identifier,
      "the learning rate \(mainPlan.learningRate.significant()) is above the largest stable one\(cause), "
        + "\(largestStableLearningRate.significant()). The loss may bounce, and sooner or later diverge",
      .init("--eta \(rate)", .eta, rate))
  }

  /// A learning rate for those who have none: four fifths of the largest stable one.
  public static func safeRate(below stable: Double) -> Double { (0.8 * stable).rounded(significant: 2) }

  /// Weights too small for a 32-bit number are zero, and a network with hidden layers never leaves zero.
  private var vanishingStart: RunWarning? {
    guard !mainPlan.isZeroDepth, let scale = mainPlan.initialization.scale,
      Float(scale / Double(dataset.featureCount + dataset.itemCount).squareRoot()) < .leastNormalMagnitude
    else { return nil }
    let usual = TrainingSettings.Default.initializationScale.parameterText
    return RunWarning(
      dataset.identifier, "weights of scale γ = \(scale.significant()) vanish, and nothing will be learned",
      .init("--gamma \(usual)", .gamma, usual))
  }

  /// Epochs that end before there is something to see, by what theory expects before any weight is drawn.
  private let tooShort: RunWarning?

  /// Makes the dataset and resolves what is asked of it.
  ///
  /// - Parameters:
  ///   - descriptor: the dataset's plugin.
  ///   - request: what is asked for.
  ///   - earlier: the start of a request that differs in η, γ and epochs only, to go on from.
  /// - Throws: `SettingsError` and ``PlanError`` for what cannot be meant, `DatasetError` for a dataset that does not
  ///   fit together, `GSLError` if a decomposition fails.
  public init(_ descriptor: DatasetDescriptor, request: RunRequest, from earlier: SharedStart? = nil) throws {
    let training = request.training
    let identifier = descriptor.description.identifier
    var phases = PhaseTimes()
    let start = try phases.measure("data") {
      try earlier
        ?? SharedStart(descriptor, request) { shape in
          let epochs = training.epochs ?? TrainingSettings.Default.epochs
          _ = try Self.memory(shape, of: identifier, training, epochs, training.recordingInterval ?? epochs)
        }
    }
    self.start = start
    let (dataset, shape) = (start.dataset, start.shape)
    var mainPlan = try phases.measure("spectrum") { try training.plan(for: dataset) }
    if training.recordingInterval == nil {
      mainPlan.recordingInterval = MemoryEstimate.interval(
        shape, training, epochs: mainPlan.epochs, memory: FileSystem.physicalMemory)
    }
    if mainPlan.recordingInterval > 1 { mainPlan.pinnedEpochs = Set(request.shownEpochs).sorted() }
    self.mainPlan = mainPlan
    memory = try Self.memory(shape, of: identifier, training, mainPlan.epochs, mainPlan.recordingInterval)
    wholeMemory =
      training.recordingInterval == nil && mainPlan.recordingInterval > 1
      ? MemoryEstimate(shape, training, epochs: mainPlan.epochs) : nil
    largestStableLearningRate = try phases.measure("spectrum") {
      try dataset.largestStableLearningRate(for: mainPlan)
    }
    isLimitedByStart =
      try largestStableLearningRate < dataset.largestStableLearningRate(depth: mainPlan.hiddenWidths.count + 1)
    tooShort = try ShortRun.warning(mainPlan, dataset, stable: largestStableLearningRate)
    self.phases = phases
  }

  /// What a run takes at an interval between recorded states; one that does not fit is refused before it is tried.
  private static func memory(
    _ shape: DatasetShape, of dataset: String, _ settings: TrainingSettings, _ epochs: Int, _ interval: Int
  ) throws(PlanError) -> MemoryEstimate {
    do throws(TooLarge) {
      return try MemoryEstimate(shape, settings, epochs: epochs, interval: interval).fitting(dataset)
    } catch {
      throw .tooLarge(error)
    }
  }
}
