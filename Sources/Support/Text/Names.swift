/// The rules for texts and names, used for dataset files, Swift plugins, figures, tables, pages and messages.
///
/// A *text* (a title, a caption, the name of a column) is printable if it can be shown everywhere: in a line of a script, an
/// SVG, a page and a terminal.
///
/// A *name* (of an item, a feature, a group) is a printable text that people can recognize and type: it is visible, not too
/// long, and contains nothing hidden. Therefore names must not contain bidirectional control characters (U+202A to U+202E,
/// U+2066 to U+2069): right-to-left letters do not need them, and they would reorder the text around the name in a message,
/// a table or a copied command, and make it look like another name.
extension StringProtocol {
  /// Whether it can be shown everywhere.
  package var isPrintable: Bool { unicodeScalars.allSatisfy(\.isPrintable) }

  /// The first character that cannot be shown; nil in a printable text.
  package var firstUnprintable: Unicode.Scalar? { unicodeScalars.first { !$0.isPrintable } }

  /// The text with U+FFFD in place of unprintable and hidden characters, for quoting in a message.
  package var legible: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.isPrintable && !$0.isHidden ? $0 : "\u{FFFD}" }))
  }

  /// Why it is not a valid name; nil if it is.
  package var nameProblem: NameProblem? {
    if let scalar = firstUnprintable { return .unprintable(scalar) }
    guard unicodeScalars.contains(where: \.isVisible) else { return .empty }
    if let scalar = firstHidden { return .unprintable(scalar) }
    guard utf8.count <= 8 * NameProblem.longest, count <= NameProblem.longest else { return .tooLong }
    return nil
  }

  /// The first hidden character, except those in the flags of regions.
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

/// Why a text is not a valid name.
package enum NameProblem: Hashable, Sendable {
  /// It has no visible character.
  case empty
  /// It is longer than a figure can show.
  case tooLong
  /// It has a character that cannot be shown.
  case unprintable(Unicode.Scalar)

  /// The most characters of a name; more could not be read on a figure.
  package static let longest = 100
}

extension Unicode.Scalar {
  /// Whether it can be shown everywhere in a line of text.
  ///
  /// Control characters end a line of a script or command a terminal, line and paragraph separators break lines, and
  /// noncharacters (U+FFFE, U+FFFF, U+FDD0 …) have no meaning: XML forbids the first kind and some of the last.
  package var isPrintable: Bool {
    if (" "..."~").contains(self) { return true }
    return switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: false
    default: !properties.isNoncharacterCodePoint
    }
  }

  /// The description of an unprintable character in a message: "a line break", "the character U+FFFF".
  package var nameInMessages: String {
    switch self {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": return "a line break"
    case "\t": return "a tab"
    default:
      let digits = String(value, radix: 16, uppercase: true)
      return "the character U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
    }
  }

  /// Whether it is an invisible format character; joiners and non-joiners are allowed, because scripts and emoji need them.
  fileprivate var isHidden: Bool {
    properties.generalCategory == .format && properties.isDefaultIgnorableCodePoint && self != "\u{200C}"
      && self != "\u{200D}"
  }

  /// Whether it has a visible character.
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
    // A single character can have any number of scalars.
    let scalars = unicodeScalars.prefix(100)
    let start = String(String.UnicodeScalarView(scalars)).prefix { !$0.isNewline }.prefix(40)
    return start.unicodeScalars.count < unicodeScalars.count ? start + "…" : String(start)
  }
}
