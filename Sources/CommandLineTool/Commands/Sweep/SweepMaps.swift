internal import Gnuplot
internal import PluginKit
internal import Experiments
internal import Sweeps

/// The end of a sweep: its summary and its maps.
struct SweepMaps {
  let folder: SweepFolder
  let format: ImageFormat?
  let gnuplot: GnuplotProgram
  let quiet: Bool

  init(
    of folder: SweepFolder, x: String? = nil, y: String? = nil, filters: [String] = [], theory: Bool, format: String?,
    gnuplot: GnuplotProgram, quiet: Bool
  ) throws {
    var request = RunRequest()
    if let format { try request.set(.format, to: format) }
    self.format = request.format
    (self.folder, self.gnuplot, self.quiet) = (folder, gnuplot, quiet)
  }

  func finish(_ plan: SweepPlan, json: Bool) async throws {
  }
}
