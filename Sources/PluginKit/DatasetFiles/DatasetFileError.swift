internal import LearningDynamics

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
    self.file = Self.shown(String(file.unicodeScalars.suffix(300)))
    self.line = line
    self.reason = Self.shown(reason)
  }

  private static func shown(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isPrintable ? $0 : "\u{FFFD}" }))
  }

  /// The error in words.
  public var description: String { "\(file)\(line.map { ", line \($0)" } ?? ""): \(reason)" }
}
