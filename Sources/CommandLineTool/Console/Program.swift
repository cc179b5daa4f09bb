internal import ArgumentParser
internal import Experiments
package import Gnuplot
internal import PluginKit
internal import Support

/// What the program is called, and its version.
enum Program {
  static let version = "0.1.0"

  /// The name it was started by, because another package's program may have another one.
  static let name = CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? "dlnn-sim"
}

/// Where this program is, for those who are to start it again from elsewhere.
enum ProgramPath {
  /// Its path from the root, as far as can be told: by the name it was called by, along PATH if that has no slash.
  ///
  /// - Throws: `FileError` if the current folder cannot be told.
  static func current() throws -> String {
    let name = CommandLine.arguments.first ?? Program.name
    return try FileSystem.pathFromRoot(name.contains("/") ? name : ExecutableSearch.path(of: name) ?? name)
  }
}

/// Where a command has its plugins from.
///
/// The parser makes the commands, so they are given their plugins afterwards. That the parser wants to decode every
/// property is why this looks like something that can be coded.
struct PluginSource: Codable, Sendable {
  var registry: @Sendable () throws -> PluginRegistry = { try PluginRegistry(datasets: [], analyses: []) }

  init() {}

  init(from decoder: any Decoder) {}

  func encode(to encoder: any Encoder) {}
}

/// A command that works with plugins.
protocol PluginCommand: ParsableCommand {
  /// The plugins of the program.
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

/// What has to be so before the program can begin.
enum StartingConditions {
  /// Opens those of standard input, output and error that were closed.
  ///
  /// Else the next file that is opened would get their number, and messages would go into it. Results that go to a closed
  /// standard output are still an error, because what stands in its place cannot be written.
  static func openStandardDescriptors() {
    for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
    where fcntl(descriptor, F_GETFD) < 0 {
      // open returns the lowest free number, which is this one. Without /dev/null, open something that cannot be written.
      if open("/dev/null", mode) < 0 { _ = open("/", O_RDONLY) }
    }
  }

  /// Ends the process where the arguments cannot be known: on Linux, Swift reads them from /proc.
  static func requireArguments() {
    guard CommandLine.arguments.isEmpty else { return }
    Console.error(
      "The command line cannot be read, because /proc is not mounted. Mount it (mount -t proc proc /proc), and try again."
    )
    exit(ExitCode.unavailable.rawValue)
  }

  /// - Throws: ``TooFewOpenFiles`` where the system lets the process open too few files for what it does.
  static func requireOpenFiles() throws(TooFewOpenFiles) {
    let left = OpenFiles.left
    guard left >= OpenFiles.least else { throw TooFewOpenFiles(left: left) }
  }
}

/// A limit on open files that is too low.
struct TooFewOpenFiles: Error, CustomStringConvertible {
  let left: Int

  /// What, why, and what to do.
  var description: String {
    """
    This process may open only \(max(0, left)) more files, and needs \(OpenFiles.least): folders, tables, and pipes to \
    gnuplot. Raise the limit with 'ulimit -n 256', and try again.
    """
  }
}
