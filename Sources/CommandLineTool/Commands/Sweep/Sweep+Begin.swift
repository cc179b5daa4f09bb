internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support
internal import Sweeps

extension DLNNSim.Sweep {
  /// Computes a sweep or a part of it.
  struct Begin: AsyncParsableCommand, PluginCommand {
    static let configuration = CommandConfiguration(
      commandName: "run",
      abstract: "Train once for every combination of the values (the default of 'sweep').",
      discussion: """
        VALUES of --vary can be:
          FROM:TO:COUNT      evenly spaced numbers, both ends included
          FROM:TO:COUNT:log  the same with equal ratios
          A...B              whole numbers from A to B
          'A..<B'            the same without B
          A,B,C              a list
          'A;B;C'            a list of values with commas: 'hidden=10;30;30,30'
        Put values with < or ; in quotes, because they have a meaning in shells.

        You can vary \(SweepAxis.Setting.optionNames.joined(separator: ", ")), and every setting of the datasets. Without \
        --plugin the dataset is \(SweepRequest.usualDataset).

        The folder receives sweep.tsv with a row for each run, sweep.json with the request, and maps. To resume a sweep \
        that was interrupted, repeat the command.
        """)

    @Option(
      name: .customLong("vary"), parsing: .unconditionalSingleValue,
      help: ArgumentHelp("A setting and its values; repeat for more settings.", valueName: "name=values"))
    var vary: [String] = []

    @OptionGroup var options: RunOptions

    @Option(
      name: .shortAndLong, help: ArgumentHelp("The folder for the table, sweep.json and maps.", valueName: "dir"))
    var output = "plots/sweep"

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("A sweep to repeat: its folder or sweep.json. Other options override it.", valueName: "path"))
    var from: String?

    @Flag(help: "Print how many runs there would be and how long they would take; run nothing.")
    var dryRun = false

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("Compute only part i of n, so that several processes can share one folder.", valueName: "i/n"))
    var shard: String?

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("How many runs to compute in parallel. (default: one per processor)", valueName: "n"))
    var jobs: String?

    @OptionGroup(title: "Cluster") var cluster: ClusterOptions

    @OptionGroup var images: ImageOptions

    @OptionGroup var drawing: DrawingOptions

    @Flag(help: "Print sweep.json and the findings as JSON instead of the summary.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print errors only.")
    var quiet = false

    var plugins = PluginSource()

    func validate() throws {
      guard !output.isEmpty else { throw ValidationError("--output needs a folder name.") }
      guard !json || !dryRun && shard == nil && cluster.system == nil else {
        throw ValidationError("--json is for a whole sweep, not for --dry-run, --shard or --on.")
      }
      guard jobs == nil || cluster.system == nil else {
        throw ValidationError("--jobs has no effect with --on. Use --cpus for the number of processors of a task.")
      }
      guard shard == nil || cluster.system == nil else {
        throw ValidationError("--shard and --on cannot be used together: on a cluster, every task gets its own part.")
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

    /// The request for these options, or for another sweep changed by them.
    private func request(_ registry: PluginRegistry) throws -> SweepRequest {
      var request = SweepRequest()
      if let from { request = try SweepFolder(from).request() }
      request.run = try options.request(changing: request.run, registry)
      // Options given here replace what the other sweep varied or fixed.
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
        // However it ended, print what is kept and how to resume.
        if !(error is SweepError), let kept = try? runner.state().kept, kept > 0 {
          Console.note(
            TextWrapping.wrap(
              "\(kept.grouped) of \(runner.plan.count.grouped) runs are kept in \(output); repeat the command to compute "
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
        if !quiet { Console.print("The sweep in \(output) is already complete; nothing was submitted.") }
        return
      }
      let lock = try runner.folder.takeForSubmission()
      defer { withExtendedLifetime(lock) {} }
      let state = try runner.state()
      let tasks = min(submission.tasks, state.mostParts)
      if tasks < submission.tasks, !quiet {
        Console.note("There is work for only \(tasks.grouped) tasks; that many are submitted.")
      }
      let submitted = try await SlurmSubmission.submit(
        folder: output, program: ProgramPath.current(), tasks: tasks, missing: state.missingParts(of: tasks),
        options: submission.options)
      guard !quiet else { return }
      Console.print(submitted.description)
      if submitted.job != nil {
        Console.print("When all tasks have finished:\n  \(Program.name) sweep collect \(ShellWord.quoted(output))")
      }
    }
  }
}
