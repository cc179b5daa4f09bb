/// Names in a line of text. A name that contains a separator is put in double quotes, and a quote in it is doubled.
package enum QuotedText {
  /// The parts of a text between separators that are not in quotes.
  package static func parts(of text: String, at separator: Character) -> [String] {
    parts(of: text) { $0 == separator }
  }

  /// The parts of a text between separators that are not in quotes.
  package static func parts(of text: String, where isSeparator: (Character) -> Bool) -> [String] {
    var (parts, isQuoted) = ([""], false)
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if isSeparator(character), !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  /// A name without its quotes.
  package static func unquoted(_ name: String) -> String {
    guard name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") else { return name }
    return String(name.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }

  /// A name, in quotes if it contains one of some characters, or white space where a blank is one of them, or has blanks around it.
  package static func quoted(_ name: String, ifContaining separators: String) -> String {
    guard
      name.contains(where: { $0 == "\"" || separators.contains($0) || $0.isWhitespace && separators.contains(" ") })
        || name != name.trimmed
    else { return name }
    return "\"\(name.replacing("\"", with: "\"\""))\""
  }
}
