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
    request = try? StoredRecord(record).request
    report = RunDirectory.isReport(directory.reportPath) ? directory.reportPath : nil
  }
}
