internal import GSL
public import LearningDynamics
public import PluginKit
internal import Support

/// A dataset with its main training fully specified. It does not depend on the analyses, so several runs can use it.
public struct PreparedDataset: Sendable {
  /// The dataset and its random numbers, which several trainings may share.
  public let start: SharedStart
  public let mainPlan: TrainingPlan
  /// η above which the main network is unstable.
  public let largestStableLearningRate: Double
  /// Whether η is limited by the initial weights, and not by the solution.
  private let isLimitedByStart: Bool
  /// How long it took to make the dataset and to decompose it.
  let phases: PhaseTimes
  /// The memory that a run on it needs.
  public let memory: MemoryEstimate

  public var dataset: Dataset { start.dataset }

  /// The values of the dataset's settings.
  public var values: ParameterValues { start.values }

  /// ε of the main training.
  public var effectiveLearningRate: Double { dataset.effectiveLearningRate(for: mainPlan.learningRate) }

  /// Warnings to read before looking at the figures.
  public var warnings: [RunWarning] {
    start.notes.map { RunWarning(dataset.identifier, String($0.hasSuffix(".") ? $0.dropLast() : $0[...])) }
      + unstablePhases + [instability, vanishingStart ?? strongDecay ?? tooShort, thinning].compactMap { $0 }
  }

  /// The memory for the matrices of all states, if for that reason not all are kept.
  private let wholeMemory: MemoryEstimate?

  private var thinning: RunWarning? {
    wholeMemory.map {
      RunWarning(
        dataset.identifier,
        "the matrices of all epochs would take \($0.text), so only every \(mainPlan.recordingInterval.ordinal) epoch and the "
          + "last are kept. Loss, modes and the probe's prediction are recorded at every epoch",
        .init("--record-every to keep other epochs"))
    }
  }

  private var instability: RunWarning? {
    guard dataset.phases.isEmpty, mainPlan.learningRate > largestStableLearningRate else { return nil }
    let rate = Self.safeRate(below: largestStableLearningRate).parameterText
    let cause = isLimitedByStart ? " for such large initial weights" : ""
    let fact =
      "the learning rate \(mainPlan.learningRate.significant()) is above the largest stable one\(cause), "
      + "\(largestStableLearningRate.significant()). The loss may oscillate and sooner or later diverge"
    return largestStableLearningRate > 1e-100
      ? RunWarning(dataset.identifier, fact, .init("--eta \(rate)", .eta, rate))
      : RunWarning(dataset.identifier, fact, .init("smaller initial weights"))
  }

  /// Phases whose rate is too large for what they show; for a dataset without phases there is ``instability``.
  private let unstablePhases: [RunWarning]

  private static func unstablePhases(_ plan: TrainingPlan, _ dataset: Dataset) throws(GSLError) -> [RunWarning] {
    var warnings: [RunWarning] = []
    for (index, phase) in dataset.phases.enumerated() {
      let alone = plan.alone(inPhase: index)
      let stable = try dataset.taught(inPhase: index).largestStableLearningRate(for: alone)
      guard alone.learningRate > stable else { continue }
      let remedy =
        stable > 1e-100
        ? "eta=\(safeRate(below: stable).parameterText) in that phase" : "smaller initial weights"
      warnings.append(
        RunWarning(
          dataset.identifier,
          "the learning rate \(alone.learningRate.significant()) is above the largest stable one of the phase '\(phase.name)', "
            + "\(stable.significant()). Its loss may oscillate and sooner or later diverge",
          .init(remedy)))
    }
    return warnings
  }

  /// A safe learning rate: four fifths of the largest stable one.
  public static func safeRate(below stable: Double) -> Double { (0.8 * stable).rounded(significant: 2) }

  /// Weights too small for a 32-bit number become zero, and a network with hidden layers never leaves zero.
  private var vanishingStart: RunWarning? {
    guard !mainPlan.isShallow, let scale = mainPlan.initialization.scale,
      Float(scale / Double(dataset.featureCount + dataset.itemCount).squareRoot()) < .leastNormalMagnitude
    else { return nil }
    let usual = TrainingSettings.Default.initializationScale.parameterText
    return RunWarning(
      dataset.identifier,
      "initial weights of scale γ = \(scale.significant()) are rounded to zero, so nothing will be learned",
      .init("--gamma \(usual)", .gamma, usual))
  }

  /// Decay that is stronger than every mode: nothing is learned.
  private let strongDecay: RunWarning?

  /// A warning if the run ends before all stages, predicted by theory before any weight is drawn.
  private let tooShort: RunWarning?

  /// Makes the dataset and completes the request with its defaults.
  ///
  /// - Parameters:
  ///   - descriptor: the dataset's plugin.
  ///   - request: the request.
  ///   - earlier: the start of a request that differs in η, γ and epochs only, to be used again.
  ///   - available: the memory that the run may use, in bytes; if it needs more, the matrices of every k-th state are kept.
  /// - Throws: `SettingsError` and ``PlanError`` for an invalid request, `DatasetError` for an inconsistent dataset,
  ///   `GSLError` if a decomposition fails.
  public init(
    _ descriptor: DatasetDescriptor, request: RunRequest, from earlier: SharedStart? = nil, memory available: Int? = nil
  ) throws {
    let training = request.training
    let identifier = descriptor.description.identifier
    var phases = PhaseTimes()
    let start = try phases.measure("data") {
      try earlier
        ?? SharedStart(descriptor, request, drawingAhead: true) { shape in
          let epochs = training.epochs ?? TrainingSettings.Default.epochs
          _ = try Self.memory(shape, of: identifier, training, epochs, training.recordingInterval ?? epochs)
        }
    }
    self.start = start
    let (dataset, shape) = (start.dataset, start.shape)
    var mainPlan = try phases.measure("spectrum") { try training.plan(for: dataset) }
    if training.recordingInterval == nil {
      mainPlan.recordingInterval = MemoryEstimate.interval(
        shape, training, epochs: mainPlan.epochs, memory: available ?? FileSystem.physicalMemory)
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
    unstablePhases = try Self.unstablePhases(mainPlan, dataset)
    isLimitedByStart =
      try largestStableLearningRate < dataset.largestStableLearningRate(depth: mainPlan.hiddenWidths.count + 1)
    let size = Double(dataset.itemCount * dataset.featureCount)
    // Weights of 0 are stable if decay is at least as strong as the growth of the strongest mode.
    let strongest = try dataset.correlationSingularValues().first ?? 0
    let isKnown = mainPlan.variant.isLinear && mainPlan.hiddenWidths.count == 1
    let weaker = (0.1 * 2 * strongest / size).rounded(significant: 1).parameterText
    strongDecay =
      isKnown && strongest > 0 && mainPlan.variant.decay * size / 2 >= strongest
      ? RunWarning(
        dataset.identifier,
        "a weight decay of \(mainPlan.variant.decay.significant()) is stronger than every mode, so nothing will be learned",
        .init("--decay \(weaker)", .decay, weaker)) : nil
    // No theory says when other variants learn.
    tooShort =
      mainPlan.variant == .tutorial && dataset.phases.isEmpty
      ? try ShortRunWarning.warning(mainPlan, dataset, stable: largestStableLearningRate) : nil
    self.phases = phases
  }

  /// The memory that a run needs at an interval between recorded states; a run that does not fit is refused before it starts.
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
