/// What texts and names may hold: one rule, whoever wrote them. Dataset files, Swift plugins, figures, tables, pages and
/// messages ask here.
///
/// A *text* (a title, a caption, the name of a column) is printable when every place that shows it can hold it: a line of
/// a script, an SVG, a page, a terminal.
///
/// A *name* (of an item, a feature, a group) is a printable text that people can tell from others and type again: it has
/// something to see, it is not long, and nothing in it is hidden. So the marks of bidirectional writing are refused in
/// names: letters from right to left order themselves, while an embedding, override or isolate (U+202A to U+202E, U+2066 to
/// U+2069) reorders whatever stands beside the name, in a message, a table or a command that somebody copies, and makes a
/// name look like another one.
extension StringProtocol {
  /// Whether every place that shows texts can hold it.
  package var isPrintable: Bool { unicodeScalars.allSatisfy(\.isPrintable) }

  /// The first character that no place can show, nil in a printable text.
  package var firstUnprintable: Unicode.Scalar? { unicodeScalars.first { !$0.isPrintable } }

  /// The text with U+FFFD in place of what cannot be shown and of what is hidden: for quoting in a message.
  package var legible: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.isPrintable && !$0.isHidden ? $0 : "\u{FFFD}" }))
  }

  /// Why it cannot be a name; nil if it can.
  package var nameProblem: NameProblem? {
    if let scalar = firstUnprintable { return .unprintable(scalar) }
    guard unicodeScalars.contains(where: \.isVisible) else { return .empty }
    if let scalar = firstHidden { return .unprintable(scalar) }
    guard utf8.count <= 8 * NameProblem.longest, count <= NameProblem.longest else { return .tooLong }
    return nil
  }

  /// The first character that nobody sees, apart from those that flags of regions are spelled with.
  private var firstHidden: Unicode.Scalar? {
    var isFlag = false
    for scalar in unicodeScalars {
      let isTag = ("\u{E0020}"..."\u{E007F}").contains(scalar)
      isFlag = scalar == "\u{1F3F4}" || isFlag && isTag
      if scalar.isHidden, !isFlag { return scalar }
    }
    return nil
  }
}

/// Why a text cannot be a name.
package enum NameProblem: Hashable, Sendable {
  /// There is nothing to see in it.
  case empty
  /// It is longer than a figure can show.
  case tooLong
  /// It has a character that cannot be shown.
  case unprintable(Unicode.Scalar)

  /// The most characters of a name; more could not be read on a figure.
  package static let longest = 100
}

extension Unicode.Scalar {
  /// Whether a line of text can hold it wherever texts are shown.
  ///
  /// Control characters end a line of a script or command a terminal, line and paragraph separators break lines, and
  /// noncharacters (U+FFFE, U+FFFF, U+FDD0 …) stand for nothing: XML forbids the first kind and some of the last.
  package var isPrintable: Bool {
    if (" "..."~").contains(self) { return true }
    return switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: false
    default: !properties.isNoncharacterCodePoint
    }
  }

  /// What a message calls a character that cannot be shown: "a line break", "the character U+FFFF".
  package var nameInMessages: String {
    switch self {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": return "a line break"
    case "\t": return "a tab"
    default:
      let digits = String(value, radix: 16, uppercase: true)
      return "the character U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
    }
  }

  /// A format character that is not seen; those that join and part letters and emoji belong to their writing.
  fileprivate var isHidden: Bool {
    properties.generalCategory == .format && properties.isDefaultIgnorableCodePoint && self != "\u{200C}"
      && self != "\u{200D}"
  }

  /// Whether there is something to see.
  fileprivate var isVisible: Bool { !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint }
}

extension StringProtocol {
  /// The text without blanks at both ends.
  package var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }

  /// The text for quoting in a message: the first forty characters of its first line.
  package var shortened: String {
    // A single character may be of any length.
    let scalars = unicodeScalars.prefix(100)
    let start = String(String.UnicodeScalarView(scalars)).prefix { !$0.isNewline }.prefix(40)
    return start.unicodeScalars.count < unicodeScalars.count ? start + "…" : String(start)
  }
}
