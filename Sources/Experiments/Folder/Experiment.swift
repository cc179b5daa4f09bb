public import Gnuplot
internal import LearningDynamics
public import Support

/// A planned run, carried out: train, analyse, write, draw, record.
public struct Experiment: Sendable {
  /// What is to be done.
  public let plan: RunPlan
  /// Where it goes.
  public let directory: RunDirectory
  /// What draws the figures.
  public let gnuplot: GnuplotProgram
  /// The program's version, for the record.
  public let programVersion: String

  /// How many datasets are trained on, and how many figures drawn, at once; what is written does not depend on it.
  public let jobs: Int

  /// An experiment.
  public init(
    _ plan: RunPlan, into directory: RunDirectory, gnuplot: GnuplotProgram = GnuplotProgram(),
    jobs: Int = FileSystem.processorCount, programVersion: String
  ) {
    self.plan = plan
    self.directory = directory
    self.gnuplot = gnuplot
    self.jobs = jobs
    self.programVersion = programVersion
  }

  /// Runs everything and writes the folder; what failed is in the report, what was computed is kept.
  ///
  /// - Throws: `FileError` and `RunDirectoryError` when the folder cannot be written, whatever a training or an analysis throws when not
  ///   one dataset came through, and `CancellationError` when the task is cancelled; what was done by then is recorded.
  public func run(_ notify: @escaping @Sendable (RunEvent) -> Void = { _ in }) async throws -> RunReport {
    let publication = try publication()
    defer { publication.workshop.remove() }
    // Asked while the networks are trained, because starting a program takes a moment.
    let asked = Task { await gnuplotVersion() }
    let began = ContinuousClock.now
    let learned = await learn(into: publication, notify)
    let learningTime = ContinuousClock.now - began
    if learned.datasets.isEmpty {
      try Task.checkCancellation()
      if let first = learned.failures.first { throw first.error }
    }

    var found = await withTaskCancellationHandler {
      await asked.value
    } onCancel: {
      asked.cancel()
    }
    // Beside trainings that left it no processor in time it is asked again, now that they are done.
    if case .failure(.timedOut) = found, learningTime > GnuplotProgram.versionTimeLimit / 2 {
      found = await gnuplotVersion()
    }
    // Of a dataset that was not finished now, what an earlier run found is all there is.
    let finished = Set(learned.datasets.map(\.plan.dataset.identifier))
    let unfinished = plan.datasets.map(\.dataset.identifier).filter { !finished.contains($0) }
    let kept =
      publication.wasUnfinished
      ? [] : publication.earlier.filter { file in unfinished.contains { file.hasPrefix("\($0)/") } }
    let mainFigure = learned.datasets.mainFigure(among: learned.drawings)
    func record(_ drawn: [Drawing]) throws -> (files: [String], text: String) {
      let images = plan.request.format.map { format in drawn.map { $0.image(format) } } ?? []
      let files = Set(learned.files + images + kept).sorted()
      let undrawn = Set(plan.request.format == nil ? [] : learned.drawings).subtracting(drawn)
      let record = RunRecord(
        plan: plan, datasets: learned.datasets, failures: learned.failures, unfinished: unfinished,
        undrawn: undrawn.map { "\($0.dataset)/\($0.figure)" }.sorted(), mainFigure: mainFigure, files: files,
        gnuplotVersion: try? found.get(), programVersion: programVersion)
      return (files, try record.jsonText())
    }
    try publication.reserve(record(learned.drawings).text.utf8.count)
    let drawing = await draw(learned.drawings, found, into: publication, notify)
    let (files, text) = try record(drawing.drawn)
    try publication.publish(files, record: text)
    try Task.checkCancellation()
    return RunReport(
      datasets: learned.datasets, failures: learned.failures, drawing: drawing, figureCount: learned.drawings.count,
      mainFigure: mainFigure, recordText: text,
      replaced: publication.earlierRecord.map { ReplacedRun($0, in: directory) })
  }

