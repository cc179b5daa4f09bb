/// gnuplot's way of reading the string expressions that scripts consist of, for checking what was written.
enum GnuplotString {
  /// The text that a string expression stands for, nil if it is none: single-quoted pieces in which an apostrophe is
  /// doubled (not at the beginning), and double-quoted pieces of apostrophes, joined by dots.
  static func read(_ expression: String) -> [Unicode.Scalar]? {
    var rest = Array(expression.unicodeScalars)[...]
    var text: [Unicode.Scalar] = []
    while true {
      guard let quote = rest.popFirst() else { return nil }
      if quote == "\"" {
        while rest.first == "'" { text.append(rest.removeFirst()) }
        guard rest.popFirst() == "\"" else { return nil }
      } else if quote == "'" {
        guard let piece = readSingleQuoted(&rest) else { return nil }
        text += piece
      } else {
        return nil
      }
      if rest.isEmpty { return text }
      guard rest.popFirst() == "." else { return nil }
    }
  }

  private static func readSingleQuoted(_ rest: inout ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
    var piece: [Unicode.Scalar] = []
    while let scalar = rest.popFirst() {
      guard scalar == "'" else {
        if scalar.properties.generalCategory == .control { return nil }
        piece.append(scalar)
        continue
      }
      guard rest.first == "'", !piece.isEmpty else { return piece }
      piece.append(rest.removeFirst())
    }
    return nil
  }

  /// A text without the backslashes before what enhanced text would interpret; nil if something has none.
  static func unescape(_ escaped: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    var rest = escaped[...]
    var text: [Unicode.Scalar] = []
    while let scalar = rest.popFirst() {
      if scalar == "\\" {
        guard let next = rest.popFirst() else { return nil }
        text.append(next)
      } else if "_^{}@&~".unicodeScalars.contains(scalar) {
        return nil
      } else {
        text.append(scalar)
      }
    }
    return text
  }
}
