internal import Support

/// The one place where text enters a script.
///
/// gnuplot runs shell commands from back-ticks and octal escapes in double quotes, and a line break inside a comment or
/// a single-quoted string begins a command. Before it reads a line at all it replaces `@name` by the value of a variable,
/// wherever it believes to be outside of quotes; it counts both kinds of quotes separately, so an apostrophe in double
/// quotes swaps inside and outside for the rest of the line. So every text is in single quotes, never in double quotes, and
/// unprintable characters are refused.
///
/// An apostrophe inside is doubled. gnuplot understands this only after another character that is not an apostrophe. There,
/// and wherever else it would combine separate characters, a pair of braces keeps them apart: an empty group, which shows
/// nothing.
///
/// Everything here works on code points: for Swift an apostrophe with an accent is a different character, for gnuplot it is the
/// same byte and ends a string.
package enum Quoting {
  /// A text in single quotes as gnuplot shows it unchanged: what its enhanced text would interpret is escaped.
  ///
  /// - Throws: ``FigureError/unreadableText(_:)`` for characters that cannot be shown.
  package static func label(_ text: String) throws(FigureError) -> String { try quoted(text, percent: "%") }

  /// A label of a mark, which gnuplot also reads as a number format.
  ///
  /// - Throws: as ``label(_:)``.
  package static func mark(_ text: String) throws(FigureError) -> String {
    let format = try quoted(text, percent: "%%")
    // Formatted text ends after 49 bytes, perhaps within a character. A percent sign written as a code is not a format.
    return text.utf8.contains(UInt8(ascii: "%")) && format.utf8.count > 49
      ? try quoted(text, percent: #"\045"#) : format
  }

  /// A text for a comment.
  static func comment(_ text: String) throws(FigureError) -> String {
    guard text.isPrintable else { throw .unreadableText(text) }
    // A backslash at the end of a line would join the next line to the comment.
    return text.utf8.last == UInt8(ascii: "\\") ? text + " ." : text
  }

  /// The text of a label; nil for what ``label(_:)`` does not write.
  package static func text(ofLabel label: some StringProtocol) -> String? {
    var rest = label.unicodeScalars[...]
    guard rest.popFirst() == "'" else { return nil }
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      switch scalar {
      case "'":
        if rest.isEmpty { return String(text) }
        guard rest.popFirst() == "'" else { return nil }
        text.append("'")
      case "{":
        guard rest.popFirst() == "}" else { return nil }
      case "\\":
        let digits = rest.prefix(3)
        if digits.count == 3, digits.allSatisfy({ ("0"..."7").contains($0) }),
          let code = UInt32(String(String.UnicodeScalarView(digits)), radix: 8),
          let coded = Unicode.Scalar(code)
        {
          text.append(coded)
          rest = rest.dropFirst(3)
        } else {
          guard let next = rest.popFirst() else { return nil }
          text.append(next)
        }
      default: text.append(scalar)
      }
    }
    return nil
  }

  private static func quoted(_ text: String, percent: String) throws(FigureError) -> String {
    guard text.isPrintable else { throw .unreadableText(text) }
    var writer = LabelWriter(percent: percent)
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() { writer.append(scalar, before: rest) }
    // Without one of these, PNG and PDF treat a text as plain and would show both backslashes.
    let marks: Set<Unicode.Scalar> = ["{", "}", "^", "_", "@", "&", "~"]
    if text.unicodeScalars.contains("\\"), !writer.written.contains(where: marks.contains) { writer.appendNothing() }
    return "'\(String(writer.written))'"
  }
}

/// Writes a text as gnuplot's enhanced text, code point by code point.
private struct LabelWriter {
  /// The replacement for a percent sign.
  let percent: String
  private(set) var written = String.UnicodeScalarView()
  /// The last code point of the text, and the one before it.
  private var last, lastButOne: Unicode.Scalar?
  /// How many bytes gnuplot draws at once.
  private var length = 0

  /// gnuplot draws its buffer after 1,024 bytes, perhaps half of a character; an ampersand takes five bytes in an SVG.
  private static let longestPart = 1000

  init(percent: String) {
    self.percent = percent
  }

  /// An empty group, which shows nothing.
  mutating func appendNothing() { written.append(contentsOf: "{}".unicodeScalars) }

  mutating func append(_ scalar: Unicode.Scalar, before rest: Substring.UnicodeScalarView) {
    let endsSection = scalar == ">" && last == "]" && lastButOne == "]"
    if endsSection || isTakenTogether(scalar, before: rest) || length > Self.longestPart {
      written.append(contentsOf: "{}".unicodeScalars)
      length = 0
    }
    switch scalar {
    case "'": written.append(contentsOf: "''".unicodeScalars)
    case "%": written.append(contentsOf: percent.unicodeScalars)
    case #"\"#, "_", "^", "{", "}", "@", "&", "~":
      written.append(contentsOf: [#"\"#, scalar])
    // An SVG repeats the title of a curve without the braces, but with the code as a character.
    case ">" where endsSection: written.append(contentsOf: #"\076"#.unicodeScalars)
    default: written.append(scalar)
    }
    length += scalar == "&" || scalar == "<" ? 5 : scalar.utf8.count
    (lastButOne, last) = (last, scalar)
  }

  /// Whether gnuplot would combine a code point with those before it.
  private func isTakenTogether(_ scalar: Unicode.Scalar, before rest: Substring.UnicodeScalarView) -> Bool {
    switch (last, scalar) {
    // Two apostrophes mean one only after another character.
    case (nil, "'"), ("'", "'"): true
    // A code point by its number, as it is read in an SVG.
    case (#"\"#, "U"): rest.first == "+"
    // A character by its name or number, as it is read in a GIF.
    case ("&", "#"), ("&", "A"..."Z"), ("&", "a"..."z"): rest.contains(";")
    default: false
    }
  }
}

extension String {
  /// The text without unprintable characters.
  package var withoutControlCharacters: String {
    String(UnicodeScalarView(unicodeScalars.filter(\.isPrintable)))
  }
}

extension Figure {
  /// Whether a text can name a script or table: lowercase letters, digits, and hyphens between them; at most 100.
  public static func isFileName(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.count <= 100 && !text.hasPrefix("-") && !text.hasSuffix("-")
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || $0 == UInt8(ascii: "-")
      }
  }
}
