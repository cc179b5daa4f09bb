internal import ArgumentParser
internal import Experiments
package import Gnuplot
internal import PluginKit
internal import Support

/// The program's name and version.
enum Program {
  static let version = "0.2.0"

  /// The name of the executable; programs of other packages have other names.
  static let name = CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? "dlnn-sim"
}

/// The path of this program, so that it can be started again from elsewhere.
enum ProgramPath {
  /// Its absolute path, from the name it was called by; a name without a slash is searched for on PATH.
  ///
  /// - Throws: `FileError` if the current folder is unknown.
  static func current() throws -> String {
    let name = CommandLine.arguments.first ?? Program.name
    return try FileSystem.pathFromRoot(name.contains("/") ? name : ExecutableSearch.path(of: name) ?? name)
  }
}

/// Where a command gets its plugins from.
///
/// The argument parser creates the commands, so the plugins are added afterwards. The parser decodes every property, so this
/// type must be `Codable`.
struct PluginSource: Codable, Sendable {
  var registry: @Sendable () throws -> PluginRegistry = { try PluginRegistry(datasets: [], analyses: []) }

  init() {}

  init(from decoder: any Decoder) {}

  func encode(to encoder: any Encoder) {}
}

/// A command that works with plugins.
protocol PluginCommand: ParsableCommand {
  var plugins: PluginSource { get set }
}

extension PluginCommand {
  /// The command with the plugins of the program.
  func with(_ registry: @escaping @Sendable () throws -> PluginRegistry) -> Self {
    var command = self
    command.plugins.registry = registry
    return command
  }
}

/// The properties of the terminal and display on which a figure depends.
package struct TerminalEnvironment: Sendable {
  /// Whether standard output is a terminal.
  package var isTerminal: Bool
  /// The columns and rows of that terminal, if known.
  package var window: (columns: Int, rows: Int)?
  /// Environment variables by name.
  package var environment: [String: String]
  /// Whether this is macOS, which needs no variable for its windows.
  package var isMacOS: Bool

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
  static var current: TerminalEnvironment {
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
    return TerminalEnvironment(
      isTerminal: isatty(STDOUT_FILENO) == 1, window: isKnown ? (Int(size.ws_col), Int(size.ws_row)) : nil,
      environment: Dictionary(uniqueKeysWithValues: found), isMacOS: isMacOS)
  }

  /// The size of a figure drawn as text. Width: the terminal's, else COLUMNS, else 80 columns. Height: two fifths of the
  /// width, which is the shape of the images, but not more than fits on the terminal and at least 15 lines.
  package var figureSize: TextFigure.Size {
    let told = { (name: String) in environment[name].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } }
    let columns = min(max(window?.columns ?? told("COLUMNS") ?? 80, Self.fewestColumns), Self.mostColumns)
    let rows = (window?.rows ?? told("LINES")).map { $0 - 3 } ?? .max
    return TextFigure.Size(columns: columns, rows: max(15, min(columns * 2 / 5, rows)))
  }

  /// Fewer columns leave no room for axes.
  private static let fewestColumns = 30
  /// More columns are not readable.
  private static let mostColumns = 500

  /// The colours to use: none outside a terminal or with NO_COLOR, otherwise according to TERM and COLORTERM.
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

/// Checks and preparations before the program begins.
enum StartingConditions {
  /// Opens standard input, output and error if they were closed.
  ///
  /// Otherwise the next opened file would get their number, and messages would be written into it. Writing results to a
  /// closed standard output is still an error, because its replacement is read-only.
  static func openStandardDescriptors() {
    for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
    where fcntl(descriptor, F_GETFD) < 0 {
      // open returns the lowest free number, which is this one. Without /dev/null, open something read-only.
      if open("/dev/null", mode) < 0 { _ = open("/", O_RDONLY) }
    }
  }

  /// Ends the process if the arguments are unknown: on Linux, Swift reads them from /proc.
  static func requireArguments() {
    guard CommandLine.arguments.isEmpty else { return }
    Console.error(
      "The command line cannot be read, because /proc is not mounted. Mount it (mount -t proc proc /proc) and try again."
    )
    exit(ExitCode.unavailable.rawValue)
  }

  /// - Throws: ``TooFewOpenFiles`` if the process may not open enough files.
  static func requireOpenFiles() throws(TooFewOpenFiles) {
    let left = OpenFiles.left
    guard left >= OpenFiles.least else { throw TooFewOpenFiles(left: left) }
  }
}

/// A limit on open files that is too low.
struct TooFewOpenFiles: Error, CustomStringConvertible {
  let left: Int

  var description: String {
    """
    This process may open only \(max(0, left)) more files but needs \(OpenFiles.least) (folders, tables, pipes to gnuplot). \
    Raise the limit with 'ulimit -n 256' and try again.
    """
  }
}
