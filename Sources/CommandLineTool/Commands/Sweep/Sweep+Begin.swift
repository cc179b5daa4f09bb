internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support
internal import Sweeps

extension DLNNSim.Sweep {
  /// Computes a sweep, or a part of it.
  struct Begin: AsyncParsableCommand, PluginCommand {
    static let configuration = CommandConfiguration(
      commandName: "run",
      abstract: "Train on every combination of some values (what 'sweep' does by default).",
      discussion: """
        VALUES of --vary are a range with both ends, FROM:TO:COUNT, at equal ratios with FROM:TO:COUNT:log; whole numbers \
        A...B, or 'A..<B' without B (quote it: < means something to shells); or a list, separated by semicolons (quote it: --vary 'hidden=10;30;30,30') or, where \
        a value has none itself, by commas. What can be varied: \(SweepAxis.Setting.optionNames.joined(separator: ", ")), \
        and every setting of the datasets. Without --plugin the dataset is \(SweepRequest.usualDataset).

        The folder receives sweep.tsv with a row for each run, sweep.json with what was asked for, and maps. A sweep that \
        was interrupted goes on where it stood when the same command is given again.
        """)

    @Option(
      name: .customLong("vary"), parsing: .unconditionalSingleValue,
      help: ArgumentHelp("A setting with its values; repeat for more.", valueName: "name=values"))
    var vary: [String] = []

    @OptionGroup var options: RunOptions

    @Option(
      name: .shortAndLong, help: ArgumentHelp("The folder for the table, sweep.json and maps.", valueName: "dir"))
    var output = "plots/sweep"

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("A sweep to do again: its folder or sweep.json. Options beside it win.", valueName: "path"))
    var from: String?

    @Flag(help: "Tell how many runs there would be, and how long they would take; run nothing.")
    var dryRun = false

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("Only the i-th of n parts, for several processes on one folder.", valueName: "i/n"))
    var shard: String?

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("How many runs at once. (default: one for each processor)", valueName: "n"))
    var jobs: String?

    @OptionGroup(title: "Cluster") var cluster: ClusterOptions

    @OptionGroup var images: ImageOptions

    @OptionGroup var drawing: DrawingOptions

    @Flag(help: "Print sweep.json and what was found as JSON instead of the summary.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print errors only.")
    var quiet = false

    var plugins = PluginSource()

    func validate() throws {
      guard !output.isEmpty else { throw ValidationError("--output needs the name of a folder.") }
      guard !json || !dryRun && shard == nil && cluster.system == nil else {
        throw ValidationError("--json is for a whole sweep, not for --dry-run, --shard or --on.")
      }
      guard jobs == nil || cluster.system == nil else {
        throw ValidationError("--jobs says nothing with --on: --cpus is the number of processors of a task.")
      }
      guard shard == nil || cluster.system == nil else {
        throw ValidationError("--shard and --on cannot be together: every task on a cluster gets a part of its own.")
      }
    }

    func run() async throws {
      let registry = try plugins.registry()
      let plan = try SweepPlan(request(registry), registry: registry)
      let part = try shard.map { (text) throws(SweepError) in try SweepShard(text) }
      let folder = SweepFolder(output)
      let jobs = try DLNNSim.Run.jobs(jobs)
      let runner = try SweepRunner(plan, in: folder, jobs: jobs, programVersion: Program.version)
      let maps = try SweepMaps(
        of: folder, theory: options.theory ?? true, images: images.chosen(), gnuplot: drawing.gnuplot(), quiet: quiet)
      if dryRun {
        try await Console.print(SweepText.dryRun(runner, jobs: jobs, output: output))
        return
      }
      if cluster.system != nil {
        try await submit(runner)
        return
      }
      try cluster.validateAbsence()
      if !quiet {
        plan.notes.forEach(Console.warning)
        Console.note(SweepText.size(plan))
      }
      try await compute(runner, part)
      guard part == nil else {
        if !quiet { Console.print(SweepText.partDone(program: Program.name, output: output)) }
        return
      }
      let state = try runner.collect { progress in
        if !quiet { Console.progress("writing the table: \(progress.done.grouped) of \(progress.total.grouped) runs") }
      }
      Console.clearProgress()
      guard state.isWhole else {
        if !quiet { Console.note(SweepText.goingOn(program: Program.name, output)) }
        throw SweepError.incomplete(path: output, missing: SweepText.missing(state))
      }
      try await maps.finish(plan, json: json)
    }

    /// The request of these options, or of another sweep as they change it.
    private func request(_ registry: PluginRegistry) throws -> SweepRequest {
      var request = SweepRequest()
      if let from { request = try SweepFolder(from).request() }
      request.run = try options.request(
        changing: request.run, datasets: registry.datasets.map(\.description.identifier))
      // What is given here takes the place of what was varied or fixed there.
      let given = Set(vary.map(SweepAxis.name)).union(options.givenNames)
      request.vary = request.vary.filter { !given.contains(SweepAxis.name(of: $0)) } + vary
      return request
    }

    private func compute(_ runner: SweepRunner, _ part: SweepShard?) async throws {
      let meter = ProgressMeter()
      do {
        try await runner.run(part ?? .whole) { [quiet] progress in
          if !quiet { meter.show(progress) }
        }
      } catch {
        Console.clearProgress()
        // However it ended: what is there is said, and that it goes on.
        if !(error is SweepError), let kept = try? runner.state().kept, kept > 0 {
          Console.note(
            TextWrapping.wrap(
              "\(kept.grouped) of \(runner.plan.count.grouped) runs are kept in \(output); the same command goes on with "
                + "the others.", indent: 0))
        }
        throw error
      }
      Console.clearProgress()
    }

    private func submit(_ runner: SweepRunner) async throws {
      let submission = try cluster.submission()
      try runner.begin()
      guard !runner.folder.hasTable else {
        _ = try runner.folder.summary(runner.plan)
        if !quiet { Console.print("The sweep in \(output) is whole already; nothing was submitted.") }
        return
      }
      let lock = try runner.folder.takeForSubmission()
      defer { withExtendedLifetime(lock) {} }
      let state = try runner.state()
      let tasks = min(submission.tasks, state.mostParts)
      if tasks < submission.tasks, !quiet {
        Console.note("More than \(tasks.grouped) tasks would have nothing to do; these are submitted.")
      }
      let submitted = try await SlurmSubmission.submit(
        folder: output, program: ProgramPath.current(), tasks: tasks, missing: state.missingParts(of: tasks),
        options: submission.options)
      guard !quiet else { return }
      Console.print(submitted.description)
      if submitted.job != nil {
        Console.print("When its tasks have ended:\n  \(Program.name) sweep collect \(ShellWord.quoted(output))")
      }
    }
  }
}
