/// The one place where text enters a script.
///
/// gnuplot runs shell commands from back-ticks and octal escapes in double quotes, and a line break inside a comment or
/// a single-quoted string begins a command. So every text stands in single quotes, and control characters are refused.
///
/// An apostrophe inside is doubled. gnuplot 5.4 reads that only after another character: at the beginning, and where
/// several follow one another, it takes them for the end. Those are joined on as `"''"`, which holds nothing else.
enum Quoting {
  /// A text as a string expression that gnuplot reads literally.
  static func literal(_ text: String) throws(FigureError) -> String {
    if text.hasControlCharacters { throw .unreadableText(text) }
    var pieces: [String] = []
    var plain = ""
    var rest = text[...]
    while let character = rest.first {
      let apostrophes = rest.prefix { $0 == "'" }
      if apostrophes.isEmpty {
        plain.append(character)
        rest.removeFirst()
      } else {
        rest = rest.dropFirst(apostrophes.count)
        if apostrophes.count == 1, !plain.isEmpty {
          plain += "''"
        } else {
          if !plain.isEmpty { pieces.append("'\(plain)'") }
          pieces.append("\"\(apostrophes)\"")
          plain = ""
        }
      }
    }
    if !plain.isEmpty || pieces.isEmpty { pieces.append("'\(plain)'") }
    return pieces.joined(separator: ".")
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

  /// Whether a text can name a column that a script asks for: letters and digits of ASCII, and underscores.
  var isColumnName: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        byte == UInt8(ascii: "_") || (byte < 128 && Character(UnicodeScalar(byte)).isLetter)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
  }

}

extension Figure {
  /// Whether a text can name a script or table: small letters, digits, and hyphens between them; at most 100.
  public static func isFileName(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.count <= 100 && !text.hasPrefix("-") && !text.hasSuffix("-")
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || $0 == UInt8(ascii: "-")
      }
  }
}
