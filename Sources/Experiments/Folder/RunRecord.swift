internal import GSL
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
