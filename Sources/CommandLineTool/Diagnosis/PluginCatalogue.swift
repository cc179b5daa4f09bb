internal import Experiments
internal import PluginKit
internal import Support

/// The plugins of a registry as a JSON document.
struct PluginCatalogue: Encodable {
  let datasets: [Entry]
  let analyses: [Entry]

  struct Entry: Encodable {
    let identifier: String
    let summary: String
    let partOfTutorial: Bool
    let requirement: String?
    let settings: [Setting]

    init(_ description: PluginDescription, requirement: String? = nil) {
      identifier = description.identifier
      summary = description.summary
      partOfTutorial = description.isPartOfTutorial
      self.requirement = requirement
      settings = description.parameters.map {
        Setting(name: $0.name, help: $0.help, allowed: $0.allowed, default: $0.defaultText)
      }
    }
  }

  struct Setting: Encodable {
    let name: String
    let help: String
    let allowed: String
    let `default`: String
  }

  /// Every plugin of a registry.
  init(_ registry: PluginRegistry) {
    datasets = registry.datasets.map { Entry($0.description) }
    analyses = registry.analyses.map { Entry($0.description, requirement: $0.requirement) }
  }

  /// The catalogue as text.
  func jsonText() throws -> String { try JSONText.of(self) }

  /// One plugin's entry as text; nil if there is none of the identifier.
  func jsonText(of identifier: String) throws -> String? {
    try (datasets + analyses).first { $0.identifier == identifier }.map(JSONText.of)
  }
}
