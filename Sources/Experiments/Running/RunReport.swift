/// What a run came to.
public struct RunReport: Sendable {
  /// A dataset that could not be carried through.
  public struct Failure: Sendable {
    /// The dataset.
    public let dataset: String
    /// Why.
    public let error: any Error
  }

  /// The datasets that came through, in the order of the plan.
  public let outcomes: [DatasetOutcome]
  /// The datasets that did not.
  public let failures: [Failure]
  /// The images that were drawn, and what went wrong with the others.
  public let drawing: DrawingOutcome
  /// The number of figures written as scripts.
  public let figureCount: Int
  /// The record as it was written to `run.json`.
  public let recordText: String
}
