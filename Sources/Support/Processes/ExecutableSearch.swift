/// Programs on PATH.
///
/// Looked for before a process is started: to start one for each folder of PATH, only to see that nothing is there, takes
/// longer than to draw a figure.
package enum ExecutableSearch {
  /// The absolute path of the first program of a name, nil if there is none.
  package static func path(of name: String) -> String? {
    getenv("PATH").flatMap { path(of: name, in: String(cString: $0)) }
  }

  /// The same in other folders, listed as PATH does.
  package static func path(of name: String, in folders: String) -> String? {
    for folder in folders.split(separator: ":", omittingEmptySubsequences: false) {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 else { continue }
      return path.hasPrefix("/") ? path : currentFolder.map { "\($0)/\(path)" }
    }
    return nil
  }

  private static var currentFolder: String? {
    guard let folder = getcwd(nil, 0) else { return nil }
    defer { free(folder) }
    return String(cString: folder)
  }
}
