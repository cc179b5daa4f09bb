public import Gnuplot
public import LearningDynamics

/// A plugin that turns trainings into numbers, figures and sentences.
///
/// ```swift
/// import LearningDynamics
/// import PluginKit
///
/// struct FinalLoss: AnalysisPlugin {
///   static let identifier = "final-loss"
///   static let summary = "The loss in the end"
///
///   func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
///     let losses = runs[0].losses
///     return Analysis(
///       result: ["final": losses.last], summary: ["ends at \(losses.last ?? 0)"],
///       figures: [.line("final-loss", losses, title: "Loss of \(subject.dataset.identifier)", y: .loss(losses))])
///   }
/// }
/// ```
///
/// An analysis is pure: it gets trainings and returns values. It does not train and does not write files. If it needs more
/// trainings than the main one, it declares them, and each distinct one is run once.
public protocol AnalysisPlugin: Plugin {
  /// Its needs that can be checked before any data are made; none by default.
  static var needs: [AnalysisNeed] { get }

  /// What a dataset and its training must have for the analysis to apply, in words that follow the plugin's name; by default
  /// its ``needs``. If you implement ``applies(to:)``, say here why it may not apply.
  static var requirement: String { get }

  /// Whether its figures show single epochs (those of ``AnalysisSubject/shownEpochs`` if the user asked for some); no by
  /// default. If it is true, the live page has a slider for the epoch.
  static var showsEpochs: Bool { get }

  /// Its rank among the analyses that say what happened. In a run the first of them comes first in the summary of a dataset,
  /// and its first figure is the main figure. None by default.
  static var leadPosition: Int? { get }

  /// Whether the analysis makes sense for a dataset and its main training, given that its ``needs`` are met; yes by default.
  func applies(to subject: AnalysisSubject) -> Bool

  /// Refuses settings that do not fit the dataset or the network, before anything is trained; by default it refuses none.
  ///
  /// - Throws: `SettingsError`.
  func check(_ subject: AnalysisSubject) throws

  /// The trainings it needs; the main one by default. It gets a run of each, in this order.
  func trainings(for subject: AnalysisSubject) throws -> [TrainingPlan]

  /// Roughly how many multiplications it needs beyond the main training; 0 by default, for a negligible number.
  ///
  /// A page that is open to others refuses work that would take too long (a processor does about two billion a second).
  func multiplications(for subject: AnalysisSubject) -> Double

  /// Turns the runs of ``trainings(for:)`` into numbers, sentences and figures.
  ///
  /// Take a run's modes, theory and stages from `AnalyzedRun`: there they are computed once for all
  /// analyses.
  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis
}

extension AnalysisPlugin {
  public static var needs: [AnalysisNeed] { [] }

  /// Its needs in words.
  public static var requirement: String {
    needs.isEmpty ? "applies to every dataset" : "needs \(needs.map(\.words).joined(separator: ", and "))"
  }

  public static var showsEpochs: Bool { false }

  public static var leadPosition: Int? { nil }

  public func applies(to subject: AnalysisSubject) -> Bool { true }

  public func multiplications(for subject: AnalysisSubject) -> Double { 0 }

  public func check(_ subject: AnalysisSubject) throws {}

  /// The main training only.
  public func trainings(for subject: AnalysisSubject) throws -> [TrainingPlan] { [subject.mainPlan] }
}

/// A need of an analysis that can be checked before any data are made, so that a run does not make data that no analysis
/// would use.
public enum AnalysisNeed: Sendable {
  /// A dataset with a probe.
  case probe
  /// A network with a hidden layer.
  case hiddenLayer
  /// Linear units and no biases: a network whose map from inputs to outputs is a matrix.
  case linearNetwork
  /// A dataset that is taught as it is, without a history.
  case singlePhase

  /// The words after "needs".
  var words: String {
    switch self {
    case .probe: "a dataset with a probe (one prediction to follow)"
    case .hiddenLayer: "a network with a hidden layer"
    case .linearNetwork: "linear units without biases"
    case .singlePhase: "a dataset without phases"
    }
  }

  func isMet(by subject: AnalysisSubject) -> Bool {
    switch self {
    case .probe: subject.dataset.probe != nil
    case .hiddenLayer: !subject.mainPlan.isShallow
    case .linearNetwork: subject.mainPlan.variant.isLinear
    case .singlePhase: subject.dataset.phases.isEmpty
    }
  }
}

/// The result of an analysis: numbers, figures, files and sentences.
public struct Analysis: Sendable {
  /// The findings, as they are written to `run.json`.
  public let result: any Encodable & Sendable
  /// The few most useful sentences, the most important first. A run prints at most six lines of them.
  public let summary: [String]
  /// Further findings in words. They are in `run.json`, in the report and on the page, and a run prints them with
  /// `--verbose`.
  public let details: [String]
  /// The figures; their names are file names too.
  public var figures: [Figure]
  /// Files for other programs. They are named like figures, and a name must stand for the same content in all analyses of a
  /// dataset.
  public let attachments: [Attachment]

  /// All sentences, the most important first.
  public var sentences: [String] { summary + details }

  /// A result in numbers, words and figures.
  public init(
    result: any Encodable & Sendable, summary: [String], details: [String] = [], figures: [Figure],
    attachments: [Attachment] = []
  ) {
    (self.result, self.summary, self.details) = (result, summary, details)
    (self.figures, self.attachments) = (figures, attachments)
  }
}

/// The subject of an analysis: a dataset, how its main network is trained, and what the user asked for.
public struct AnalysisSubject: Sendable {
  public let dataset: Dataset
  public let mainPlan: TrainingPlan
  /// The dataset by whose inputs the modes of the main network are: for a network that is not linear, each item is its own
  /// input.
  public let readDataset: Dataset
  /// The epochs that the user asked to see, if any.
  public let shownEpochs: [Int]
  /// Whether to draw theory over the simulation.
  public let showsTheory: Bool
  /// The values of the analysis's own parameters.
  public let values: ParameterValues

  public init(
    dataset: Dataset, mainPlan: TrainingPlan, shownEpochs: [Int] = [], showsTheory: Bool = true, values: ParameterValues
  ) {
    self.dataset = dataset
    self.mainPlan = mainPlan
    readDataset = dataset.read(by: mainPlan.variant)
    self.shownEpochs = shownEpochs
    self.showsTheory = showsTheory
    self.values = values
  }
}
