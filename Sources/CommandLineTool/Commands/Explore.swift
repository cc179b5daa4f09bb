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
      abstract: "Open a page with sliders: the figures update as you drag.",
      discussion: """
        The program serves the page to browsers on this machine only, until you stop it with Ctrl-C. It writes no files. \
        Dataset files are read again when they change.
        """)

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("The port; 0 means any free port. (default: 8021, or any free port)", valueName: "n"))
    var port: String?

    @Flag(help: "Open the page in the browser.")
    var open = false

    @Option(
      name: .customLong("dataset"), parsing: .unconditionalSingleValue,
      help: ArgumentHelp(
        "A dataset file to show first: a description (YAML) or a table (CSV, TSV). Repeat to offer more.",
        valueName: "file"))
    var datasets: [String] = []

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(
        "The probe: the prediction to follow at first. (default: the dataset's own)", valueName: "item:feature"))
    var probe: String?

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(
        "The address to listen on. With any other, such as 0.0.0.0, other people can open the page.",
        valueName: "address"))
    var host = "127.0.0.1"

    @Option(
      parsing: .unconditionalSingleValue,
      help: ArgumentHelp(
        "An additional host name under which the page can be opened; repeat for more.", valueName: "name"))
    var allowHost: [String] = []

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(
        "The path under which a front server, such as JupyterHub's proxy, shows the page: /lecture. (default: none)",
        valueName: "path"))
    var basePath: String?

    @Option(
      parsing: .unconditionalSingleValue,
      help: ArgumentHelp(
        "A site that may show the page in a frame: https://hub.example.org; repeat for more.", valueName: "origin"))
    var allowFrame: [String] = []

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(
        "How many runs and figures to compute in parallel. (default: one per processor)", valueName: "n"))
    var jobs: String?

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("Time limit for one figure in gnuplot, in seconds.", valueName: "s"))
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
      settings.allowedHosts = try allowHost.map(PageAddress.host)
      settings.basePath = try basePath.map(PageAddress.path) ?? ""
      settings.framingOrigins = try allowFrame.map(PageAddress.origin)
      settings.hostAdvice =
        "Open the page at an address that the program printed, or start it again with this name as --allow-host."
      settings.jobs = try Run.jobs(jobs)
      settings.program = Program.name
      let gnuplot = try DrawingOptions.gnuplot(drawingTime)
      _ = try await gnuplot.version()
      let files = try DatasetFileWatch(datasets)
      let query = try firstRequest(files.content().files).pageQuery
      do {
        try await serve(try Explorer(try plugins.registry(), files: files, gnuplot: gnuplot, settings), settings, query)
      } catch ExplorerError.portInUse where port == nil {
        Console.note("Port \(settings.port) is in use; using another one.")
        settings.port = 0
        try await serve(try Explorer(try plugins.registry(), files: files, gnuplot: gnuplot, settings), settings, query)
      }
    }

    /// What the page shows at first: the first dataset file, if any, and the probe.
    ///
    /// - Throws: `DatasetError` if the dataset does not have the probe.
    private func firstRequest(_ files: [DatasetFile]) throws -> RunRequest {
      var request = RunRequest()
      if let probe { try request.set(.probe, to: probe) }
      guard let file = files.first else { return request }
      request.datasetFiles = [file]
      let prepared = try PreparedDataset(DatasetDescriptor(file), request: request)
      // The page's default analysis, illusion, needs a probe.
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
              "anyone who can reach this address can use the page and this machine's processors. There is no password. Stop "
                + "it with Ctrl-C when you are done.")
          }
          Console.note("Press Ctrl-C to stop.")
          if open {
            Browser.open(address) {
              Console.warning("no browser could be opened. Open \(address) yourself.")
            }
          }
        }
      } catch is CancellationError {
        Console.note("Stopped.")
      }
    }
  }
}
