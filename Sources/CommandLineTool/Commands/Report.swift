internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support

extension DLNNSim {
  /// Makes one HTML file of a finished run.
  struct Report: AsyncParsableCommand, PluginCommand {
    static let configuration = CommandConfiguration(
      abstract: "Export a finished run as one HTML file to send or to put on a course page.",
      discussion: """
        The file contains the findings, settings and figures, and a slider that shows the similarities of the items at \
        every epoch. It works offline and needs no other file. Figures without an SVG, PNG or GIF are drawn from their \
        scripts. gnuplot executes everything in these, so report only folders that you trust.
        """)

    @Argument(help: "The folder of a run.")
    var directory: String

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("The file to write. (default: report.html in the run's folder)", valueName: "file"))
    var output: String?

    @OptionGroup var drawing: DrawingOptions

    @Flag(name: .shortAndLong, help: "Print errors only.")
    var quiet = false

    var plugins = PluginSource()

    func validate() throws {
      guard output?.isEmpty != true else { throw ValidationError("--output needs a file name.") }
    }

    func run() async throws {
      let run = RunDirectory(recordOrFolder: directory)
      // A record that is only partly readable can still be shown.
      (try? run.gaps())?.map(Console.warning)
      let document = try await RunDocument(
        of: run, to: output, registry: plugins.registry(),
        gnuplot: drawing.gnuplot(), program: Program.name, programVersion: Program.version
      ) { [quiet] event in
        if !quiet { Console.progress(Self.text(event)) }
      }
      Console.clearProgress()
      if !quiet { Console.print("\(document.path): \(Self.text(size: document.size))") }
      for failure in document.drawingFailures {
        Console.error("\(failure.told) The report was written without these figures; make it again once this is fixed.")
      }
      if !document.drawingFailures.isEmpty { throw ExitCode.unavailable }
    }

    private static func text(_ event: RunDocument.Event) -> String {
      switch event {
      case .drawing(let done, let total): "drawing figures: \(done) of \(total)"
      case .training(let dataset): "training on \(dataset)"
      }
    }

    /// "1.9 MB", "85 kB".
    private static func text(size: Int) -> String {
      size < 1_000_000
        ? "\((Double(size) / 1e3).rounded(.up).significant(3)) kB" : "\((Double(size) / 1e6).significant(2)) MB"
    }
  }
}
