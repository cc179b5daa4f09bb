/// A file or folder that cannot be used: what, why, and what helps.
public enum FileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A file or folder that could not be written.
  case notWritten(path: String, reason: String)
  /// A folder into which another process is writing.
  case inUse(path: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .notWritten(let path, let reason):
      "\(path) could not be written: \(reason). \(Self.advice(reason))"
    case .inUse(let path):
      "Another run is writing into \(path), or has just done so. Wait for it, or choose another folder."
    }
  }

  /// What helps against what the system says.
  private static func advice(_ reason: String) -> String {
    reason.contains("open files")
      ? "Raise the limit with 'ulimit -n 256', or ask for fewer --jobs."
      : "Make room, or choose a folder that you may write to."
  }
}
