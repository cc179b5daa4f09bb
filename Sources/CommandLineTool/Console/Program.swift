/// What the program is called, and its version.
enum Program {
  static let version = "0.1.0"

  /// The name it was started by, because another package's program may have another one.
  static let name = CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? "dlnn-sim"
}
