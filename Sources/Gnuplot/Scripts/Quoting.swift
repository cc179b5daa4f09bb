/// The one place where text enters a script.
///
/// gnuplot runs shell commands from back-ticks and octal escapes in double quotes, and a line break inside a comment or
/// a single-quoted string begins a command. So every text stands in single quotes, and control characters are refused.
///
/// An apostrophe inside is doubled. gnuplot 5.4 reads that only after another character: at the beginning, and where
/// several follow one another, it takes them for the end. Those are joined on as `"''"`, which holds nothing else.
///
/// Everything here goes by code points: to Swift an apostrophe with an accent is another character than an apostrophe, to
/// gnuplot it is the same byte and ends a string.
package enum Quoting {
  /// A text as a string expression that gnuplot reads literally.
  ///
  /// - Throws: ``FigureError/unreadableText(_:)`` for control characters.
  package static func literal(_ text: String) throws(FigureError) -> String {
    if text.hasControlCharacters { throw .unreadableText(text) }
    var pieces: [String] = []
    var plain = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      let apostrophes = rest.prefix { $0 == "'" }
      if apostrophes.isEmpty {
        plain.append(scalar)
        rest.removeFirst()
      } else {
        rest = rest.dropFirst(apostrophes.count)
        if apostrophes.count == 1, !plain.isEmpty {
          plain.append(contentsOf: "''".unicodeScalars)
        } else {
          if !plain.isEmpty { pieces.append("'\(String(plain))'") }
          pieces.append("\"\(String(apostrophes))\"")
          plain = String.UnicodeScalarView()
        }
      }
    }
    if !plain.isEmpty || pieces.isEmpty { pieces.append("'\(String(plain))'") }
    return pieces.joined(separator: ".")
  }

  /// A text in single quotes as gnuplot shows it unchanged: what its enhanced text would interpret is escaped.
  ///
  /// - Throws: as ``literal(_:)``.
  package static func label(_ text: String) throws(FigureError) -> String {
    try literal(text.precedingEach(of: #"\_^{}@&~"#, with: "\\"))
  }

  /// A label of a mark, which gnuplot also takes for a number format.
  ///
  /// - Throws: as ``literal(_:)``.
  package static func mark(_ text: String) throws(FigureError) -> String {
    try label(text.precedingEach(of: "%", with: "%"))
  }

  /// A text for a comment.
  static func comment(_ text: String) throws(FigureError) -> String {
    if text.hasControlCharacters { throw .unreadableText(text) }
    // A backslash at the end of a line would join the next line to the comment.
    return text.utf8.last == UInt8(ascii: "\\") ? text + " ." : text
  }
}

extension String {
  /// The text with a code point put before each of some others.
  fileprivate func precedingEach(of special: String, with mark: Unicode.Scalar) -> String {
    var result = UnicodeScalarView()
    for scalar in unicodeScalars {
      if special.unicodeScalars.contains(scalar) { result.append(mark) }
      result.append(scalar)
    }
    return String(result)
  }

  /// Whether a text has control characters, or line and paragraph separators, none of which belong on a figure.
  var hasControlCharacters: Bool { unicodeScalars.contains(where: \.isControlCharacter) }

  /// The text without control characters.
  package var withoutControlCharacters: String {
    String(UnicodeScalarView(unicodeScalars.filter { !$0.isControlCharacter }))
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

extension Unicode.Scalar {
  fileprivate var isControlCharacter: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
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
