internal import Gnuplot
public import LearningDynamics
internal import PluginKit

/// What is kept of a dataset once its files are written: what the record and the reader are told of it.
///
/// Recordings and figures are not kept; of a large dataset they may fill the memory.
public struct DatasetReport: Sendable {
  /// What an analysis says.
  public struct Words: Sendable {
    /// The analysis.
    public let analysis: String
    /// The few sentences that every reader wants.
    public let summary: [String]
    /// Further findings, which the summary leaves out.
    public let details: [String]
  }

  /// What was to be done.
  public let plan: DatasetPlan
  /// What each analysis found, in sentences; that first which says what happened, the others in the order of the plan.
  public let words: [Words]
  /// The trainings that diverged, and when.
  public let diverged: [(training: TrainingPlan, epoch: Int)]
  /// The analysis that says what happened, and its first figure.
  let lead: (analysis: String, figure: String)?
  let record: DatasetRecord

  init(_ outcome: DatasetOutcome, without failed: [String]) {
    plan = outcome.plan
    let analyses = outcome.analyses.filter { !failed.contains($0.identifier) }
    let ranks = analyses.map { outcome.plan.rank(of: $0.identifier) }
    let first = ranks.indices.min { ranks[$0] < ranks[$1] }
    let order = [first].compactMap(\.self) + analyses.indices.filter { $0 != first }
    words = order.map { analyses[$0] }.map {
      Words(analysis: $0.identifier, summary: $0.outcome.summary, details: $0.outcome.details)
    }
    lead = first.flatMap { index in
      analyses[index].outcome.figures.first.map { (analyses[index].identifier, $0.name) }
    }
    diverged = outcome.runs.compactMap { run in run.divergedAtEpoch.map { (run.plan, $0) } }
    record = DatasetRecord(outcome, without: failed, lead: words.first?.analysis)
  }
}

extension [DatasetReport] {
  /// The figure to look at first: the first one of the analysis that says what happened, of the first dataset that has it.
  ///
  /// - Parameter drawings: the figures of the run.
  func mainFigure(among drawings: [Drawing]) -> Drawing? {
    let led = compactMap { report in
      report.lead.flatMap { lead in
        drawings.first { $0.dataset == report.plan.dataset.identifier && $0.figure == lead.figure }
          .map { (rank: report.plan.rank(of: lead.analysis), figure: $0) }
      }
    }
    return led.min { $0.rank < $1.rank }?.figure
  }
}

/// What a run came to.
public struct RunReport: Sendable {
  /// A dataset, or one analysis of it, that could not be carried through.
  public struct Failure: Sendable, CustomStringConvertible {
    /// The dataset.
    public let dataset: String
    /// The analysis; none when it was the whole dataset.
    public let analysis: String?
    /// Why.
    public let error: any Error

    /// The failure in words.
    public var description: String {
      "\(analysis.map { "The analysis '\($0)' of '\(dataset)'" } ?? "'\(dataset)'") was left out. \(error)"
    }
  }

  /// The datasets that came through, in the order of the plan.
  public let datasets: [DatasetReport]
  /// The datasets and analyses that did not.
  public let failures: [Failure]
  /// The images that were drawn, and what went wrong with the others.
  public let drawing: DrawingOutcome
  /// The number of figures written as scripts.
  public let figureCount: Int
  /// The figure to look at first; nil in a run without figures.
  public let mainFigure: Drawing?
  /// The record as it was written to `run.json`.
  public let recordText: String
  /// The run that was in the folder before, if there was one: its files are gone.
  public let replaced: ReplacedRun?
}

/// A run whose files another one has replaced.
public struct ReplacedRun: Sendable {
  /// What was asked for, with which it can be made again; nil where its record cannot be read as a whole.
  public let request: RunRequest?
  /// The path of a report that was made of it, if there is one: it stays, though the run is another one now.
  public let report: String?

  init(_ record: [UInt8], in directory: RunDirectory) {
    request = try? RunRecord(record).wholeRequest()
    report = RunDirectory.isReport(directory.reportPath) ? directory.reportPath : nil
  }
}
