internal import ArgumentParser
internal import LearningDynamics
internal import PluginKit
internal import Support
internal import Sweeps

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
