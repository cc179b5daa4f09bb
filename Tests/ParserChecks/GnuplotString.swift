/// gnuplot's way of reading the strings in scripts, for checking what was written.
enum GnuplotString {
  /// The text of one string in single quotes, nil if it is not one: an apostrophe is doubled in it, which is read only after
  /// a character that is not an apostrophe.
  static func read(_ expression: String) -> [Unicode.Scalar]? {
    var rest = Array(expression.unicodeScalars)[...]
    guard rest.popFirst() == "'" else { return nil }
    var text: [Unicode.Scalar] = []
    var isAfterCharacter = false
    while let scalar = rest.popFirst() {
      guard scalar == "'" else {
        if scalar.properties.generalCategory == .control { return nil }
        text.append(scalar)
        isAfterCharacter = true
        continue
      }
      guard rest.first == "'", isAfterCharacter else { return rest.isEmpty ? text : nil }
      text.append(rest.removeFirst())
      isAfterCharacter = false
    }
    return nil
  }

  /// What enhanced text draws, in the parts that it draws at once; nil if it would interpret something.
  static func parts(_ escaped: [Unicode.Scalar]) -> [[Unicode.Scalar]]? {
    var rest = escaped[...]
    var parts: [[Unicode.Scalar]] = [[]]
    while let scalar = rest.popFirst() {
      if scalar == "\\" {
        guard let next = rest.popFirst() else { return nil }
        if ("0"..."7").contains(next) {
          var digits = [next]
          while digits.count < 3, let digit = rest.first, ("0"..."7").contains(digit) {
            digits.append(rest.removeFirst())
          }
          guard let code = UInt32(String(String.UnicodeScalarView(digits)), radix: 8), let coded = Unicode.Scalar(code)
          else { return nil }
          parts[parts.count - 1].append(coded)
        } else {
          if next == "U", rest.first == "+" { return nil }
          parts[parts.count - 1].append(next)
        }
      } else if scalar == "{" {
        guard rest.popFirst() == "}" else { return nil }
        parts.append([])
      } else if "_^}@&~".unicodeScalars.contains(scalar) {
        return nil
      } else {
        parts[parts.count - 1].append(scalar)
      }
    }
    return parts
  }

  /// Whether a part is drawn as something else: an SVG reads code points by their numbers and must not hold the end of a
  /// section, a GIF reads entities, and 1,024 bytes are all that is drawn at once.
  static func isMisread(_ part: [Unicode.Scalar]) -> Bool {
    let text = String(String.UnicodeScalarView(part))
    let bytes = part.reduce(0) { $0 + ($1 == "&" || $1 == "<" ? 5 : $1.utf8.count) }
    return text.contains("\\U+") || text.contains("]]>") || text.contains(/&#?[A-Za-z0-9]+;/) || bytes >= 1024
  }

  /// What a number format without numbers gives; nil for one with numbers, and for what would be cut.
  static func format(_ format: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard format.contains("%") else { return format }
    var rest = format[...]
    var text: [Unicode.Scalar] = []
    while let scalar = rest.popFirst() {
      if scalar == "%", rest.popFirst() != "%" { return nil }
      text.append(scalar)
    }
    return text.reduce(0) { $0 + $1.utf8.count } < 50 ? text : nil
  }
}
