import Experiments
import LearningDynamics
import PluginKit

/// The data from which the page is built: the plugins with their settings, and the page's first state.
struct ExplorerCatalogue: Encodable {
  let program: String
  let first: First?
  let datasets: [Entry]
  let analyses: [Entry]
  let options: [Option]
  let limits: ExplorationLimits
  let glossary = Glossary.entries

  struct First: Encodable {
    let dataset: String
    let analysis: String
  }

  struct Entry: Encodable {
    let identifier: String
    let summary: String
    let isPartOfTutorial: Bool
    let showsEpochs: Bool
    let requirement: String?
    let settings: [Setting]
  }

  /// A setting, for a control.
  struct Setting: Encodable {
    let name: String
    let help: String
    let allowed: String
    let usual: String
    let kind: String
    var from: Double?
    var to: Double?
    var excludesFrom = false
    var choices: [String]?
  }

  /// An option of a run, for a control.
  struct Option: Encodable {
    let name: String
    let label: String
    let help: String
    let kind: String
    /// The default, if neither the link nor an answer has a value.
    let usual: String
    var choices: [String]?
  }

  init(_ registry: PluginRegistry, limits: ExplorationLimits, program: String) {
    self.program = program
    self.limits = limits
    first = PageState.first(in: registry).map {
      First(dataset: $0.dataset.description.identifier, analysis: $0.analysis.description.identifier)
    }
    datasets = registry.datasets.map { Entry($0.description) }
    analyses = registry.analyses.map {
      Entry($0.description, showsEpochs: $0.showsEpochs, requirement: $0.requirement)
    }
    options = RunOption.all.compactMap(Option.init)
  }
}

extension ExplorerCatalogue.Option {
  /// Nil for an option that is not on the page.
  init?(_ option: RunOption) {
    guard let page = option.page else { return nil }
    let kind =
      switch option.kind {
      case .wholeNumber, .number: "number"
      case .flag: "flag"
      case .choice: "choice"
      case .widths, .cell, .text, .file: "text"
      }
    let usual = option.text(in: .tutorial) ?? option.tutorialText ?? ""
    // A checkbox and a list show their values anyway.
    let help = kind == "text" || kind == "number" ? option.allowed : ""
    self.init(name: option.name, label: page.label, help: help, kind: kind, usual: usual)
    if case .choice(let words) = option.kind { choices = words }
  }
}

extension TrainingPlan {
  /// The tutorial's training.
  fileprivate static var tutorial: TrainingPlan {
    let settings = TrainingSettings()
    return TrainingPlan(
      hiddenWidths: settings.hiddenWidths, learningRate: TrainingSettings.Default.learningRate,
      initialization: .scaledNormal(scale: TrainingSettings.Default.initializationScale),
      epochs: TrainingSettings.Default.epochs, seed: settings.seed, sampling: settings.sampling,
      engine: settings.usedEngine
    )
  }
}

extension ExplorerCatalogue.Entry {
  init(_ description: PluginDescription, showsEpochs: Bool = false, requirement: String? = nil) {
    self.init(
      identifier: description.identifier, summary: description.summary,
      isPartOfTutorial: description.isPartOfTutorial, showsEpochs: showsEpochs, requirement: requirement,
      settings: description.parameters.filter { $0.bounds != .tables }.map(ExplorerCatalogue.Setting.init))
  }
}

extension ExplorerCatalogue.Setting {
  init(_ declaration: ParameterDeclaration) {
    let kind =
      switch declaration.bounds {
      case .integer: "integer"
      case .real: "real"
      case .list, .tables: "text"
      case .flag: "flag"
      case .choice: "choice"
      }
    self.init(
      name: declaration.name, help: declaration.help, allowed: declaration.allowed, usual: declaration.defaultText,
      kind: kind)
    switch declaration.bounds {
    case .integer(let range): (from, to) = (Double(range.lowerBound), Double(range.upperBound))
    case .real(let range, let excludingLowerBound):
      (from, to, excludesFrom) = (range.lowerBound, range.upperBound, excludingLowerBound)
    case .choice(let words): choices = words
    case .list, .tables, .flag: break
    }
  }
}
