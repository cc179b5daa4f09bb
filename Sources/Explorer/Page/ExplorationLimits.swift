import Experiments
import GSL
import LearningDynamics
import PluginKit
internal import Support

/// What a page may ask for: everything that keeps a picture within seconds, checked before any work begins.
public struct ExplorationLimits: Sendable, Encodable {
  /// The most epochs: twenty times the tutorial's.
  public var epochs = 5_000
  /// The most hidden layers.
  public var hiddenLayers = 6
  /// The widest hidden layer.
  public var width = 512
  /// The most features.
  public var features = 200_000
  /// The most items.
  public var items = 128
  /// The most values of targets, items times features.
  public var targets = 8_000_000
  /// The most memory of a run in bytes.
  public var memory = 256_000_000
  /// The most multiplications, some seconds of one processor.
  public var multiplications = 1e10
  /// How long a run may take whatever was reckoned.
  public var seconds = 60

  /// The limits as they are.
  public init() {}

  /// Refuses what a request asks of every dataset alike.
  func check(_ request: RunRequest) throws(ExplorationError) {
    let training = request.training
    if let asked = training.epochs, asked > epochs {
      throw .beyond(
        "\(asked.grouped) epochs are more than this page trains, \(epochs.grouped).", ["epochs": "\(epochs)"])
    }
    if training.hiddenWidths.count > hiddenLayers {
      throw .beyond(
        "\(training.hiddenWidths.count) hidden layers are more than this page trains, \(hiddenLayers).", ["hidden": nil]
      )
    }
    if let widest = training.hiddenWidths.max(), widest > width {
      throw .beyond(
        "A hidden layer of \(widest.grouped) is wider than this page trains, \(width).", ["hidden": nil])
    }
  }

  /// Refuses a dataset by the shape it has, or would have.
  func check(_ shape: DatasetShape, _ training: TrainingSettings, epochs asked: Int) throws(ExplorationError) {
    guard shape.items <= items else {
      throw .beyond("\(shape.items.grouped) items are more than this page shows, \(items).", [:])
    }
    guard shape.features <= features + 1, shape.items * shape.features <= targets else {
      // One feature may come on top of those that are sampled.
      let most = min(features, targets / max(1, shape.items) - 1)
      throw .beyond(
        "\(shape.features.grouped) features of \(shape.items.grouped) items are more than this page samples, "
          + "\(most.grouped).", ["set.features": "\(most)"])
    }
    guard asked <= epochs else {
      throw .beyond(
        "\(asked.grouped) epochs are more than this page trains, \(epochs.grouped).", ["epochs": "\(epochs)"])
    }
    let memory = MemoryEstimate(shape, training, epochs: asked)
    guard memory.bytes <= self.memory else { throw tooMuch("\(memory.text) of memory") }
    try check(WorkEstimate(shape, training, epochs: asked).multiplications)
  }

  /// Refuses an analysis that takes too long itself.
  func check(_ plan: DatasetPlan, _ training: TrainingSettings) throws(ExplorationError) {
    let dataset = plan.dataset
    let shape = DatasetShape(
      items: dataset.itemCount, features: dataset.featureCount, inputs: dataset.inputs.columns)
    let own = plan.analyses.reduce(0.0) { $0 + $1.descriptor.multiplications($1.subject) }
    try check(WorkEstimate(shape, training, epochs: plan.mainPlan.epochs).multiplications + own)
  }

  private func check(_ asked: Double) throws(ExplorationError) {
    guard asked > multiplications else { return }
    // A processor does about 2e9 a second.
    throw tooMuch("\((asked / 2e9).significant(2)) s of arithmetic")
  }

  private func tooMuch(_ what: String) -> ExplorationError {
    .beyond(
      "This would take about \(what), more than this page may. Choose fewer epochs, narrower layers, fewer features or items; "
        + "the command line has no such limit.", [ExplorationError.Remedy.everything: nil])
  }

  /// Ends work that takes too long all the same.
  func inTime<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    try await withThrowingTaskGroup { group in
      defer { group.cancelAll() }
      group.addTask { try await work() }
      group.addTask { [self] in
        try await Task.sleep(for: .seconds(seconds))
        throw ExplorationError(
          "This took longer than the \(seconds) s that this page may. The command line has no such limit.", status: 503,
          remedy: .usual)
      }
      guard let value = try await group.next() else { throw CancellationError() }
      return value
    }
  }
}
