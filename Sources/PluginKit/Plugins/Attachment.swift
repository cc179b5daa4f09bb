/// A file that an analysis writes in addition to its figures: numbers for another program.
public struct Attachment: Hashable, Sendable {
  /// The kinds of attachment; the raw value is the file's ending. Tables, scripts and images belong to figures, and plain
  /// text is left to the users' own notes.
  public enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
    /// An array for NumPy: ``NumPyArray``.
    case npy
    /// Values separated by commas.
    case csv
    case json
  }

  /// The file's name without ending, like a figure's: lowercase letters, digits, and hyphens between them.
  public let name: String
  /// What it is.
  public let kind: Kind
  /// The file's content. The same run must give the same bytes, so do not write dates.
  public let bytes: [UInt8]

  /// The file's name.
  public var fileName: String { "\(name).\(kind.rawValue)" }

  /// A file of any kind.
  public init(name: String, kind: Kind, bytes: [UInt8]) {
    self.name = name
    self.kind = kind
    self.bytes = bytes
  }

  /// A file of text, in UTF-8.
  public init(name: String, kind: Kind, text: String) {
    self.init(name: name, kind: kind, bytes: Array(text.utf8))
  }

  /// An array for NumPy.
  public init(name: String, _ array: NumPyArray) {
    self.init(name: name, kind: .npy, bytes: array.bytes)
  }
}
