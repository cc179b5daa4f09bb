public import PluginKit

/// A request made concrete: every dataset made, every training resolved, nothing trained yet.
public struct RunPlan: Sendable {
  /// What was asked for.
  public let request: RunRequest
  /// The datasets with at least one analysis, in the order of the registry.
  public let datasets: [DatasetPlan]

  /// What a reader should know before looking at the figures.
  public var warnings: [String] { datasets.flatMap(\.warnings) }

  /// Plans a run.
  ///
  /// - Throws: `SettingsError` and ``PlanError`` for what cannot be meant, `DatasetError` for a dataset that does not
  ///   fit together, `GSLError` if a decomposition fails.
  public init(_ request: RunRequest, registry: PluginRegistry) throws {
    try request.validate()
    let selection = try PluginSelection(request.plugins, from: registry)
    try selection.check(request.settings)
    let plans = try selection.datasets.map {
      try DatasetPlan($0, analyses: selection.analyses, request: request)
    }
    self.request = request
    datasets = plans.filter { !$0.analyses.isEmpty }
    guard !datasets.isEmpty else {
      throw PlanError.empty(
        datasets: selection.datasets.map(\.description.identifier),
        analyses: selection.analyses.map(\.description.identifier),
        reason: Self.reason(selection))
    }
  }

  private static func reason(_ selection: PluginSelection) -> String {
    selection.analyses.map { "\($0.description.identifier) \($0.requirement)." }.joined(separator: " ")
  }
}
