internal import LearningDynamics
internal import Support

/// A part of a dataset file, and the line it begins in.
struct DocumentNode: Sendable {
  let line: Int
  let content: Content

  enum Content: Sendable {
    case nothing
    case text(String, TextStyle)
    case list([DocumentNode])
    case mapping([(key: DocumentNode, value: DocumentNode)])
  }

  /// How a text is written.
  enum TextStyle: Sendable {
    case plain, quoted
    /// In the lines below "key: |", taken as they stand.
    case block
  }

  /// The text, nil if it is something else.
  var text: String? {
    if case .text(let text, _) = content { text } else { nil }
  }

  /// Whether it is a text in lines below its key.
  var isBlock: Bool {
    if case .text(_, .block) = content { true } else { false }
  }

  /// What it is, in words.
  var kind: String {
    switch content {
    case .nothing: "nothing"
    case .text(let text, _): "'\(text.shortened)'"
    case .list: "a list"
    case .mapping: "a group of keys"
    }
  }
}
