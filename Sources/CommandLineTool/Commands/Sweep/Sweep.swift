internal import ArgumentParser
internal import Experiments
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
