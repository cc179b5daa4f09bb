public import LearningDynamics
internal import PluginKit

/// What is kept of a dataset once its files are written: what the record and the reader are told of it.
///
/// Recordings and figures are not kept; of a large dataset they may fill the memory.
public struct DatasetReport: Sendable {
  /// What was to be done.
  public let plan: DatasetPlan
  /// What each analysis found, in sentences, in the order of the plan.
  public let summaries: [(analysis: String, sentences: [String])]
  /// The trainings that diverged, and when.
  public let diverged: [(training: TrainingPlan, epoch: Int)]
  let record: DatasetRecord

  init(_ outcome: DatasetOutcome, without failed: [String]) {
    plan = outcome.plan
    summaries = outcome.analyses.filter { !failed.contains($0.identifier) }.map { ($0.identifier, $0.outcome.summary) }
    diverged = outcome.recordings.compactMap { recording in
      recording.divergedAtEpoch.map { (recording.plan, $0) }
    }
    record = DatasetRecord(outcome, without: failed)
  }
}
