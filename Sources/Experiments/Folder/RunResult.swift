internal import Gnuplot
public import LearningDynamics
internal import PluginKit

/// The part of a dataset's outcome that is kept after its files are written: the content of the record and of the summary.
///
/// Recordings and figures are not kept, because those of a large dataset may fill the memory.
public struct DatasetReport: Sendable {
  /// The sentences of an analysis.
  public struct Words: Sendable {
    public let analysis: String
    /// The few most useful sentences.
    public let summary: [String]
    /// Further findings, which the summary leaves out.
    public let details: [String]
  }

  public let plan: DatasetPlan
  /// The findings of each analysis in sentences; the leading analysis first, the others in the order of the plan.
  public let words: [Words]
  /// The trainings that diverged, and when.
  public let diverged: [(training: TrainingPlan, epoch: Int)]
  /// The leading analysis, and its first figure.
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
  /// The figure to look at first: the first figure of the leading analysis, from the first dataset that has it.
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

/// The result of a run.
public struct RunResult: Sendable {
  /// A dataset, or one analysis of it, that failed.
  public struct Failure: Sendable, CustomStringConvertible {
    public let dataset: String
    /// The analysis; nil if the whole dataset failed.
    public let analysis: String?
    /// The reason.
    public let error: any Error

    /// The failure in words.
    public var description: String {
      "\(analysis.map { "The analysis '\($0)' of '\(dataset)'" } ?? "'\(dataset)'") failed and was left out. \(error)"
    }
  }

  /// The datasets that succeeded, in the order of the plan.
  public let datasets: [DatasetReport]
  /// The datasets and analyses that failed.
  public let failures: [Failure]
  /// The images that were drawn, and the errors of the others.
  public let drawing: DrawingOutcome
  /// The number of figures written as scripts.
  public let figureCount: Int
  /// The figure to look at first; nil in a run without figures.
  public let mainFigure: Drawing?
  /// The record in `run.json`.
  public let recordText: String
  /// The previous run in the folder, if there was one; its files are gone.
  public let replaced: ReplacedRun?
}

/// A run whose files were replaced by another one.
public struct ReplacedRun: Sendable {
  /// Its request, with which it can be repeated; nil if its record is damaged.
  public let request: RunRequest?
  /// The path of its report, if there is one: it stays in the folder.
  public let report: String?

  init(_ record: [UInt8], in directory: RunDirectory) {
    request = try? RunRecord(record).wholeRequest()
    report = RunDirectory.isReport(directory.reportPath) ? directory.reportPath : nil
  }
}
