internal import Gnuplot
internal import LearningDynamics
internal import PluginKit

/// One dataset in the record.
struct DatasetRecord: Encodable, Sendable {
  let identifier: String
  let items: Int
  let features: Int
  let settings: [String: String]
  let probe: String?
  let followedCell: String
  let effectiveLearningRate: Double
  let largestStableLearningRate: Double
  let trainings: [TrainingRecord]
  /// The analysis that says what happened.
  let lead: String?
  let analyses: [String: AnalysisRecord]
  let notApplicable: [String]

  struct TrainingRecord: Encodable, Sendable {
    let plan: TrainingPlan
    let isMain: Bool
    let effectiveLearningRate: Double
    let states: Int
    let divergedAtEpoch: Int?
    let finalLoss: Double
  }

  struct AnalysisRecord: Encodable, Sendable {
    let settings: [String: String]
    let result: AnyEncodable
    let summary: [String]
    /// The analysis's further findings in words; nil without any.
    let details: [String]?
    let figures: [String]
    /// Files beside the figures, if there are any.
    let attachments: [String]?
  }

  /// - Parameters:
  ///   - failed: analyses that came to nothing in the end.
  ///   - lead: the analysis that says what happened.
  init(_ outcome: DatasetOutcome, without failed: [String], lead: String?) {
    self.lead = lead
    let plan = outcome.plan
    identifier = plan.dataset.identifier
    items = plan.dataset.itemCount
    features = plan.dataset.featureCount
    settings = plan.values.byName
    probe = plan.dataset.probe.map { plan.dataset.name(of: $0) }
    followedCell = plan.dataset.name(of: plan.dataset.followedCell)
    effectiveLearningRate = plan.effectiveLearningRate
    largestStableLearningRate = plan.largestStableLearningRate
    trainings = outcome.recordings.map { recording in
      TrainingRecord(
        plan: recording.plan, isMain: recording.plan == plan.mainPlan,
        effectiveLearningRate: plan.dataset.effectiveLearningRate(for: recording.plan.learningRate),
        states: recording.stateCount, divergedAtEpoch: recording.divergedAtEpoch,
        finalLoss: recording.losses[recording.lastEpoch])
    }
    analyses = Dictionary(
      uniqueKeysWithValues: outcome.analyses.filter { !failed.contains($0.identifier) }.map { analysis in
        let planned = plan.analyses.first { $0.descriptor.description.identifier == analysis.identifier }
        return (
          analysis.identifier,
          AnalysisRecord(
            settings: planned?.subject.values.byName ?? [:], result: AnyEncodable(value: analysis.outcome.result),
            summary: analysis.outcome.summary,
            details: analysis.outcome.details.isEmpty ? nil : analysis.outcome.details,
            figures: analysis.outcome.figures.map(\.name),
            attachments: analysis.outcome.attachments.isEmpty ? nil : analysis.outcome.attachments.map(\.fileName))
        )
      })
    notApplicable = plan.skipped
  }
}

/// A result whose type only its plugin knows.
struct AnyEncodable: Encodable, Sendable {
  let value: any Encodable & Sendable

  func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}
