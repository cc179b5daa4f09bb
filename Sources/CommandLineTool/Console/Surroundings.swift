package import Gnuplot
internal import Support

/// What is known of where results appear, as far as a figure depends on it.
package struct Surroundings: Sendable {
  /// Whether standard output is a terminal.
  package var isTerminal: Bool
  /// The columns and rows of that terminal, where it tells them.
  package var window: (columns: Int, rows: Int)?
  /// Variables of the environment by name.
  package var environment: [String: String]
  /// Whether this is macOS, which needs no variable for its windows.
  package var isMacOS: Bool

  /// Surroundings.
  package init(
    isTerminal: Bool = false, window: (columns: Int, rows: Int)? = nil, environment: [String: String] = [:],
    isMacOS: Bool = false
  ) {
    self.isTerminal = isTerminal
    self.window = window
    self.environment = environment
    self.isMacOS = isMacOS
  }

  /// Those of this process.
  static var current: Surroundings {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 && size.ws_row > 0
    let names = [
      "COLUMNS", "LINES", "NO_COLOR", "TERM", "COLORTERM", "DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION",
    ]
    let found = names.compactMap { name in getenv(name).map { (name, String(cString: $0)) } }
    #if os(macOS)
      let isMacOS = true
    #else
      let isMacOS = false
    #endif
    return Surroundings(
      isTerminal: isatty(STDOUT_FILENO) == 1, window: isKnown ? (Int(size.ws_col), Int(size.ws_row)) : nil,
      environment: Dictionary(uniqueKeysWithValues: found), isMacOS: isMacOS)
  }

  /// The size of a figure of letters: as wide as the terminal, else COLUMNS, else 80 columns; two fifths of that high, which
  /// looks like the images do, but no higher than what a terminal has below a command and above its prompt, and at least
  /// 15 lines.
  package var figureSize: TextFigure.Size {
    let told = { (name: String) in environment[name].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } }
    let columns = min(max(window?.columns ?? told("COLUMNS") ?? 80, Self.fewestColumns), Self.mostColumns)
    let rows = (window?.rows ?? told("LINES")).map { $0 - 3 } ?? .max
    return TextFigure.Size(columns: columns, rows: max(15, min(columns * 2 / 5, rows)))
  }

  /// Less than this holds no axes.
  private static let fewestColumns = 30
  /// More than this nobody reads in one line.
  private static let mostColumns = 500

  /// The colours to use: none except on a terminal, none where NO_COLOR asks for none, else what TERM and COLORTERM say.
  package var colors: TextColors {
    let terminal = environment["TERM"] ?? ""
    guard isTerminal, (environment["NO_COLOR"] ?? "").isEmpty, !terminal.isEmpty, terminal != "dumb" else {
      return .none
    }
    if ["truecolor", "24bit"].contains(environment["COLORTERM"]) { return .all }
    return terminal.contains("256color") ? .palette : .eight
  }

  /// Whether windows can be opened.
  package var hasDisplay: Bool {
    if isMacOS, environment["SSH_CONNECTION"] == nil { return true }
    return ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
  }
}
