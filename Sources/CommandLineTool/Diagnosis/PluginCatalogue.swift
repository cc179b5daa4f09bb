internal import Experiments
internal import LearningDynamics
internal import PluginKit
internal import Support

/// The plugins of a registry, and the options of a run, as a JSON document: from it other programs learn what they can ask for.
struct PluginCatalogue: Encodable {
  /// The program's version.
  let version: String
  let datasets: [Entry]
  let analyses: [Entry]
  let options = RunOption.all.map(Option.init)

  private enum CodingKeys: String, CodingKey { case version, datasets, analyses, options }

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

  struct Option: Encodable {
    let name: String
    let synonym: String?
    /// "wholeNumber", "number", "widths", "flag", "choice", "cell", "text" or "file".
    let kind: String
    /// The words of a choice.
    let choices: [String]?
    let allowed: String
    let help: String
    /// The default, in words.
    let `default`: String?
    let repeatable: Bool
    /// "training", or "recording" for what is kept and shown.
    let role: String
    let sweepable: Bool

    init(_ option: RunOption) {
      (name, synonym, allowed, help) = (option.name, option.synonym, option.allowed, option.help)
      if case .choice(let words) = option.kind {
        (kind, choices) = ("choice", words)
      } else {
        (kind, choices) = ("\(option.kind)", nil)
      }
      `default` = option.usual ?? option.tutorialText
      (repeatable, role) = (option.isRepeatable, "\(option.role)")
      sweepable = option.variation != nil
    }
  }

  init(_ registry: PluginRegistry, version: String) {
    self.version = version
    datasets = registry.datasets.map { Entry($0.description) }
    analyses = registry.analyses.map { Entry($0.description, requirement: $0.requirement) }
  }

  func jsonText() throws -> String { try JSONText.of(self) }

  /// One plugin's entry as text; nil if there is no such plugin.
  func jsonText(of identifier: String) throws -> String? {
    try (datasets + analyses).first { $0.identifier == identifier }.map(JSONText.of)
  }
}

extension PluginCatalogue {
  /// The reference page: all plugins with their settings, the options of a run, and the keys of dataset files, from the
  /// declarations that the command line uses too.
  var markdown: String {
    """
    # Plugins and their settings

    All plugins, settings and options on one page.

    Generated from the plugins' declarations by `dlnn-sim list --markdown`.

    ## Datasets

    \(datasets.map(Self.section).joined(separator: "\n"))
    ## Analyses

    \(analyses.map(Self.section).joined(separator: "\n"))
    ## Options of a run

    | option | what it does | values | default |
    |---|---|---|---|
    \(RunOption.all.map(Self.row).joined(separator: "\n"))

    ## Keys of a dataset file

    | key | value |
    |---|---|
    \(DatasetFile.keys.map { "| `\($0.name)` | \(Self.cell($0.meaning)) |" }.joined(separator: "\n"))

    ## Keys of a phase

    In `phases:` of a dataset file, and with `--phase`: `'epochs=400 without=Oak'`. Names with blanks, commas or colons are in double
    quotes there: `'only="Grey seal",Oak'`. Several phases have semicolons between them, and `N: KEY=VALUE` changes phase N. In sweeps
    a key is varied as `phaseN.KEY`, and a frequency as `phaseN.frequency.ITEM`. A history has at most \(LearningPhase.largestCount) phases.

    | key | value |
    |---|---|
    \(PhaseKey.allCases.map { "| `\($0.rawValue)` | \(Self.cell($0.meaning)) |" }.joined(separator: "\n"))

    """
  }

  private static func section(_ entry: Entry) -> String {
    var text = "### \(entry.identifier)\n\n\(entry.summary).\(entry.partOfTutorial ? " Part of the tutorial." : "")"
    if let requirement = entry.requirement { text += " It \(requirement)." }
    if entry.settings.isEmpty { return text + "\n" }
    text += "\n\n| setting | what it does | values | default |\n|---|---|---|---|\n"
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

  /// The text, escaped for a cell of a Markdown table.
  fileprivate static func cell(_ text: String) -> String {
    text.flatMap { "|<>*_`".contains($0) ? ["\\", $0] : [$0] }.reduce(into: "") { $0.append($1) }
  }
}

extension Glossary {
  /// The page of the glossary in the reference documentation.
  static var markdown: String {
    let rows = entries.map { "| \(PluginCatalogue.cell($0.word)) | \(PluginCatalogue.cell($0.meaning)) |" }
    return """
      # Glossary

      The terms in figures, findings and settings, each in a sentence.

      Made by `dlnn-sim list --glossary` (`make reference`).

      | term | meaning |
      |---|---|
      \(rows.joined(separator: "\n"))

      """
  }
}
