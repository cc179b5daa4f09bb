/// A part of a dataset file, and the line it begins in.
struct DocumentNode: Sendable {
  let line: Int
  let content: Content

  enum Content: Sendable {
    case nothing
    case text(String)
    case list([DocumentNode])
    case mapping([(key: DocumentNode, value: DocumentNode)])
  }

  /// The text, nil if it is something else.
  var text: String? {
    if case .text(let text) = content { text } else { nil }
  }

  /// What it is, in words.
  var kind: String {
    switch content {
    case .nothing: "nothing"
    case .text(let text): "'\(text.shortened)'"
    case .list: "a list"
    case .mapping: "a group of keys"
    }
  }
}

extension String {
  /// The text for quoting in a message: its first forty characters.
  var shortened: String {
    let line = prefix { !$0.isNewline }
    return line.count > 40 ? line.prefix(40) + "…" : String(line) + (line.count < count ? "…" : "")
  }
}
