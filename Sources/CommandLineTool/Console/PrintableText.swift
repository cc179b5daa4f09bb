internal import Support

/// Texts as they may reach a terminal: what they quote may hold anything, and nothing of it is to be taken for a command.
package enum PrintableText {
  /// A text with a mark in place of whatever cannot be shown, except line breaks.
  package static func plain(_ text: String) -> String { filtered(text, allowsColors: false) }

  /// The same, but `ESC [ numbers m`, which chooses colours, stays.
  package static func colored(_ text: String) -> String { filtered(text, allowsColors: true) }

  private static func filtered(_ text: String, allowsColors: Bool) -> String {
    var shown = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if allowsColors, let length = colorLength(rest) {
        shown.append(contentsOf: rest.prefix(length))
        rest = rest.dropFirst(length)
        continue
      }
      shown.append(scalar.isPrintable || scalar == "\n" ? scalar : "\u{FFFD}")
      rest.removeFirst()
    }
    return String(shown)
  }

  /// The length of a choice of colours at the beginning of a text, nil if there is none.
  private static func colorLength(_ text: Substring.UnicodeScalarView) -> Int? {
    guard text.starts(with: "\u{1B}[".unicodeScalars) else { return nil }
    let numbers = text.dropFirst(2).prefix { ("0"..."9").contains($0) || $0 == ";" }
    // A full colour has five numbers; gnuplot sends no more.
    guard numbers.count <= 24, text.dropFirst(2 + numbers.count).first == "m" else { return nil }
    return 2 + numbers.count + 1
  }
}