  /// The folder, taken for this run.
  ///
  /// - Throws: `RunDirectoryError.foreign(path:)` when its `run.json` is none of ours, which a run would overwrite.
  private func publication() throws -> Publication {
    let output = try Folder(directory.path, making: true)
    if directory.holdsComparison { throw RunDirectoryError.holdsComparison(path: directory.path) }
    if directory.holdsSweep { throw RunDirectoryError.holdsSweep(path: directory.path) }
    return try Publication(into: output, record: RunDirectory.recordName) { bytes in
      do throws(RunRecord.Damage) {
        return try RunRecord(bytes).files
      } catch {
        throw RunDirectoryError.foreign(path: directory.recordPath, reason: error.reason)
      }
    }
  }

  /// What came of the datasets, and the files written for them.
  private struct Learned: Sendable {
    var datasets: [DatasetReport] = []
    var failures: [RunReport.Failure] = []
    var files: [String] = []
    var drawings: [Drawing] = []
  }

  /// Trains, analyses and writes tables and scripts, datasets side by side; one that fails leaves the others.
  private func learn(
    into publication: Publication, _ notify: @escaping @Sendable (RunEvent) -> Void
  ) async -> Learned {
    let atOnce = plan.fitsSideBySide ? jobs : 1
    let parts = Mutex<[Int: Result<Learned, any Error>]>([:])
    // After an interrupt a long step is not waited for: what was finished before is kept without it.
    _ = try? await within(.seconds(365 * 86_400), grace: .milliseconds(300)) { [self] in
      _ = await sideBySide(plan.datasets.count, atOnce: atOnce, on: ComputingExecutor.shared) { index in
        let part = Result { try learn(plan.datasets[index], into: publication, notify) }
        parts.withLock { $0[index] = part }
      }
    }
    var learned = Learned()
    for (index, dataset) in plan.datasets.enumerated() {
      guard let part = parts.withLock({ $0[index] }) else { continue }
      do {
        let part = try part.get()
        learned.datasets += part.datasets
        learned.failures += part.failures
        learned.files += part.files
        learned.drawings += part.drawings
      } catch is CancellationError {
        continue
      } catch {
        learned.failures.append(RunReport.Failure(dataset: dataset.dataset.identifier, analysis: nil, error: error))
      }
    }
    return learned
  }

  private func learn(
    _ dataset: DatasetPlan, into publication: Publication, _ notify: (RunEvent) -> Void
  ) throws -> Learned {
    try Task.checkCancellation()
    let name = dataset.dataset.identifier
    notify(.training(dataset: name))
    let outcome = try DatasetOutcome(dataset)
    var phases = outcome.phases
    let files = try phases.measure("tables and scripts") {
      try DatasetFiles(outcome, exporting: Export.named(plan.request.exports), drawnFor: plan.request.medium)
    }
    let written = try phases.measure("files") {
      try files.add(to: publication, drawnAs: plan.request.format)
    }
    notify(.written(dataset: name, figures: written.figures.count, phases: phases))
    let failures = outcome.failures + files.failures
    return Learned(
      datasets: [DatasetReport(outcome, without: files.failures.map(\.identifier))],
      failures: failures.map { RunReport.Failure(dataset: name, analysis: $0.identifier, error: $0.error) },
      files: written.files, drawings: written.figures)
  }

  private func draw(
    _ drawings: [Drawing], _ version: Result<String, GnuplotError>, into publication: Publication,
    _ notify: @Sendable (RunEvent) -> Void
  ) async -> DrawingOutcome {
    guard let format = plan.request.format else { return DrawingOutcome() }
    if case .failure(let error) = version {
      return DrawingOutcome(failures: [DrawingOutcome.Failure(error: error, drawings: [])])
    }
    notify(.drawing(done: 0, total: drawings.count))
    return await DrawingOutcome(
      of: drawings, in: publication.workshop.folder.path, as: format, with: gnuplot, atOnce: jobs,
      afterEach: { done in notify(.drawing(done: done, total: drawings.count)) }
    ) { drawing, bytes in
      try publication.add(drawing.imageName(format), bytes, to: drawing.dataset)
    }
  }

  private func gnuplotVersion() async -> Result<String, GnuplotError> {
    do throws(GnuplotError) {
      return .success(try await gnuplot.version())
    } catch {
      return .failure(error)
    }
  }
}
