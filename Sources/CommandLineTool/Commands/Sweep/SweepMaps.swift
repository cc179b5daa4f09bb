internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support
internal import Sweeps

/// The last step of a sweep: its summary and its maps.
struct SweepMaps {
  let folder: SweepFolder
  let x: String?
  let y: String?
  let filters: [String]
  let theory: Bool
  let format: ImageFormat?
  let medium: Medium
  let gnuplot: GnuplotProgram
  let quiet: Bool
  /// Where the maps go; nil for the sweep's own folder.
  let output: String?

  init(
    of folder: SweepFolder, into output: String? = nil, x: String? = nil, y: String? = nil, filters: [String] = [],
    theory: Bool, images: (format: ImageFormat?, medium: Medium), gnuplot: GnuplotProgram, quiet: Bool
  ) {
    (format, medium) = images
    (self.folder, self.gnuplot, self.quiet) = (folder, gnuplot, quiet)
    self.output = output
    (self.x, self.y, self.filters, self.theory) = (x, y, filters, theory)
  }

  /// Draws the maps and prints what the sweep found.
  ///
  /// - Parameters:
  ///   - plan: the sweep; its table must exist.
  ///   - summarizing: whether to print the summary.
  ///   - json: whether to print the record instead.
  /// - Throws: the exit code if a figure could not be drawn or every run failed.
  func finish(_ plan: SweepPlan, summarizing: Bool = true, json: Bool = false) async throws {
    // Read in any case: an incomplete table is not drawn.
    let summary = try folder.summary(plan)
    if !summary.isChecked, !quiet {
      Console.note(
        TextWrapping.wrap(
          "sweep.json was written by an earlier version of the program and has no checksum of the table. Changes to "
            + "sweep.tsv cannot be detected.", indent: 0))
    }
    if json {
      Console.print(try folder.resultText(summary))
    } else if !quiet, summarizing {
      for dataset in summary.datasets { Console.print(SweepText.found(dataset)) }
    }
    let drawing = try await draw(plan)
    if !quiet, !json, let drawing { Console.print(written(drawing, table: summarizing)) }
    if !quiet { drawing?.warn() }
    for failure in drawing?.failures ?? [] {
      Console.error("\(failure.told) Scripts and their tables are in \(output ?? folder.path).")
    }
    if summarizing { warn(summary) }
    if let code = drawing?.exitCode { throw code }
    if summarizing, summary.failed == summary.runs { throw ExitCode.failure }
  }

  private func draw(_ plan: SweepPlan) async throws -> DrawingOutcome? {
    do {
      let figures = try SweepFigures(plan, in: folder, x: x, y: y, where: filters, showsTheory: theory).figures()
      let total = figures.reduce(0) { $0 + $1.figures.count }
      let drawing = try await folder.draw(figures, into: output, as: format, for: medium, with: gnuplot) { done in
        if !quiet { Console.progress("drawing figures: \(done) of \(total)") }
      }
      Console.clearProgress()
      return drawing
    } catch let error as SweepTableError {
      guard case .tooManyRuns = error, x == nil, y == nil, filters.isEmpty else { throw error }
      // The table is complete. Maps of so many runs need axes or filters.
      if !quiet { Console.note(TextWrapping.wrap("No maps were drawn. \(error.told())", indent: 0)) }
      return nil
    }
  }

  private func written(_ drawing: DrawingOutcome, table: Bool) -> String {
    if drawing.drawn.isEmpty, drawing.failures.isEmpty, format != nil {
      return "Written to \(output ?? folder.path)\(table ? ": sweep.tsv, sweep.json" : ""). "
        + "No figures: too few runs have a value to draw."
    }
    let count = drawing.drawn.count
    let figures =
      format.map { "\(count) \(count == 1 ? "figure" : "figures") as \($0.rawValue.uppercased())" }
      ?? "scripts and tables"
    let place = output ?? folder.path
    var lines = ["Written to \(place): \(table ? "sweep.tsv, sweep.json, " : "")\(figures)."]
    if let format, let figure = drawing.drawn.first { lines.append(NextStep.open(figure, in: place, as: format)) }
    return lines.joined(separator: "\n")
  }

  private func warn(_ summary: SweepSummary) {
    for dataset in summary.datasets where dataset.failed > 0 {
      Console.warning(
        "\(SweepText.runs(dataset.failed)) of \(dataset.name) failed; the table gives the reasons. The first: "
          + (dataset.firstFailure ?? ""))
    }
  }
}
