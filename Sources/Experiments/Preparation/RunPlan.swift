public import LearningDynamics
public import PluginKit
internal import Support

/// A request in all details: all datasets made, all trainings planned, nothing trained yet.
public struct RunPlan: Sendable {
  public let request: RunRequest
  /// The datasets with at least one analysis, in the order of the registry.
  public let datasets: [DatasetPlan]

  /// Datasets that were not named in the request and that the settings do not fit, with the reason.
  public let leftOut: [String]

  /// Warnings to read before looking at the figures.
  public var warnings: [String] { leftOut + datasets.flatMap { $0.warnings.map(\.text) } }

  /// Whether the runs on all datasets at once fit in half of the machine's memory; a single run may use more.
  var fitsSideBySide: Bool {
    datasets.reduce(0.0) { $0 + Double($1.prepared.memory.bytes) } < Double(FileSystem.physicalMemory) / 2
  }

  /// Plans a run.
  ///
  /// - Parameters:
  ///   - request: the request.
  ///   - registry: the available plugins.
  ///   - prepare: makes a dataset and plans its training; a caller that keeps datasets may return an earlier one.
  /// - Throws: `SettingsError` and ``PlanError`` for an invalid request, `DatasetError` for an inconsistent dataset,
  ///   `GSLError` if a decomposition fails.
  public init(
    _ request: RunRequest, registry: PluginRegistry,
    prepare: (DatasetDescriptor, RunRequest) throws -> PreparedDataset = { try PreparedDataset($0, request: $1) }
  ) throws {
    try request.validate()
    let selection = try PluginSelection(request.names, from: registry.including(request.datasetFiles))
    try selection.check(request.settings)
    var plans: [DatasetPlan] = []
    var leftOut: [String] = []
    var (withoutCell, withoutItem, withoutWeights) = ([String](), [String](), [String]())
    var (firstError, firstTrainingError) = (DatasetError?.none, TrainingError?.none)
    for descriptor in selection.datasets {
      // A dataset that no analysis would use is not made, but its settings are checked.
      _ = try ParameterValues(descriptor.description.parameters, settings: request.settings)
      let hasProbe = request.probe == nil ? descriptor.hasProbe : true
      guard selection.analyses.contains(where: { $0.mayApply(hasProbe: hasProbe, request.training) }) else {
        continue
      }
      do {
        let prepared = try prepare(descriptor, request)
        plans.append(try DatasetPlan(prepared, analyses: selection.analyses, request: request))
      } catch let error as DatasetError where !request.names.contains(descriptor.description.identifier) {
        // Settings that fit one dataset need not fit another one that was not named.
        firstError = firstError ?? error
        switch error {
        case .unknownCell: withoutCell.append(descriptor.description.identifier)
        case .unknownItem: withoutItem.append(descriptor.description.identifier)
        default: leftOut.append("\(descriptor.description.identifier) is left out. \(error)")
        }
      } catch let error as TrainingError where !request.names.contains(descriptor.description.identifier) {
        // Given weights fit the network of one dataset.
        guard case .weightShapes = error else { throw error }
        firstTrainingError = firstTrainingError ?? error
        withoutWeights.append(descriptor.description.identifier)
      }
    }
    if plans.isEmpty, let firstError { throw firstError }
    if plans.isEmpty, let firstTrainingError { throw firstTrainingError }
    if !withoutWeights.isEmpty {
      leftOut.append(
        "Left out, because the weights are those of another network: \(withoutWeights.joined(separator: ", ")).")
    }
    if let probe = request.probe, !withoutCell.isEmpty {
      leftOut.append("Left out, because they do not have the probe '\(probe)': \(withoutCell.joined(separator: ", ")).")
    }
    if !withoutItem.isEmpty {
      leftOut.append(
        "Left out, because they do not have the items of --frequency: \(withoutItem.joined(separator: ", ")).")
    }
    let applying = Set(plans.flatMap { $0.analyses.map(\.descriptor.description.identifier) })
    for analysis in selection.analyses {
      let identifier = analysis.description.identifier
      guard request.plugins.contains(identifier), !applying.contains(identifier) else { continue }
      leftOut.append("\(identifier) is left out: it \(analysis.requirement).")
    }
    self.request = request
    self.leftOut = leftOut
    datasets = plans.filter { !$0.analyses.isEmpty }
    guard !datasets.isEmpty else {
      throw PlanError.empty(
        datasets: selection.datasets.map(\.description.identifier),
        analyses: selection.analyses.map(\.description.identifier),
        reason: Self.reason(selection))
    }
    try PluginSelection(
      datasets: selection.datasets.filter { descriptor in
        datasets.contains { $0.dataset.identifier == descriptor.description.identifier }
      }, analyses: selection.analyses
    ).check(request.settings)
  }

  private static func reason(_ selection: PluginSelection) -> String {
    selection.analyses.map { "\($0.description.identifier) \($0.requirement)." }.joined(separator: " ")
  }
}

extension RunPlan {
  /// Predicts the planned trainings by theory, without training.
  ///
  /// - Throws: what `LearningForecast` throws.
  public func forecasts() throws -> RunForecast {
    RunForecast(datasets: try datasets.map { try LearningForecast(of: $0.mainPlan, on: $0.dataset) })
  }
}

/// The forecasts of all datasets of a run.
public struct RunForecast: Encodable, Sendable {
  /// One forecast for each dataset, in the order of the plan.
  public let datasets: [LearningForecast]

  /// The forecasts as one JSON document.
  public func jsonText() throws -> String { try JSONText.of(self) }
}

extension TrainingPlan {
  /// The training and its dataset in a line: "shark-bones: 8 items × 10,001 features; one hidden layer of 30, seed 2021, η =
  /// 100 (ε = 0.0025), γ = 1e-12, 250 epochs".
  ///
  /// - Parameters:
  ///   - dataset: its identifier.
  ///   - items: P.
  ///   - features: N.
  ///   - effectiveRate: ε.
  package func title(of dataset: String, items: Int, features: Int, effectiveRate: Double) -> String {
    // In batches and with Adam, no single ε acts on the map.
    let rate = variant.hasEffectiveRate ? " (ε = \(effectiveRate.significant()))" : ""
    return """
      \(Self.size(of: dataset, items, features)); \(networkDescription), seed \(seed), \
      η = \(learningRate.significant())\(rate)\(start), \(length)
      """
  }

  /// The same without ε and without what all trainings of a run share (the network and the seed).
  package func shortTitle(of dataset: String, items: Int, features: Int) -> String {
    "\(Self.size(of: dataset, items, features)); η = \(learningRate.significant())\(start), \(length)"
  }

  /// "250 epochs", "at most 10,100 epochs in 2 phases".
  private var length: String {
    let most = phases.contains { $0.endLoss != nil } ? "at most " : ""
    let parts = phases.count > 1 ? " in \(phases.count) phases" : ""
    return "\(most)\(epochs.grouped) epochs\(parts)"
  }

  private static func size(of dataset: String, _ items: Int, _ features: Int) -> String {
    "\(dataset): \(items.grouped) item\(items == 1 ? "" : "s") × \(features.grouped) feature\(features == 1 ? "" : "s")"
  }

  /// ", γ = 1e-12"; empty for an initialization without γ.
  private var start: String { initialization.scale.map { ", γ = \($0.significant())" } ?? "" }
}
