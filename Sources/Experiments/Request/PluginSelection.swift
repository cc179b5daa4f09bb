public import PluginKit
internal import Support

/// The plugins of a run: all pairs of a dataset and an analysis that applies to it.
///
/// If only analyses are named, they are run on every dataset; if only datasets are named, every analysis is run on them.
/// Without any name the tutorial's plugins are run.
public struct PluginSelection: Sendable {
  /// The datasets, in the order of the registry.
  public let datasets: [DatasetDescriptor]
  /// The analyses, in the order of the registry.
  public let analyses: [AnalysisDescriptor]

  init(datasets: [DatasetDescriptor], analyses: [AnalysisDescriptor]) {
    self.datasets = datasets
    self.analyses = analyses
  }

  /// Selects plugins by their identifiers.
  ///
  /// - Throws: ``PlanError/unknownPlugin(_:nearest:known:)``.
  public init(_ names: [String], from registry: PluginRegistry) throws(PlanError) {
    let known = registry.descriptions.map(\.identifier)
    for name in names where name != PluginRegistry.everything && !known.contains(name) {
      throw .unknownPlugin(name, nearest: NearestName.to(name, among: known), known: known)
    }
    func select<Descriptor>(_ all: [Descriptor], _ description: (Descriptor) -> PluginDescription) -> [Descriptor] {
      if names.isEmpty { return all.filter { description($0).isPartOfTutorial } }
      let named = all.filter { names.contains(description($0).identifier) }
      return named.isEmpty || names.contains(PluginRegistry.everything) ? all : named
    }
    datasets = select(registry.datasets, \.description)
    analyses = select(registry.analyses, \.description)
  }

  /// All parameters of the selected plugins.
  public var parameters: [ParameterDeclaration] {
    (datasets.map(\.description) + analyses.map(\.description)).flatMap(\.parameters)
  }

  /// Refuses settings that no selected plugin has.
  func check(_ settings: [String: String]) throws(SettingsError) {
    let known = Set(parameters.map(\.name)).sorted()
    for name in settings.keys.sorted() where !known.contains(name) {
      throw .unknown(name: name, nearest: NearestName.to(name, among: known), known: known)
    }
  }
}
