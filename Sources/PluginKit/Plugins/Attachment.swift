/// A file that an analysis gives beside its figures: numbers for another program.
public struct Attachment: Hashable, Sendable {
  /// What an attachment may be; the raw value is the file's ending. Tables, scripts and images belong to figures;
  /// plain text is left to the reader's own notes.
  public enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
    /// An array for NumPy: ``NumPyArray``.
    case npy
    /// Values separated by commas.
    case csv
    /// JSON.
    case json
  }

  /// The file's name without ending, as a figure's: small letters, digits, and hyphens between them.
  public let name: String
  /// What it is.
  public let kind: Kind
  /// The file's content. The same run has to give the same bytes: no dates.
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
