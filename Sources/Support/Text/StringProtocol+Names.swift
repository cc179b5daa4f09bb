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
