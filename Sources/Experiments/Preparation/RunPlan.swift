public import LearningDynamics
public import PluginKit
internal import Support

/// A request made concrete: every dataset made, every training resolved, nothing trained yet.
public struct RunPlan: Sendable {
  /// What was asked for.
  public let request: RunRequest
  /// The datasets with at least one analysis, in the order of the registry.
  public let datasets: [DatasetPlan]

  /// Datasets that nobody named and that the settings do not suit, with the reason.
  public let leftOut: [String]

  /// What a reader should know before looking at the figures.
  public var warnings: [String] { leftOut + datasets.flatMap { $0.warnings.map(\.text) } }

  /// Whether half of the machine's memory holds the runs on all datasets at once; of a single one more may be taken.
  var fitsSideBySide: Bool {
    datasets.reduce(0.0) { $0 + Double($1.prepared.memory.bytes) } < Double(FileSystem.physicalMemory) / 2
  }

  /// Plans a run.
  ///
  /// - Parameters:
  ///   - request: what is asked for.
  ///   - registry: the plugins there are.
  ///   - prepare: makes a dataset and resolves its training; whoever keeps datasets may hand over one from before.
  /// - Throws: `SettingsError` and ``PlanError`` for what cannot be meant, `DatasetError` for a dataset that does not
  ///   fit together, `GSLError` if a decomposition fails.
  public init(
    _ request: RunRequest, registry: PluginRegistry,
    prepare: (DatasetDescriptor, RunRequest) throws -> PreparedDataset = { try PreparedDataset($0, request: $1) }
  ) throws {
    try request.validate()
    let selection = try PluginSelection(request.names, from: registry.including(request.datasetFiles))
    try selection.check(request.settings)
    var plans: [DatasetPlan] = []
    var leftOut: [String] = []
    var withoutCell: [String] = []
    var firstError: DatasetError?
    let isShallow = request.training.hiddenWidths.isEmpty
    for descriptor in selection.datasets {
      // Nothing is sampled that no analysis would look at; what was set for it is checked all the same.
      _ = try ParameterValues(descriptor.description.parameters, settings: request.settings)
      let hasProbe = request.probe == nil ? descriptor.hasProbe : true
      guard selection.analyses.contains(where: { $0.mayApply(hasProbe: hasProbe, isShallow: isShallow) }) else {
        continue
      }
      do {
        let prepared = try prepare(descriptor, request)
        plans.append(try DatasetPlan(prepared, analyses: selection.analyses, request: request))
      } catch let error as DatasetError where !request.names.contains(descriptor.description.identifier) {
        // Settings that suit one dataset need not suit another that nobody asked for by name.
        firstError = firstError ?? error
        if case .unknownCell = error {
          withoutCell.append(descriptor.description.identifier)
        } else {
          leftOut.append("\(descriptor.description.identifier) is left out. \(error)")
        }
      }
    }
    if plans.isEmpty, let firstError { throw firstError }
    if let probe = request.probe, !withoutCell.isEmpty {
      leftOut.append("Left out, because they have no cell '\(probe)': \(withoutCell.joined(separator: ", ")).")
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
  /// What the planned trainings will do, by theory; nothing is trained.
  ///
  /// - Throws: what `LearningForecast` throws.
  public func forecasts() throws -> RunForecast {
    RunForecast(datasets: try datasets.map { try LearningForecast(of: $0.mainPlan, on: $0.dataset) })
  }
}

/// Forecasts of all datasets of a run.
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
    """
    \(Self.size(of: dataset, items, features)); \(networkDescription), seed \(seed), \
    η = \(learningRate.significant()) (ε = \(effectiveRate.significant()))\(start), \(epochs.grouped) epochs
    """
  }

  /// The same without what all trainings of a run share, the network and the seed, and without ε.
  package func shortTitle(of dataset: String, items: Int, features: Int) -> String {
    "\(Self.size(of: dataset, items, features)); η = \(learningRate.significant())\(start), \(epochs.grouped) epochs"
  }

  private static func size(of dataset: String, _ items: Int, _ features: Int) -> String {
    "\(dataset): \(items.grouped) item\(items == 1 ? "" : "s") × \(features.grouped) feature\(features == 1 ? "" : "s")"
  }

  /// ", γ = 1e-12"; nothing for a start without γ.
  private var start: String { initialization.scale.map { ", γ = \($0.significant())" } ?? "" }
}
