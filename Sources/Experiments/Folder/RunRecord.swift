internal import Gnuplot
internal import GSL
internal import LearningDynamics
internal import PluginKit
internal import Support

/// What `run.json` holds: what was asked, what was used, what was found, which files belong to the run.
///
/// No times and no paths stand in it: the same run gives the same record. ``StoredRecord`` reads it back.
struct RunRecord: Encodable {
  let program: StoredRecord.Program
  let versions: StoredRecord.Versions
  let request: RunRequest
  let datasets: [DatasetRecord]
  let failures: [FailureRecord]
  let warnings: [String]
  /// Datasets that an interruption left out; of these the folder may hold files of an earlier run.
  let unfinished: [String]?
  /// Figures without an image although images were asked for, because gnuplot failed or the run was interrupted.
  let undrawn: [String]?
  /// The figure to look at first, DATASET/FIGURE; none in a run without figures.
  let mainFigure: String?
  let files: [String]

  struct FailureRecord: Encodable {
    let dataset: String
    let analysis: String?
    let reason: String
  }

  init(
    plan: RunPlan, datasets: [DatasetReport], failures: [RunReport.Failure], unfinished: [String], undrawn: [String],
    mainFigure: Drawing?,
    files: [String],
    gnuplotVersion: String?,
    programVersion: String
  ) {
    program = StoredRecord.Program(version: programVersion)
    versions = StoredRecord.Versions(gsl: GSLLibrary.version, gnuplot: gnuplotVersion, swift: Compiler.version)
    request = plan.request
    self.datasets = datasets.map(\.record)
    self.failures = failures.map { FailureRecord(dataset: $0.dataset, analysis: $0.analysis, reason: "\($0.error)") }
    warnings = plan.warnings
    let failed = failures.filter { $0.analysis == nil }.map(\.dataset)
    let interrupted = unfinished.filter { !failed.contains($0) }
    self.unfinished = interrupted.isEmpty ? nil : interrupted
    self.undrawn = undrawn.isEmpty ? nil : undrawn
    self.mainFigure = mainFigure.map { "\($0.dataset)/\($0.figure)" }
    self.files = files
  }

  /// The record as text; equal records are equal texts.
  func jsonText() throws -> String { try JSONText.of(self) + "\n" }
}

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
