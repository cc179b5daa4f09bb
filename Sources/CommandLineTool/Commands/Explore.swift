internal import ArgumentParser
internal import Experiments
internal import Explorer
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit

extension DLNNSim {
  /// Serves a page with sliders.
  struct Explore: AsyncParsableCommand, PluginCommand {
    static let configuration = CommandConfiguration(
      abstract: "Open a page with sliders: the figures follow the hand.",
      discussion: """
        The program serves the page itself, to browsers on this machine only, until it is ended with Ctrl-C. Nothing is \
        written. Dataset files are read again when they have changed.
        """)

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("The port; 0 is any that is free. (default: 8021, or one that is free)", valueName: "n"))
    var port: String?

    @Flag(help: "Open the page in the browser.")
    var open = false

    @Option(
      name: .customLong("dataset"), parsing: .unconditionalSingleValue,
      help: ArgumentHelp(
        "A dataset in a file, a description (YAML) or a table (CSV, TSV): it is shown first. Repeat to offer more.",
        valueName: "file"))
    var datasets: [String] = []

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(
        "The cell whose prediction to follow at first. (default: the dataset's own)", valueName: "item:feature"))
    var probe: String?

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(
        "The address to listen on. Others than this machine's own let others in.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(
      parsing: .unconditionalSingleValue,
      help: ArgumentHelp(
        "A name of this machine under which others may open the page; repeat for more.", valueName: "name"))
    var allowHost: [String] = []

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("How many runs and figures at once. (default: one for each processor)", valueName: "n"))
    var jobs: String?

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("How long gnuplot may take for one figure, in seconds.", valueName: "s"))
    var drawingTime = "10"

    var plugins = PluginSource()

    func run() async throws {
      var settings = Explorer.Settings()
      if let port {
        guard let number = UInt16(port) else {
          throw SettingsError.refused(name: "--port", text: port, allowed: "a whole number from 0 to 65,535")
        }
        settings.port = Int(number)
      }
      settings.address = host
      settings.allowedHosts = allowHost
      settings.jobs = try Run.jobs(jobs)
      settings.program = Program.name
      let gnuplot = try DrawingOptions.gnuplot(drawingTime)
      _ = try await gnuplot.version()
      let files = try DatasetFileWatch(datasets)
      let query = try firstRequest(files.content().files).pageQuery
      do {
        try await serve(try Explorer(try plugins.registry(), files: files, gnuplot: gnuplot, settings), settings, query)
      } catch ExplorerError.portInUse where port == nil {
        Console.note("Port \(settings.port) is taken; another one is used.")
        settings.port = 0
        try await serve(try Explorer(try plugins.registry(), files: files, gnuplot: gnuplot, settings), settings, query)
      }
    }

    /// What the page shows at first: the first dataset from a file, if there is one, and the cell to follow.
    ///
    /// - Throws: `DatasetError` for a cell that the dataset does not have.
    private func firstRequest(_ files: [DatasetFile]) throws -> RunRequest {
      var request = RunRequest()
      if let probe { try request.set(.probe, to: probe) }
      guard let file = files.first else { return request }
      request.datasetFiles = [file]
      let prepared = try PreparedDataset(DatasetDescriptor(file), request: request)
      // The illusion, which is shown otherwise, needs a cell to follow.
      let modes = "modes"
      if prepared.dataset.probe == nil,
        try plugins.registry().analyses.contains(where: { $0.description.identifier == modes })
      {
        try request.set(.plugin, to: modes)
      }
      return request
    }

    private func serve(_ explorer: Explorer, _ settings: Explorer.Settings, _ query: String) async throws {
      do {
        try await explorer.run { [open] start, others in
          let address = start + query
          Console.print("The page is at \(address)")
          if settings.isOpenToOthers {
            for other in others { Console.print("for others at \(other)\(query)") }
            Console.warning(
              "everybody who can reach this machine there can use the page and the processors. There is no password. End it "
                + "with Ctrl-C when you are done.")
          }
          Console.note("Ctrl-C ends it.")
          if open {
            Browser.open(address) {
              Console.warning("no browser could be opened from here. Open \(address) in one.")
            }
          }
        }
      } catch is CancellationError {
        Console.note("Ended.")
      }
    }
  }
}
