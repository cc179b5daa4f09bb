internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import PluginKit

extension DLNNSim {
  /// Draws the figures of a finished run again.
  struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Draw the figures of a finished run again, from its scripts and tables.",
      discussion: """
        To change a figure, edit its script and render the folder again. gnuplot executes everything in the scripts, so \
        render only folders that you trust. --figure draws a single figure; --for makes images for slides or a paper.
        """)

    @Argument(help: "The folder of a run.")
    var directory: String

    @OptionGroup var images: RedrawingOptions

    @OptionGroup var drawing: DrawingOptions

    @OptionGroup var showing: ShowOptions

    @Flag(name: .shortAndLong, help: "Print errors only.")
    var quiet = false

    func run() async throws {
      let (format, medium) = try images.chosen()
      let folder = RunDirectory(recordOrFolder: directory)
      let lock = try folder.take()
      defer { withExtendedLifetime(lock) {} }
      let all = try folder.drawings()
      try showing.check(Set(all.map(\.dataset)).sorted())
      let drawings = try showing.figure.map { try folder.drawings(named: $0, among: all) } ?? all
      (try? folder.gaps())?.map(Console.warning)
      let gnuplot = try drawing.gnuplot()
      _ = try await gnuplot.version()
      let showing = try await showing.showing(
        with: gnuplot, datasets: Set(all.map(\.dataset)).sorted())
      let outcome = try await folder.drawAgain(drawings, as: format, for: medium, with: gnuplot) { done in
        if !quiet { Console.progress("drawing figures: \(done) of \(drawings.count)") }
      }
      try Task.checkCancellation()
      Console.clearProgress()
      if !quiet { outcome.warn() }
      if !quiet {
        Console.print(
          "Drawn as \(format.rawValue.uppercased()): \(outcome.drawn.count) of \(drawings.count) figures in \(directory)."
        )
      }
      for failure in outcome.failures { Console.error(failure.told) }
      if showing != nil, !quiet { Console.print("") }
      try await showing?.show(in: folder)
      if let code = outcome.exitCode { throw code }
    }
  }
}
