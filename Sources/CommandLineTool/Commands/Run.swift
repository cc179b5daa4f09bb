internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support

extension DLNNSim {
  /// Trains, analyses, writes, draws, and prints a summary.
  struct Run: AsyncParsableCommand, PluginCommand {
    static let configuration = CommandConfiguration(
      abstract: "Train networks and draw figures (the default command).",
      discussion: """
        Datasets and analyses are plugins. If you choose only an analysis, it runs on every dataset it applies to; if you \
        choose only a dataset, every analysis runs on it. Without --plugin the whole tutorial is run.
        """)

    @OptionGroup var options: RunOptions

    @OptionGroup var recording: RecordingOptions

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("The folder for figures, tables and run.json.", valueName: "dir"))
    var output = "plots/latest"

    @OptionGroup var drawing: DrawingOptions

    @OptionGroup var showing: ShowOptions

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("A run to repeat: its folder or run.json. Other options override it.", valueName: "path"))
    var from: String?

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(
        "How many datasets and figures to process in parallel. (default: one per processor)", valueName: "n"))
    var jobs: String?

    @Flag(help: "Print run.json instead of the summary.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print errors only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Print all findings, and every step with its time.")
    var verbose = false

    func validate() throws {
      guard !(quiet && verbose) else {
        throw ValidationError("--quiet and --verbose cannot be used together. Choose one.")
      }
      guard !(json && showing.isAsked) else {
        throw ValidationError("--json prints only run.json, so it cannot be used with --show. Leave one out.")
      }
      try showing.refuseLoneFigure()
      guard !output.isEmpty else { throw ValidationError("--output needs a folder name.") }
    }

    var plugins = PluginSource()

    func run() async throws {
      let clock = ContinuousClock()
      let start = clock.now
      let plan = try options.plan(from: from, keeping: recording, plugins)
      if !quiet {
        let builtIn = try plugins.registry().datasets.map(\.description.identifier)
        for file in plan.request.datasetFiles where builtIn.contains(file.identifier) {
          Console.note("\(file.name) replaces the built-in dataset '\(file.identifier)' in this run.")
        }
        plan.warnings.forEach(Console.warning)
      }
      let gnuplot = try drawing.gnuplot()
      let showing = try await showing.showing(with: gnuplot, datasets: plan.datasets.map(\.dataset.identifier))
      let experiment = Experiment(
        plan, into: RunDirectory(output), gnuplot: gnuplot, jobs: try Self.jobs(jobs),
        programVersion: Program.version)
      if verbose { Console.note("planned: after \((clock.now - start).text)") }
      let result = try await experiment.run { event in show(event, after: clock.now - start) }
      Console.clearProgress()
      if !quiet { result.drawing.warn() }
      if json {
        Console.print(String(result.recordText.dropLast()))
      } else if !quiet {
        Console.print(Summary(result, directory: output, format: plan.request.format, isWhole: verbose).text)
      }
      if !quiet { tell(result.replaced, plan.request) }
      var problem: (any Error)?
      do {
        if showing != nil, !quiet { Console.print("") }
        try await showing?.show(in: RunDirectory(output))
      } catch {
        try Task.checkCancellation()
        problem = error
      }
      if verbose { Console.note("done: after \((clock.now - start).text)") }
      try finish(result, problem)
    }

    /// Reports which run was replaced, and how to make it again.
    private func tell(_ replaced: ReplacedRun?, _ request: RunRequest) {
      guard let replaced else { return }
      switch replaced.request {
      case request: Console.note("Replaced the same run in \(output).")
      case nil: Console.note("Replaced the earlier run in \(output).")
      case let earlier?:
        // On a separate line the command is easy to copy.
        Console.note(
          "Replaced the earlier run in \(output). To make that one again:\n  "
            + earlier.commandLine(program: Program.name) + "\nTo keep both, give each its own folder with --output.")
      }
      if let report = replaced.report, replaced.request != request {
        Console.note(
          "\(report) still shows the earlier run. To update it:\n  "
            + "\(Program.name) report \(ShellWord.quoted(output))")
      }
    }

    static func jobs(_ text: String?) throws(SettingsError) -> Int {
      guard let text else { return Processors.count }
      guard let count = Int(text), (1...1024).contains(count) else {
        throw .refused(name: "--jobs", text: text, allowed: "a whole number from 1 to 1024")
      }
      return count
    }

    private func show(_ event: RunEvent, after time: Duration) {
      if verbose, event.isStep {
        Console.note("\(event.text): after \(time.text)")
        if let phases = event.phases { Console.note(TextWrapping.wrap("  " + phases, indent: 2)) }
      }
      if !verbose, !quiet { Console.progress(event.text) }
    }

    /// Reports what went wrong, the most serious problem last, and exits with its code.
    ///
    /// - Parameter problem: why the figure was not shown.
    private func finish(_ result: RunResult, _ problem: (any Error)?) throws {
      var code: ExitCode?
      for failure in result.drawing.failures {
        Console.error("\(failure.told) Scripts and tables are in \(output).")
      }
      code = result.drawing.exitCode
      if let problem {
        code = ExitCode(describing: problem) ?? .failure
        // A missing gnuplot is reported once.
        if !result.drawing.failures.contains(where: { $0.text == "\(problem)" }) {
          Console.error("\(problem.told()) The run is in \(output).")
        }
      }
      for failure in result.failures {
        Console.error(failure.error.told("\(failure)"))
        code = ExitCode(describing: failure.error) ?? .failure
      }
      for dataset in result.datasets {
        for (training, epoch) in dataset.diverged {
          Console.error(divergence(of: training, at: epoch, dataset.plan))
          code = .diverged
        }
      }
      if let code { throw code }
    }

    private func divergence(of training: TrainingPlan, at epoch: Int, _ plan: DatasetPlan) -> String {
      if !training.phases.isEmpty {
        return """
          The training on '\(plan.dataset.identifier)' (\(training.networkDescription)) diverged at epoch \(epoch). The results up \
          to then are kept. Choose a smaller rate for the phase: 'eta' of a phase, or --eta for all that have none.
          """
      }
      let rate = training.learningRate.significant()
      let network = training.networkDescription
      let advice =
        training != plan.mainPlan && training.isShallow
        ? "Choose a smaller rate for it with --set shallow-rate=…"
        : plan.largestStableLearningRate.isInfinite && !training.variant.isPlain
          ? "Choose a smaller --eta."
          // From large weights a training diverges below the rate at which a solution is stable.
          : training.learningRate <= plan.largestStableLearningRate
            ? "The initial weights are too large for this rate: choose a smaller --gamma or --eta."
            : "The largest stable learning rate is \(plan.largestStableLearningRate.significant()): choose a smaller --eta."
      return """
        The training on '\(plan.dataset.identifier)' (\(network), learning rate \(rate)) diverged at epoch \(epoch). \
        The results up to then are kept. \(advice)
        """
    }
  }
}
