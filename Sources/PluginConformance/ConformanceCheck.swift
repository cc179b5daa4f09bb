internal import Gnuplot
internal import LearningDynamics
public import PluginKit

/// A check that every plugin must pass.
///
/// The checks do not depend on a test library. With Swift Testing one test runs them all, each with its own name:
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
  /// The plugin and the requirement: "tree: the same seed makes the same dataset".
  public let description: String

  private let find: @Sendable () async throws -> [String]

  init(_ description: String, find: @escaping @Sendable () async throws -> [String]) {
    self.description = description
    self.find = find
  }

  /// The problems, in sentences; empty if the check passes.
  public func problems() async -> [String] {
    do {
      return try await find()
    } catch {
      return ["\(description): failed with an error: \(error)"]
    }
  }

  /// Every check for every plugin of a registry.
  ///
  /// Analyses are tested with each dataset of the registry, and with three of this module: a tree with a probe, a table of
  /// three items, and samples whose inputs are not one-hot.
  public static func all(of registry: PluginRegistry) throws -> [ConformanceCheck] {
    let samples = try SampleDataset.all()
    let datasets = registry.datasets.map(ConformingDataset.init)
    let subjects = samples + datasets.map { dataset in SampleDataset(dataset.identifier) { try dataset.made() } }
    return registry.descriptions.flatMap(DescriptionRules.checks) + datasets.flatMap(\.checks)
      + registry.analyses.flatMap { analysis in
        let trials = subjects.map { ConformingAnalysis(analysis, on: $0) }
        let applies = ConformanceCheck("\(analysis.description.identifier): applies to one of the datasets") {
          try trials.contains { try $0.applies() }
            ? [] : ["It applies to none. Register a dataset to which it applies."]
        }
        return [applies] + trials.flatMap(\.checks)
      }
  }
}

/// Checks of a plugin's description.
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
        "The summary has to be one line of up to \(PluginDescription.longestSummary) characters without a full stop.")
    }
    return problems
  }

  private static func hasBounds(_ plugin: PluginDescription) -> [String] {
    var problems: [String] = []
    if Set(plugin.parameters.map(\.name)).count < plugin.parameters.count {
      problems.append("Two settings have the same name.")
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
