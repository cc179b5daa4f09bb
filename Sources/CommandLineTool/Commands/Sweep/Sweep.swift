internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support
internal import Sweeps

extension DLNNSim {
  /// Many runs over ranges of settings, with one table and maps.
  struct Sweep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Train with many combinations of settings: one table with a row per run, and maps.",
      discussion: """
        '\(Program.name) sweep --vary NAME=VALUES …' trains once for every combination of the values. \
        '\(Program.name) sweep run --help' shows the options.

        EXAMPLES
          \(Program.name) sweep --vary eta=20:200:10 --vary gamma=1e-12:1:13:log
          \(Program.name) sweep --vary 'hidden=10;30;30,30' --vary seed=1...50 -o plots/depths
          \(Program.name) sweep --vary eta=20:200:10 --dry-run      only count the runs
          \(Program.name) sweep figures plots/sweep --x eta --y gamma
          \(Program.name) sweep --vary 'seed=0..<100000' --on slurm --tasks 50 -o shared/seeds
          \(Program.name) sweep collect shared/seeds
        """,
      subcommands: [Begin.self, Figures.self, Collect.self], defaultSubcommand: Begin.self)
  }
}

extension DLNNSim.Sweep {
  /// Combines the parts of a sweep.
  struct Collect: AsyncParsableCommand, PluginCommand {
    static let configuration = CommandConfiguration(
      commandName: "collect",
      abstract: "Combine the parts of a sweep into its table and draw the maps, or show which runs are missing.")

    @Argument(help: "The folder of a sweep.")
    var directory: String

    @OptionGroup var shown: MapOptions

    var plugins = PluginSource()

    func run() async throws {
      let folder = SweepFolder(directory)
      let plan = try SweepPlan(folder.request(), registry: plugins.registry())
      let runner = try SweepRunner(plan, in: folder, jobs: 1, programVersion: Program.version)
      let maps = try shown.maps(of: folder)
      let state = try runner.collect { progress in
        if !shown.quiet {
          Console.progress("writing the table: \(progress.done.grouped) of \(progress.total.grouped) runs")
        }
      }
      Console.clearProgress()
      guard state.isWhole else {
        if !shown.quiet { Console.note(SweepText.goingOn(program: Program.name, directory)) }
        throw SweepError.incomplete(path: directory, missing: SweepText.missing(state))
      }
      try await maps.finish(plan)
    }
  }
}

extension DLNNSim.Sweep {
  /// Draws the maps of a sweep again.
  struct Figures: AsyncParsableCommand, PluginCommand {
    static let configuration = CommandConfiguration(
      commandName: "figures",
      abstract:
        "Draw the maps and curves of a sweep again, with other axes or for some of the runs only. Nothing is trained.")

    @Argument(help: "The folder of a sweep.")
    var directory: String

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp(
        "Another folder for the figures. (default: the sweep's own folder, replacing its figures)", valueName: "dir"))
    var output: String?

    @OptionGroup var shown: MapOptions

    var plugins = PluginSource()

    func validate() throws {
      guard output?.isEmpty != true else { throw ValidationError("--output needs a folder name.") }
    }

    func run() async throws {
      let folder = SweepFolder(directory)
      let plan = try SweepPlan(folder.request(), registry: plugins.registry())
      guard folder.hasTable else {
        if !shown.quiet {
          Console.note(
            "To build the table, or to see which runs are missing:\n"
              + "  \(Program.name) sweep collect \(ShellWord.quoted(directory))")
        }
        throw SweepError.incomplete(path: directory, missing: "it has no table yet.")
      }
      try await shown.maps(of: folder, into: output).finish(plan, summarizing: false)
    }
  }
}

/// Options for the maps of a sweep.
struct MapOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("The setting on the horizontal axis.", valueName: "name"))
  var x: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The setting on the vertical axis.", valueName: "name"))
  var y: String?

  @Option(
    name: .customLong("where"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Only runs with this value in a column. Repeat for more values or columns.", valueName: "name=value"))
  var filters: [String] = []

  @Flag(inversion: .prefixedNo, help: "Draw the largest stable learning rate.")
  var theory = true

  @OptionGroup var images: ImageOptions

  @OptionGroup var drawing: DrawingOptions

  @Flag(name: .shortAndLong, help: "Print errors only.")
  var quiet = false

  /// The maps of a sweep.
  ///
  /// - Throws: `SettingsError` for invalid values.
  func maps(of folder: SweepFolder, into output: String? = nil) throws -> SweepMaps {
    try SweepMaps(
      of: folder, into: output, x: x, y: y, filters: filters, theory: theory, images: images.chosen(),
      gnuplot: drawing.gnuplot(), quiet: quiet)
  }
}

/// Options for submitting a sweep to a cluster.
struct ClusterOptions: ParsableArguments {
  @Option(
    name: .customLong("on"), parsing: .unconditional,
    help: ArgumentHelp("Submit the sweep to a cluster's scheduler: slurm.", valueName: "system"))
  var system: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many tasks to split the runs into.", valueName: "n"))
  var tasks: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The Slurm partition.", valueName: "name"))
  var partition: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The Slurm account to charge.", valueName: "name"))
  var account: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Time limit for each task, such as 30 or 2:00:00.", valueName: "t"))
  var time: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Memory for each task, such as 500M.", valueName: "size"))
  var memory: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Processors for each task. (default: 1)", valueName: "n"))
  var cpus: String?

  /// The number of tasks and the options to submit.
  ///
  /// - Throws: `SettingsError` for invalid values.
  func submission() throws -> (tasks: Int, options: SlurmOptions) {
    guard system == "slurm" else {
      throw SettingsError.refused(
        name: "--on", text: system ?? "", allowed: "slurm; for other schedulers use --shard i/n")
    }
    guard let tasks else { throw ValidationError("--on slurm needs the number of tasks: --tasks 50.") }
    guard let count = Int(tasks), (1...SlurmScript.taskLimit).contains(count) else {
      throw SettingsError.refused(name: "--tasks", text: tasks, allowed: "a whole number from 1 to 10,000")
    }
    let options = try SlurmOptions(
      partition: partition, account: account, time: time, memory: memory, cpusPerTask: cpus)
    return (count, options)
  }

  /// Refuses options that have no effect without a cluster.
  ///
  /// - Throws: `ValidationError`.
  func validateAbsence() throws {
    let given = [
      ("tasks", tasks), ("partition", partition), ("account", account), ("time", time), ("memory", memory),
      ("cpus", cpus),
    ].first { $0.1 != nil }
    if let (name, _) = given {
      throw ValidationError("--\(name) is only for clusters: add --on slurm, or leave it out.")
    }
  }
}
