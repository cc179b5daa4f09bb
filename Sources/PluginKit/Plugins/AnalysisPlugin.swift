public import Gnuplot
public import LearningDynamics

/// A plugin that makes something of recorded trainings: numbers, figures and sentences.
///
/// An analysis is pure: it sees recordings and gives values. It trains nothing and writes nothing; trainings it needs
/// beside the main one it declares, and the driver runs every distinct one once.
public protocol AnalysisPlugin: Plugin {
  /// What the analysis finds; written to `run.json`.
  associatedtype Result: Encodable & Sendable

  /// What a dataset and its training must have for the analysis to apply, in words; nothing by default.
  static var requirement: String { get }

  /// Whether its figures show single epochs, those of ``AnalysisSubject/shownEpochs`` where a reader asked for some; no by
  /// default. Where it is so, a live page has a slider for the epoch.
  static var showsEpochs: Bool { get }

  /// Its place among the analyses that say what happened. The first of them that a run has comes first in what is told of a
  /// dataset, and its first figure is the one to look at first. None by default.
  static var leadPosition: Int? { get }

  /// Whether the analysis means anything for a dataset and its main training; yes by default.
  func applies(to subject: AnalysisSubject) -> Bool

  /// Refuses settings that do not fit the dataset or the network, before anything is trained; by default none.
  ///
  /// - Throws: `SettingsError`.
  func check(_ subject: AnalysisSubject) throws

  /// The trainings it needs, the main one by default. A recording of each is handed over, in this order.
  func trainings(for subject: AnalysisSubject) throws -> [TrainingPlan]

  /// How many multiplications it takes beside the main training, roughly; none worth counting by default.
  ///
  /// A page that others use refuses what would take too long (a processor does about two thousand million a second).
  func multiplications(for subject: AnalysisSubject) -> Double

  /// Computes the result from the recordings of ``trainings(for:)``.
  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result

  /// Draws the result and the recordings it came from; figures are named as files are.
  func figures(for result: Result, from recordings: [Recording], of subject: AnalysisSubject) throws -> [Figure]

  /// Files beside the figures, for other programs; none by default. They are named as figures are, and one name stands for
  /// one content in all analyses of a dataset.
  func attachments(for result: Result, from recordings: [Recording], of subject: AnalysisSubject) throws -> [Attachment]

  /// The few sentences that every reader wants, the most important first. A run prints at most six lines of them.
  func summary(of result: Result, of subject: AnalysisSubject) -> [String]

  /// Further findings, which the summary leaves out; none by default. They stand in `run.json`, in the report and on the
  /// page, and a run prints them with `--verbose`.
  func details(of result: Result, of subject: AnalysisSubject) -> [String]
}

extension AnalysisPlugin {
  /// Nothing.
  public static var requirement: String { "applies to every dataset" }

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

  /// None.
  public func attachments(
    for result: Result, from recordings: [Recording], of subject: AnalysisSubject
  ) throws -> [Attachment] { [] }

  /// None.
  public func details(of result: Result, of subject: AnalysisSubject) -> [String] { [] }

  /// The main training only.
  public func trainings(for subject: AnalysisSubject) throws -> [TrainingPlan] { [subject.mainPlan] }
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
