import Experiments
import GSL
import LearningDynamics
import PluginKit
internal import Support

/// The limits of a page, so that a figure takes seconds at most. They are checked before any work begins.
public struct ExplorationLimits: Sendable, Encodable {
  /// The largest number of epochs: twenty times the tutorial's.
  public var epochs = 5_000
  /// The largest number of hidden layers.
  public var hiddenLayers = 6
  /// The largest width of a hidden layer.
  public var width = 512
  /// The largest number of features.
  public var features = 200_000
  /// The largest number of items.
  public var items = 128
  /// The largest number of targets, items times features.
  public var targets = 8_000_000
  /// The largest memory of a run in bytes.
  public var memory = 256_000_000
  /// The largest number of multiplications: some seconds on one processor, because estimates are up to six times too high.
  public var multiplications = 2.5e10
  /// The most phases of a history; each may bring other targets.
  public var phases = 16
  /// How many seconds a run may take, whatever was estimated.
  public var seconds = 60

  /// The default limits.
  public init() {}

  /// Refuses a request that is too large for any dataset.
  func check(_ request: RunRequest) throws(ExplorationError) {
    let training = request.training
    if let asked = training.epochs, asked > epochs {
      throw .beyond(
        "\(asked.grouped) epochs are too many for this page (at most \(epochs.grouped)).", ["epochs": "\(epochs)"])
    }
    try check(request.history)
    if training.hiddenWidths.count > hiddenLayers {
      throw .beyond(
        "\(training.hiddenWidths.count) hidden layers are too many for this page (at most \(hiddenLayers)).",
        ["hidden": nil])
    }
    if let widest = training.hiddenWidths.max(), widest > width {
      throw .beyond(
        "A hidden layer of \(widest.grouped) units is too wide for this page (at most \(width)).", ["hidden": nil])
    }
  }

  /// Refuses a history of too many phases.
  private func check(_ history: HistoryChange) throws(ExplorationError) {
    guard history.phases.count > phases else { return }
    throw .beyond("\(history.phases.count) phases are too many for this page (at most \(phases)).", ["phase": nil])
  }

  /// Refuses a dataset that is, or would be, too large.
  ///
  /// - Parameter interval: how often matrices are kept, unless the request says it.
  func check(
    _ shape: DatasetShape, _ training: TrainingSettings, epochs asked: Int, interval: Int
  ) throws(ExplorationError) {
    guard shape.items <= items else {
      throw .beyond("\(shape.items.grouped) items are too many for this page (at most \(items)).", [:])
    }
    guard shape.features <= features + 1, shape.items * shape.features <= targets else {
      // One feature may be added to the sampled ones.
      let most = min(features, targets / max(1, shape.items) - 1)
      throw .beyond(
        "\(shape.features.grouped) features of \(shape.items.grouped) items are too many for this page "
          + "(at most \(most.grouped)).", ["set.features": "\(most)"])
    }
    guard asked <= epochs else {
      throw .beyond(
        "\(asked.grouped) epochs are too many for this page (at most \(epochs.grouped)).", ["epochs": "\(epochs)"])
    }
    let memory = MemoryEstimate(shape, training, epochs: asked, interval: training.recordingInterval ?? interval)
    guard memory.bytes <= self.memory else { throw tooMuch("\(memory.text) of memory") }
    try check(WorkEstimate(shape, training, epochs: asked).multiplications)
  }

  /// Refuses a history that may last too long.
  func check(_ dataset: Dataset, _ plan: TrainingPlan) throws(ExplorationError) {
    guard !dataset.phases.isEmpty, plan.epochs > epochs else { return }
    throw .beyond(
      "The phases may last \(plan.epochs.grouped) epochs, too many for this page (at most \(epochs.grouped)). Give them 'epochs', or "
        + "'at-most' beside 'until'.", ["phase": nil])
  }

  /// Refuses an analysis that would take too long.
  func check(_ plan: DatasetPlan, _ training: TrainingSettings) throws(ExplorationError) {
    let dataset = plan.dataset
    let shape = DatasetShape(dataset)
    let own = plan.analyses.reduce(0.0) { $0 + $1.descriptor.multiplications($1.subject) }
    try check(WorkEstimate(shape, training, epochs: plan.mainPlan.epochs).multiplications + own)
  }

  private func check(_ asked: Double) throws(ExplorationError) {
    guard asked > multiplications else { return }
    // A processor does about 2e9 multiplications per second.
    throw tooMuch("\((asked / 2e9).significant(2)) s of computing time")
  }

  private func tooMuch(_ what: String) -> ExplorationError {
    .beyond(
      "This run needs about \(what), too much for this page. Choose fewer epochs, narrower layers, fewer features or items; "
        + "the command line has no such limit.", [ExplorationError.Remedy.everything: nil])
  }

  /// Stops work that takes too long in spite of the estimate.
  func inTime<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    try await withThrowingTaskGroup { group in
      defer { group.cancelAll() }
      group.addTask { try await work() }
      group.addTask { [self] in
        try await Task.sleep(for: .seconds(seconds))
        throw ExplorationError(
          "This run took longer than \(seconds) s, the limit of this page. The command line has no such limit.",
          status: 503,
          remedy: .usual)
      }
      guard let value = try await group.next() else { throw CancellationError() }
      return value
    }
  }
}
