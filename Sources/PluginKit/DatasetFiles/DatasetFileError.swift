internal import Support

/// A dataset file that describes no dataset: where, what is wrong, and what would be right.
public struct DatasetFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let file: String
  /// The line, from 1; nil where it is about the whole file.
  public let line: Int?
  /// What is wrong, and what would be right, in sentences.
  public let reason: String

  /// An error in a file; of what it quotes, characters that cannot be shown are replaced.
  public init(file: String, line: Int? = nil, reason: String) {
    self.file = String(file.unicodeScalars.suffix(300)).legible
    self.line = line
    self.reason = reason.legible
  }

  /// The error in words.
  public var description: String { "\(file)\(line.map { ", line \($0)" } ?? ""): \(reason)" }
}
