internal import ArgumentParser
internal import Experiments
internal import PluginKit
internal import Support
internal import Sweeps

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
