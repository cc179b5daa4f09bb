public import Gnuplot
internal import LearningDynamics

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
  /// - Throws: `RunDirectoryError` when the folder cannot be written, whatever a training or an analysis throws when not
  ///   one dataset came through, and `CancellationError` when the task is cancelled; what was done by then is recorded.
  public func run(_ notify: @escaping @Sendable (RunEvent) -> Void = { _ in }) async throws -> RunReport {
    try directory.make()
    let lock = try directory.take()
    defer { withExtendedLifetime(lock) {} }
    let earlier = try earlierFiles()
    directory.removeUnfinished()
    // A task of its own, which goes on when this one is cancelled: the end of a process might else never be noticed.
    let asked = Task { await gnuplotVersion() }
    let learned = try await learn(notify)
    if learned.datasets.isEmpty {
      try Task.checkCancellation()
      if let first = learned.failures.first { throw first.error }
    }

    var found = await asked.value
    // Beside trainings that left it no processor in time it is asked again, now that they are done.
    if case .failure(.timedOut) = found { found = await gnuplotVersion() }
    let drawing = await draw(learned.drawings, found, notify)
    let images = plan.request.format.map { format in drawing.drawn.map { $0.image(format) } } ?? []
    // Of a dataset that was not finished now, what an earlier run found is all there is.
    let finished = Set(learned.datasets.map(\.plan.dataset.identifier))
    let unfinished = plan.datasets.map(\.dataset.identifier).filter { !finished.contains($0) }
    let kept = earlier.filter { file in unfinished.contains { file.hasPrefix("\($0)/") } }
    let files = Array(Set(learned.files + images + kept))
    let record = RunRecord(
      plan: plan, datasets: learned.datasets, failures: learned.failures, unfinished: unfinished, files: files.sorted(),
      gnuplotVersion: try? found.get(), programVersion: programVersion)
    let text = try record.jsonText()
    directory.removeEarlier(Set(earlier).subtracting(files))
    directory.removeEarlierReport()
    try directory.write(text, to: RunDirectory.recordName)
    try Task.checkCancellation()
    return RunReport(
      datasets: learned.datasets, failures: learned.failures, drawing: drawing, figureCount: learned.drawings.count,
      recordText: text)
  }

  /// The files of the run that is in the folder, if there is one.
  ///
  /// - Throws: `RunDirectoryError.foreign(path:)` when its `run.json` is none of ours, which a run would overwrite.
  private func earlierFiles() throws(RunDirectoryError) -> [String] {
    if ComparisonDirectory(directory.path).isThere { throw .holdsComparison(path: directory.path) }
    if directory.holdsSweep { throw .holdsSweep(path: directory.path) }
    do {
      return try directory.files()
    } catch .noRun {
      return []
    } catch .unreadable(let path, let reason) {
      throw .foreign(path: path, reason: reason)
    } catch {
      throw error
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
  private func learn(_ notify: @escaping @Sendable (RunEvent) -> Void) async throws -> Learned {
    let atOnce = plan.fitsSideBySide ? jobs : 1
    let parts = await sideBySide(plan.datasets.count, atOnce: atOnce, on: ComputingExecutor.shared) { index in
      Result { try learn(plan.datasets[index], notify) }
    }
    var learned = Learned()
    for (dataset, part) in zip(plan.datasets, parts) {
      do {
        let part = try part.get()
        learned.datasets += part.datasets
        learned.failures += part.failures
        learned.files += part.files
        learned.drawings += part.drawings
      } catch let error as RunDirectoryError {
        throw error
      } catch is CancellationError {
        continue
      } catch {
        learned.failures.append(RunReport.Failure(dataset: dataset.dataset.identifier, analysis: nil, error: error))
      }
    }
    return learned
  }

  private func learn(_ dataset: DatasetPlan, _ notify: (RunEvent) -> Void) throws -> Learned {
    try Task.checkCancellation()
    let name = dataset.dataset.identifier
    notify(.training(dataset: name))
    let outcome = try DatasetOutcome(dataset)
    var phases = outcome.phases
    let files = try phases.measure("tables and scripts") { try DatasetFiles(outcome) }
    let written = try phases.measure("files") { try files.write(into: directory) }
    notify(.written(dataset: name, figures: written.figures.count, phases: phases))
    let failures = outcome.failures + files.failures
    return Learned(
      datasets: [DatasetReport(outcome, without: files.failures.map(\.identifier))],
      failures: failures.map { RunReport.Failure(dataset: name, analysis: $0.identifier, error: $0.error) },
      files: written.files, drawings: written.figures)
  }

  private func draw(
    _ drawings: [Drawing], _ version: Result<String, GnuplotError>, _ notify: @Sendable (RunEvent) -> Void
  ) async -> DrawingOutcome {
    guard let format = plan.request.format else { return DrawingOutcome() }
    if case .failure(let error) = version {
      return DrawingOutcome(failures: [DrawingOutcome.Failure(error: error, drawings: [])])
    }
    notify(.drawing(done: 0, total: drawings.count))
    return await directory.draw(drawings, as: format, with: gnuplot, atOnce: jobs) { done in
      notify(.drawing(done: done, total: drawings.count))
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
