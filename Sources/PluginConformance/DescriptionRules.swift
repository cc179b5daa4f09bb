internal import PluginKit

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
