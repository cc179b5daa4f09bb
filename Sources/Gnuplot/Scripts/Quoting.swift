/// The one place where text enters a script.
///
/// gnuplot runs shell commands from back-ticks and octal escapes in double quotes, and a line break inside a comment or
/// a single-quoted string begins a command. So every text stands in single quotes, with single quotes doubled, and
/// control characters are refused.
enum Quoting {
  /// A text in single quotes as gnuplot reads it literally: for file names and variables.
  static func literal(_ text: String) throws(FigureError) -> String {
    if text.hasControlCharacters { throw .unreadableText(text) }
    return "'" + text.replacing("'", with: "''") + "'"
  }

  /// A text in single quotes as gnuplot shows it unchanged: what its enhanced text would interpret is escaped.
  static func label(_ text: String) throws(FigureError) -> String {
    var escaped = ""
    for character in text {
      if #"\_^{}@&~"#.contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return try literal(escaped)
  }

  /// A label of a mark, which gnuplot also takes for a number format.
  static func mark(_ text: String) throws(FigureError) -> String {
    try label(text.replacing("%", with: "%%"))
  }

  /// A text for a comment.
  static func comment(_ text: String) throws(FigureError) -> String {
    if text.hasControlCharacters { throw .unreadableText(text) }
    // A backslash at the end of a line would join the next line to the comment.
    return text.hasSuffix("\\") ? text + " ." : text
  }
}

extension String {
  /// Whether a text has control characters, or line and paragraph separators, none of which belong on a figure.
  var hasControlCharacters: Bool {
    unicodeScalars.contains {
      switch $0.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
      default: false
      }
    }
  }

  /// Whether a text can name a file of ours: small letters, digits and single hyphens inside.
  var isFileStem: Bool {
    !isEmpty && utf8.count <= 100 && !hasPrefix("-") && !hasSuffix("-")
      && utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || $0 == UInt8(ascii: "-")
      }
  }
}
