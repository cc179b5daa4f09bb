internal import ArgumentParser
internal import Gnuplot
internal import PluginKit

/// How gnuplot is run.
struct DrawingOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How long gnuplot may take for one figure, in seconds.", valueName: "s"))
  var drawingTime = "60"

  /// The program with its time limit.
  func gnuplot() throws(SettingsError) -> GnuplotProgram { try Self.gnuplot(drawingTime) }

  /// The program with a time limit for one figure.
  static func gnuplot(_ drawingTime: String) throws(SettingsError) -> GnuplotProgram {
    guard let seconds = Int(drawingTime), (1...86_400).contains(seconds) else {
      throw .refused(name: "--drawing-time", text: drawingTime, allowed: "whole seconds from 1 to 86,400")
    }
    return GnuplotProgram(timeLimit: .seconds(seconds))
  }
}
