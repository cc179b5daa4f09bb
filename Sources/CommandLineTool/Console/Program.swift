internal import Experiments
internal import Gnuplot
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
