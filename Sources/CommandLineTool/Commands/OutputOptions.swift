internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import PluginKit

/// What a run keeps and shows of a training: the options that say nothing to a prediction.
struct RecordingOptions: ParsableArguments {
  @Option(
    name: .customLong("epoch"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("An epoch whose similarities to show; repeat for more. (default: each stage)", valueName: "n"))
  var shownEpochs: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Keep matrices at every n-th epoch only. (default: every epoch, or as many as fit into memory)", valueName: "n"))
  var recordEvery: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What images are made as: svg, png, pdf or none. (default: svg)", valueName: "name"))
  var format: String?

  @Option(
    name: .customLong("export"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Write arrays for other programs, into arrays/ of each dataset; repeat for more. \(Export.allCases.map { "\($0.rawValue): \($0.meaning)" }.joined(separator: "; ")).",
      valueName: "name"))
  var exports: [String] = []

  @OptionGroup var drawn: MediumOption

  /// Adds these options to a request; shown epochs and exports that are given replace its own.
  ///
  /// - Throws: `SettingsError`.
  func set(in request: inout RunRequest) throws {
    if !shownEpochs.isEmpty { request.shownEpochs = [] }
    if !exports.isEmpty { request.exports = [] }
    for name in exports { try request.set(.export, to: name) }
    for epoch in shownEpochs { try request.set(.epoch, to: epoch) }
    if let recordEvery { try request.set(.recordEvery, to: recordEvery) }
    if let format { try request.set(.format, to: format) }
    if let medium = drawn.medium { try request.set(.medium, to: medium) }
  }
}

/// What images are drawn for: an option of every command that draws.
struct MediumOption: ParsableArguments {
  @Option(
    name: .customLong("for"), parsing: .unconditional,
    help: ArgumentHelp(
      "What images are drawn for: web, slides or paper, which have letters and lines of their size. (default: web)",
      valueName: "name"))
  var medium: String?

  /// The medium; nil if none is given.
  ///
  /// - Throws: `SettingsError`.
  func chosen() throws(SettingsError) -> Medium? {
    guard let medium else { return nil }
    var request = RunRequest()
    try request.set(.medium, to: medium)
    return request.medium
  }
}

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
