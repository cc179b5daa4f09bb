internal import Gnuplot
internal import GSL
internal import LearningDynamics
internal import PluginKit

/// What `run.json` holds: what was asked, what was used, what was found, which files belong to the run.
///
/// No times and no paths stand in it: the same run gives the same record.
struct RunRecord: Encodable {
  let program: Program
  let versions: Versions
  let request: RunRequest
  let datasets: [DatasetRecord]
  let failures: [FailureRecord]
  let warnings: [String]
  let files: [String]

  struct Program: Encodable {
    let name = "dlnn-sim"
    let version: String
  }

  struct Versions: Encodable {
    let gsl: String
    let gnuplot: String?
    let swift: String
  }

  struct FailureRecord: Encodable {
    let dataset: String
    let reason: String
  }

  init(
    plan: RunPlan, outcomes: [DatasetOutcome], failures: [RunReport.Failure], files: [String], gnuplotVersion: String?,
    programVersion: String
  ) {
    program = Program(version: programVersion)
    versions = Versions(gsl: GSLLibrary.version, gnuplot: gnuplotVersion, swift: Self.swiftVersion)
    request = plan.request
    datasets = outcomes.map(DatasetRecord.init)
    self.failures = failures.map { FailureRecord(dataset: $0.dataset, reason: "\($0.error)") }
    warnings = plan.warnings
    self.files = files
  }

  /// The record as text; equal records are equal texts.
  func jsonText() throws -> String { try JSONText.of(self) + "\n" }

  /// The language version of the compiler that built the program.
  private static var swiftVersion: String {
    #if compiler(>=6.5)
      "6.5 or later"
    #elseif compiler(>=6.4)
      "6.4"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }
}

/// One dataset in the record.
struct DatasetRecord: Encodable {
  let identifier: String
  let items: Int
  let features: Int
  let settings: [String: String]
  let probe: String?
  let effectiveLearningRate: Double
  let largestStableLearningRate: Double
  let trainings: [TrainingRecord]
  let analyses: [String: AnalysisRecord]
  let notApplicable: [String]

  struct TrainingRecord: Encodable {
    let plan: TrainingPlan
    let isMain: Bool
    let effectiveLearningRate: Double
    let states: Int
    let divergedAtEpoch: Int?
    let finalLoss: Double
  }

  struct AnalysisRecord: Encodable {
    let settings: [String: String]
    let result: AnyEncodable
    let summary: [String]
    let figures: [String]
  }

  init(_ outcome: DatasetOutcome) {
    let plan = outcome.plan
    identifier = plan.dataset.identifier
    items = plan.dataset.itemCount
    features = plan.dataset.featureCount
    settings = plan.values.byName
    probe = plan.dataset.probe.map { plan.dataset.name(of: $0) }
    effectiveLearningRate = plan.effectiveLearningRate
    largestStableLearningRate = plan.largestStableLearningRate
    trainings = outcome.recordings.map { recording in
      var epoch: Int?
      if case .diverged(let diverged) = recording.outcome { epoch = diverged }
      return TrainingRecord(
        plan: recording.plan, isMain: recording.plan == plan.mainPlan,
        effectiveLearningRate: plan.dataset.effectiveLearningRate(for: recording.plan.learningRate),
        states: recording.stateCount, divergedAtEpoch: epoch, finalLoss: recording.losses[recording.lastEpoch])
    }
    analyses = Dictionary(
      uniqueKeysWithValues: zip(plan.analyses, outcome.analyses).map { planned, analysis in
        (
          analysis.identifier,
          AnalysisRecord(
            settings: planned.subject.values.byName, result: AnyEncodable(value: analysis.outcome.result),
            summary: analysis.outcome.summary, figures: analysis.outcome.figures.map(\.name))
        )
      })
    notApplicable = plan.skipped
  }
}

/// A result whose type only its plugin knows.
struct AnyEncodable: Encodable {
  let value: any Encodable & Sendable

  func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}
