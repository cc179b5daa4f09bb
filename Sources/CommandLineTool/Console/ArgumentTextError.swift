/// An argument that is not text: a name that the program would take for another one.
///
/// Names of files are bytes to the system, and may be no text at all. Read as text they get a mark in place of every byte that
/// cannot be read, so that different names become one, and what is written goes elsewhere.
struct ArgumentTextError: Error, Hashable, CustomStringConvertible {
  /// The argument as far as it can be read.
  let argument: String

  /// The error in words: what, why, and what to do.
  var description: String {
    """
    The argument '\(argument)' is not text in UTF-8, and so cannot be told from other names of this kind. Rename the file or \
    folder, and give its new name.
    """
  }

  /// Checks the arguments of the process.
  ///
  /// - Throws: ``ArgumentTextError`` for the first that is not text.
  static func check() throws(ArgumentTextError) {
    for index in 0..<Int(CommandLine.argc) {
      guard let bytes = CommandLine.unsafeArgv[index], String(validatingCString: bytes) == nil else { continue }
      throw ArgumentTextError(argument: String(cString: bytes))
    }
  }
}
