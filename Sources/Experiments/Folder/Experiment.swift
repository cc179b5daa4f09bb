public import Gnuplot
internal import LearningDynamics
public import Support

/// Carries out a planned run: train, analyse, write, draw, record.
public struct Experiment: Sendable {
  public let plan: RunPlan
  /// The output folder.
  public let directory: RunDirectory
  /// The gnuplot that draws the figures.
  public let gnuplot: GnuplotProgram
  /// The program's version, for the record.
  public let programVersion: String

  /// How many datasets to train on, and how many figures to draw, in parallel; results do not depend on it.
  public let jobs: Int

  public init(
    _ plan: RunPlan, into directory: RunDirectory, gnuplot: GnuplotProgram = GnuplotProgram(),
    jobs: Int = Processors.count, programVersion: String
  ) {
    self.plan = plan
    self.directory = directory
    self.gnuplot = gnuplot
    self.jobs = jobs
    self.programVersion = programVersion
  }

  /// Runs everything and writes the folder. Failures are in the report; all other results are kept.
  ///
  /// - Throws: `FileError` and `RunDirectoryError` if the folder cannot be written; the error of a training or an analysis if
  ///   all datasets failed; `CancellationError` if the task is cancelled, after recording the finished part.
  public func run(_ notify: @escaping @Sendable (RunEvent) -> Void = { _ in }) async throws -> RunResult {
    let publication = try publication()
    defer { publication.workshop.remove() }
    // gnuplot is started while the networks are trained, because starting a program takes a moment.
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
    // If the trainings left it no processor, try again now that they are done.
    if case .failure(.timedOut) = found, learningTime > GnuplotProgram.versionTimeLimit / 2 {
      found = await gnuplotVersion()
    }
    // For a dataset that was not finished, the files of the earlier run stay.
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
    return RunResult(
      datasets: learned.datasets, failures: learned.failures, drawing: drawing, figureCount: learned.drawings.count,
      mainFigure: mainFigure, recordText: text,
      replaced: publication.earlierRecord.map { ReplacedRun($0, in: directory) })
  }

  /// The folder, locked for this run.
  ///
  /// - Throws: `RunDirectoryError.foreign(path:)` if this program did not write its `run.json`.
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

  /// The outcomes of the datasets, and the files written for them.
  private struct Learned: Sendable {
    var datasets: [DatasetReport] = []
    var failures: [RunResult.Failure] = []
    var files: [String] = []
    var drawings: [Drawing] = []
  }

  /// Trains, analyses and writes tables and scripts, with datasets in parallel; a failed one does not affect the others.
  private func learn(
    into publication: Publication, _ notify: @escaping @Sendable (RunEvent) -> Void
  ) async -> Learned {
    let atOnce = plan.fitsSideBySide ? jobs : 1
    let parts = Mutex<[Int: Result<Learned, any Error>]>([:])
    // After an interrupt it does not wait for a long step: everything finished before is kept.
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
        learned.failures.append(RunResult.Failure(dataset: dataset.dataset.identifier, analysis: nil, error: error))
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
      failures: failures.map { RunResult.Failure(dataset: name, analysis: $0.identifier, error: $0.error) },
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
