internal import LearningDynamics

/// A dataset file that describes no dataset: where, what is wrong, and what would be right.
public struct DatasetFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let file: String
  /// The line, from 1; nil where it is about the whole file.
  public let line: Int?
  /// What is wrong, and what would be right, in sentences.
  public let reason: String

  /// An error in a file.
  public init(file: String, line: Int? = nil, reason: String) {
    self.file = file
    self.line = line
    // What is quoted of the file may hold anything.
    self.reason = String(String.UnicodeScalarView(reason.unicodeScalars.map { $0.isPrintable ? $0 : "\u{FFFD}" }))
  }

  /// The error in words.
  public var description: String { "\(file)\(line.map { ", line \($0)" } ?? ""): \(reason)" }
}
