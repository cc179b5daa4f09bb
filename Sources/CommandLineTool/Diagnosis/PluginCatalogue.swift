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

extension PluginCatalogue {
  /// The reference page: every plugin with its settings, the options of a run, and the keys of dataset files, from the
  /// declarations that the command line reads too; and the words of the field.
  var markdown: String {
    """
    # Plugins and their settings

    What `dlnn-sim list` and `dlnn-sim describe` tell, on one page.

    Made by `dlnn-sim list --markdown` from what the plugins declare.

    ## Datasets

    \(datasets.map(Self.section).joined(separator: "\n"))
    ## Analyses

    \(analyses.map(Self.section).joined(separator: "\n"))
    ## Options of a run

    | option | what it does | takes | default |
    |---|---|---|---|
    \(RunOption.all.map(Self.row).joined(separator: "\n"))

    ## Keys of a dataset file

    | key | what it takes |
    |---|---|
    \(DatasetFile.keys.map { "| `\($0.name)` | \(Self.cell($0.meaning)) |" }.joined(separator: "\n"))

    ## Words

    | word | meaning |
    |---|---|
    \(Glossary.entries.map { "| \($0.word) | \(Self.cell($0.meaning)) |" }.joined(separator: "\n"))

    """
  }

  private static func section(_ entry: Entry) -> String {
    var text = "### \(entry.identifier)\n\n\(entry.summary).\(entry.partOfTutorial ? " Part of the tutorial." : "")"
    if let requirement = entry.requirement { text += " It \(requirement)." }
    if entry.settings.isEmpty { return text + "\n" }
    text += "\n\n| setting | what it does | takes | default |\n|---|---|---|---|\n"
    for setting in entry.settings {
      text += "| `\(setting.name)` | \(cell(setting.help)) | \(cell(setting.allowed)) | \(cell(setting.default)) |\n"
    }
    return text
  }

  private static func row(_ option: RunOption) -> String {
    let isFlag = option.kind == .flag
    let names = [option.name, option.synonym, isFlag ? "no-\(option.name)" : nil].compactMap { $0.map { "`--\($0)`" } }
    let takes = isFlag ? "" : cell(option.allowed)
    return "| \(names.joined(separator: ", ")) | \(cell(option.help)) | \(takes) | \(cell(option.usual ?? "")) |"
  }

  /// A text that does not end its cell, nor begin markup.
  private static func cell(_ text: String) -> String {
    text.flatMap { "|<>*_`".contains($0) ? ["\\", $0] : [$0] }.reduce(into: "") { $0.append($1) }
  }
}
