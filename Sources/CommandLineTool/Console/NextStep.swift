internal import Experiments
internal import Gnuplot
internal import Support

/// The lines at the end of a command that say what to do with what it wrote.
enum NextStep {
  /// "Open first: plots/latest/tree/loss.svg".
  static func open(_ figure: Drawing, in folder: String, as format: ImageFormat) -> String {
    "Open first: \(folder)/\(figure.image(format))"
  }

  /// "All on one page: dlnn-sim report plots/latest": a command that a shell reads as it stands.
  static func command(_ purpose: String, _ command: String, _ folder: String) -> String {
    "\(purpose): \(Program.name) \(command) \(ShellWord.quoted(folder))"
  }
}
