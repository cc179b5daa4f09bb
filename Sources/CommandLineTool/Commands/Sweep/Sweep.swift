internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support
internal import Sweeps

extension DLNNSim {
  /// Many runs: ranges of settings, one table, maps.
  struct Sweep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Train over ranges of settings: one table with a row for each run, and maps.",
      discussion: """
        '\(Program.name) sweep --vary NAME=VALUES …' trains on every combination of the values; '\(Program.name) sweep run --help' shows \
        its options.

        EXAMPLES
          \(Program.name) sweep --vary eta=20:200:10 --vary gamma=1e-12:1:13:log
          \(Program.name) sweep --vary 'hidden=10;30;30,30' --vary seed=1...50 -o plots/depths
          \(Program.name) sweep --vary eta=20:200:10 --dry-run      how much it would be
          \(Program.name) sweep figures plots/sweep --x eta --y gamma
          \(Program.name) sweep --vary 'seed=0..<100000' --on slurm --tasks 50 -o shared/seeds
          \(Program.name) sweep collect shared/seeds
        """,
      subcommands: [Begin.self, Figures.self, Collect.self], defaultSubcommand: Begin.self)
  }
}

extension DLNNSim.Sweep {
  /// Puts the parts of a sweep together.
  struct Collect: AsyncParsableCommand, PluginCommand {
    static let configuration = CommandConfiguration(
      commandName: "collect",
      abstract: "Say what is missing of a sweep; when nothing is, put its table together and draw its maps.")

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
      abstract: "Draw the maps and curves of a sweep again, over other axes or of some runs only; nothing is run.")

    @Argument(help: "The folder of a sweep.")
    var directory: String

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp(
        "Another folder for the figures. (default: the sweep's own, in place of those drawn before)", valueName: "dir"))
    var output: String?

    @OptionGroup var shown: MapOptions

    var plugins = PluginSource()

    func validate() throws {
      guard output?.isEmpty != true else { throw ValidationError("--output needs the name of a folder.") }
    }

    func run() async throws {
      let folder = SweepFolder(directory)
      let plan = try SweepPlan(folder.request(), registry: plugins.registry())
      guard folder.hasTable else {
        if !shown.quiet {
          Console.note(
            "Put it together, or see what is missing:\n  \(Program.name) sweep collect \(ShellWord.quoted(directory))")
        }
        throw SweepError.incomplete(path: directory, missing: "there is no table yet.")
      }
      try await shown.maps(of: folder, into: output).finish(plan, summarizing: false)
    }
  }
}

/// Which maps of a sweep are drawn, and how.
struct MapOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("The setting from left to right.", valueName: "name"))
  var x: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The setting from bottom to top.", valueName: "name"))
  var y: String?

  @Option(
    name: .customLong("where"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Only runs with this value in a column; of several for one column any.", valueName: "name=value")
  )
  var filters: [String] = []

  @Flag(inversion: .prefixedNo, help: "Draw the largest stable learning rate.")
  var theory = true

  @OptionGroup var images: ImageOptions

  @OptionGroup var drawing: DrawingOptions

  @Flag(name: .shortAndLong, help: "Print errors only.")
  var quiet = false

  /// The maps of a sweep.
  ///
  /// - Throws: `SettingsError` for what cannot be meant.
  func maps(of folder: SweepFolder, into output: String? = nil) throws -> SweepMaps {
    try SweepMaps(
      of: folder, into: output, x: x, y: y, filters: filters, theory: theory, images: images.chosen(),
      gnuplot: drawing.gnuplot(), quiet: quiet)
  }
}

/// Who distributes a sweep over machines, and what that needs to know.
struct ClusterOptions: ParsableArguments {
  @Option(
    name: .customLong("on"), parsing: .unconditional,
    help: ArgumentHelp("Hand the sweep over to a cluster's scheduler: slurm.", valueName: "system"))
  var system: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many tasks the cluster is to share the runs among.", valueName: "n"))
  var tasks: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The cluster's partition.", valueName: "name"))
  var partition: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The account that pays.", valueName: "name"))
  var account: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("How long a task may take, such as 30 or 2:00:00.", valueName: "t"))
  var time: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The memory of a task, such as 500M.", valueName: "size"))
  var memory: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The processors of a task. (default: 1)", valueName: "n"))
  var cpus: String?

  /// What is to be submitted.
  ///
  /// - Throws: `SettingsError` for values that cannot be meant.
  func submission() throws -> (tasks: Int, options: SlurmOptions) {
    guard system == "slurm" else {
      throw SettingsError.refused(name: "--on", text: system ?? "", allowed: "slurm; other schedulers use --shard i/n")
    }
    guard let tasks else { throw ValidationError("--on slurm needs the number of tasks: --tasks 50.") }
    guard let count = Int(tasks), (1...SlurmScript.taskLimit).contains(count) else {
      throw SettingsError.refused(name: "--tasks", text: tasks, allowed: "a whole number from 1 to 10,000")
    }
    let options = try SlurmOptions(
      partition: partition, account: account, time: time, memory: memory, cpusPerTask: cpus)
    return (count, options)
  }

  /// Refuses what says nothing without a cluster.
  ///
  /// - Throws: `ValidationError`.
  func validateAbsence() throws {
    let given = [
      ("tasks", tasks), ("partition", partition), ("account", account), ("time", time), ("memory", memory),
      ("cpus", cpus),
    ].first { $0.1 != nil }
    if let (name, _) = given {
      throw ValidationError("--\(name) is for a cluster: give --on slurm too, or leave it out.")
    }
  }
}
