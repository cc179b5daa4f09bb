internal import ArgumentParser
internal import Gnuplot
internal import PluginKit
internal import Sweeps

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
