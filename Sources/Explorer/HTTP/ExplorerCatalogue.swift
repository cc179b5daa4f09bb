import Experiments
import LearningDynamics
import PluginKit

/// What a page is built from: the plugins with their settings, and the page's first state.
struct ExplorerCatalogue: Encodable {
  let program: String
  let first: First?
  let datasets: [Entry]
  let analyses: [Entry]
  let options: Options
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

  /// A setting as a control needs it.
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

  /// The options of a run that are no settings of plugins, with what they are without being said.
  struct Options: Encodable {
    let hidden: String
    let seed: String
    let sampler: String
    let samplers: [String]
  }

  init(_ registry: PluginRegistry, limits: ExplorationLimits, program: String) {
    let usual = RunRequest()
    self.program = program
    self.limits = limits
    first = PageState.first(in: registry).map {
      First(dataset: $0.dataset.description.identifier, analysis: $0.analysis.description.identifier)
    }
    datasets = registry.datasets.map { Entry($0.description) }
    analyses = registry.analyses.map {
      Entry($0.description, showsEpochs: $0.showsEpochs, requirement: $0.requirement)
    }
    options = Options(
      hidden: usual.training.hiddenWidths.map(String.init).joined(separator: ","), seed: "\(usual.training.seed)",
      sampler: usual.training.sampling.rawValue, samplers: SamplingConvention.allCases.map(\.rawValue))
  }
}

extension ExplorerCatalogue.Entry {
  init(_ description: PluginDescription, showsEpochs: Bool = false, requirement: String? = nil) {
    self.init(
      identifier: description.identifier, summary: description.summary,
      isPartOfTutorial: description.isPartOfTutorial, showsEpochs: showsEpochs, requirement: requirement,
      settings: description.parameters.map(ExplorerCatalogue.Setting.init))
  }
}

extension ExplorerCatalogue.Setting {
  init(_ declaration: ParameterDeclaration) {
    let kind =
      switch declaration.bounds {
      case .integer: "integer"
      case .real: "real"
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
    case .flag: break
    }
  }
}
