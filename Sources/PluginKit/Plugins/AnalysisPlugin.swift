public import Gnuplot
public import LearningDynamics

/// A plugin that makes something of trainings: numbers, figures and sentences.
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
/// An analysis is pure: it sees trainings and gives values. It trains nothing and writes nothing; trainings it needs
/// beside the main one it declares, and the driver runs every distinct one once.
public protocol AnalysisPlugin: Plugin {
  /// What it needs that is known before any data are made; nothing by default.
  static var needs: [AnalysisNeed] { get }

  /// What a dataset and its training must have for the analysis to apply, in words that follow the plugin's name; by default
  /// its ``needs``. Whoever writes ``applies(to:)`` says here why it may not apply.
  static var requirement: String { get }

  /// Whether its figures show single epochs, those of ``AnalysisSubject/shownEpochs`` where a reader asked for some; no by
  /// default. Where it is so, a live page has a slider for the epoch.
  static var showsEpochs: Bool { get }

  /// Its place among the analyses that say what happened. The first of them that a run has comes first in what is told of a
  /// dataset, and its first figure is the one to look at first. None by default.
  static var leadPosition: Int? { get }

  /// Whether the analysis means anything for a dataset and its main training that have what it ``needs``; yes by default.
  func applies(to subject: AnalysisSubject) -> Bool

  /// Refuses settings that do not fit the dataset or the network, before anything is trained; by default none.
  ///
  /// - Throws: `SettingsError`.
  func check(_ subject: AnalysisSubject) throws

  /// The trainings it needs, the main one by default. A run of each is handed over, in this order.
  func trainings(for subject: AnalysisSubject) throws -> [TrainingPlan]

  /// How many multiplications it takes beside the main training, roughly; none worth counting by default.
  ///
  /// A page that others use refuses what would take too long (a processor does about two thousand million a second).
  func multiplications(for subject: AnalysisSubject) -> Double

  /// Makes numbers, sentences and figures of the runs of ``trainings(for:)``.
  ///
  /// What follows from a run (its modes, theory, stages) is best taken from ``LearningDynamics/AnalyzedRun``: there it is
  /// computed once for all analyses.
  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis
}

extension AnalysisPlugin {
  /// Nothing.
  public static var needs: [AnalysisNeed] { [] }

  /// Its needs in words.
  public static var requirement: String {
    needs.isEmpty ? "applies to every dataset" : "needs \(needs.map(\.words).joined(separator: ", and "))"
  }

  /// No.
  public static var showsEpochs: Bool { false }

  /// None.
  public static var leadPosition: Int? { nil }

  /// Always.
  public func applies(to subject: AnalysisSubject) -> Bool { true }

  /// None worth counting.
  public func multiplications(for subject: AnalysisSubject) -> Double { 0 }

  /// Everything fits.
  public func check(_ subject: AnalysisSubject) throws {}

  /// The main training only.
  public func trainings(for subject: AnalysisSubject) throws -> [TrainingPlan] { [subject.mainPlan] }
}

/// Something that an analysis needs and that is known before any data are made: a run does not sample what no analysis
/// would look at.
public enum AnalysisNeed: Sendable {
  /// A dataset with a probe.
  case probe
  /// A network with a hidden layer.
  case hiddenLayer

  /// What follows "needs".
  var words: String {
    switch self {
    case .probe: "a dataset with a probe (one prediction to follow)"
    case .hiddenLayer: "a network with a hidden layer"
    }
  }

  func isMet(by subject: AnalysisSubject) -> Bool {
    switch self {
    case .probe: subject.dataset.probe != nil
    case .hiddenLayer: !subject.mainPlan.isZeroDepth
    }
  }
}

/// What an analysis gives: numbers, figures, files, sentences.
public struct Analysis: Sendable {
  /// What was found, as it stands in `run.json`.
  public let result: any Encodable & Sendable
  /// The few sentences that every reader wants, the most important first. A run prints at most six lines of them.
  public let summary: [String]
  /// Further findings in words. They stand in `run.json`, in the report and on the page, and a run prints them with
  /// `--verbose`.
  public let details: [String]
  /// The figures; each is named as files are.
  public var figures: [Figure]
  /// Files beside the figures, for other programs. They are named as figures are, and one name stands for one content in
  /// all analyses of a dataset.
  public let attachments: [Attachment]

  /// All sentences, the most important first.
  public var sentences: [String] { summary + details }

  /// What was found, in numbers, words and figures.
  public init(
    result: any Encodable & Sendable, summary: [String], details: [String] = [], figures: [Figure],
    attachments: [Attachment] = []
  ) {
    (self.result, self.summary, self.details) = (result, summary, details)
    (self.figures, self.attachments) = (figures, attachments)
  }
}

/// What an analysis is about: a dataset, how its main network is trained, and what the reader asked for.
public struct AnalysisSubject: Sendable {
  /// The dataset.
  public let dataset: Dataset
  /// The main training.
  public let mainPlan: TrainingPlan
  /// The epochs the reader asked to see, if any.
  public let shownEpochs: [Int]
  /// Whether theory is to be drawn over what was simulated.
  public let showsTheory: Bool
  /// The values of the analysis's own parameters.
  public let values: ParameterValues

  /// A subject.
  public init(
    dataset: Dataset, mainPlan: TrainingPlan, shownEpochs: [Int] = [], showsTheory: Bool = true, values: ParameterValues
  ) {
    self.dataset = dataset
    self.mainPlan = mainPlan
    self.shownEpochs = shownEpochs
    self.showsTheory = showsTheory
    self.values = values
  }
}
