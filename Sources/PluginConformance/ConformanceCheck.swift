internal import Gnuplot
internal import LearningDynamics
public import PluginKit

/// Something that must hold of a plugin, whoever wrote it.
///
/// The checks depend on no test library. With Swift Testing one test runs them all, each with a name of its own:
///
/// ```swift
/// import PluginConformance
/// import PluginKit
/// import Testing
/// import WeatherPlugins  // the plugins of your package
///
/// @Test(arguments: try ConformanceCheck.all(of: PluginRegistry(datasets: Weather.datasets, analyses: Weather.analyses)))
/// func conforms(check: ConformanceCheck) async {
///   let problems = await check.problems()
///   #expect(problems == [])
/// }
/// ```
///
/// Datasets are made with 200 sampled features and trained on for 40 epochs with 6 hidden units; figures are drawn by
/// gnuplot.
public struct ConformanceCheck: Sendable, CustomStringConvertible {
  /// What must hold, of which plugin: "tree: the same seed makes the same dataset".
  public let description: String

  private let find: @Sendable () async throws -> [String]

  init(_ description: String, find: @escaping @Sendable () async throws -> [String]) {
    self.description = description
    self.find = find
  }

  /// What does not hold, in sentences; empty when all is well.
  public func problems() async -> [String] {
    do {
      return try await find()
    } catch {
      return ["\(description), but it ended with an error: \(error)"]
    }
  }

  /// Every check for every plugin of a registry.
  ///
  /// Analyses meet each dataset of the registry, and three of this module: a tree with a probe, a table of three items,
  /// and samples whose inputs are not one-hot.
  public static func all(of registry: PluginRegistry) throws -> [ConformanceCheck] {
    let samples = try SampleDataset.all()
    let datasets = registry.datasets.map(ConformingDataset.init)
    let subjects = samples + datasets.map { dataset in SampleDataset(dataset.identifier) { try dataset.made() } }
    return registry.descriptions.flatMap(DescriptionRules.checks) + datasets.flatMap(\.checks)
      + registry.analyses.flatMap { analysis in
        let trials = subjects.map { ConformingAnalysis(analysis, on: $0) }
        let applies = ConformanceCheck("\(analysis.description.identifier): applies to one of the datasets") {
          try trials.contains { try $0.applies() } ? [] : ["It applies to none. Register a dataset that it is for."]
        }
        return [applies] + trials.flatMap(\.checks)
      }
  }
}

/// What a plugin says of itself.
enum DescriptionRules {
  static func checks(_ plugin: PluginDescription) -> [ConformanceCheck] {
    [
      ConformanceCheck("\(plugin.identifier): describes itself") { describesItself(plugin) },
      ConformanceCheck("\(plugin.identifier): its settings have bounds, and defaults within") { hasBounds(plugin) },
    ]
  }

  private static func describesItself(_ plugin: PluginDescription) -> [String] {
    var problems: [String] = []
    if !PluginRegistry.isIdentifier(plugin.identifier) {
      problems.append("The identifier '\(plugin.identifier)' is not kebab-case.")
    }
    if !PluginDescription.isSummary(plugin.summary) {
      problems.append(
        "The summary is not one line of up to \(PluginDescription.longestSummary) characters without a full stop.")
    }
    return problems
  }

  private static func hasBounds(_ plugin: PluginDescription) -> [String] {
    var problems: [String] = []
    if Set(plugin.parameters.map(\.name)).count < plugin.parameters.count {
      problems.append("Two settings have one name.")
    }
    for parameter in plugin.parameters {
      let name = parameter.name
      if !PluginRegistry.isIdentifier(name) { problems.append("The setting '\(name)' is not kebab-case.") }
      if parameter.help.isEmpty { problems.append("The setting '\(name)' has no help.") }
      if parameter.canonical(parameter.defaultText) != parameter.defaultText {
        problems.append("The default of '\(name)', \(parameter.defaultText), is not \(parameter.allowed).")
      }
      for text in parameter.extremes where parameter.canonical(text) == nil {
        problems.append("'\(name)' refuses \(text), although it takes \(parameter.allowed).")
      }
      for text in parameter.beyond where parameter.canonical(text) != nil {
        problems.append("'\(name)' takes '\(text)', which is not \(parameter.allowed).")
      }
    }
    return problems
  }
}
