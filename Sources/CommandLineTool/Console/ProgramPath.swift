internal import Experiments
internal import Gnuplot
internal import Support

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
