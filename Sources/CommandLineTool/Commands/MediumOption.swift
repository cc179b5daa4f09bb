internal import ArgumentParser
internal import Experiments
internal import Gnuplot
internal import PluginKit

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
