internal import ArgumentParser
internal import PluginKit
internal import Sweeps

extension DLNNSim.Sweep {
  /// Draws the maps of a sweep again.
  struct Figures: AsyncParsableCommand, PluginCommand {
    static let configuration = CommandConfiguration(
      commandName: "figures",
      abstract: "Draw the maps and curves of a sweep again, over other axes or of some runs only; nothing is run.")

    @Argument(help: "The folder of a sweep.")
    var directory: String

    @OptionGroup var shown: MapOptions

    var plugins = PluginSource()

    func run() async throws {
      let folder = SweepFolder(directory)
      let plan = try SweepPlan(folder.request(), registry: plugins.registry())
      guard folder.hasTable else {
        throw SweepError.incomplete(
          path: directory,
          missing:
            "there is no table yet. Go on with '\(DLNNSim.name) sweep --from \(directory) --output \(directory)', "
            + "or put parts together with '\(DLNNSim.name) sweep collect \(directory)'.")
      }
      try await shown.maps(of: folder).finish(plan, json: false)
    }
  }
}
