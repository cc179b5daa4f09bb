/// What a YAML text must keep to before a parser sees it, so that the parser's time, memory and stack stay small.
enum YAMLLimits {
  /// How far from the left a line may begin: this bounds how deep blocks nest.
  private static let largestIndentation = 200
  /// How many brackets may be open at once: this bounds how deep brackets nest.
  private static let largestBracketDepth = 64
  /// How many words may look like anchors or aliases. Each alias can stand for everything before it, so that their number
  /// bounds how much larger the document is than its text; that there is one is refused later, with its line.
  private static let largestReferenceCount = 8

  /// The line and the reason for which a text is refused, nil if it may be parsed.
  static func problem(with text: String) -> (line: Int?, reason: String)? {
    if text.utf8.count > DatasetFile.largestSize {
      return (nil, "It is larger than \(DatasetFile.largestSize >> 10) kB. Put a long table into a file of its own.")
    }
    var (line, brackets, references) = (1, 0, 0)
    var (isIndentation, indentation) = (true, 0)
    var before: UInt8 = 0
    for scalar in text.unicodeScalars {
      let byte = scalar.isASCII ? UInt8(scalar.value) : 0xFF
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        (isIndentation, indentation) = (true, 0)
      case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
      case 0...8, 11...12, 14...31, 127:
        return (line, "There is a control character here. A dataset file is plain text.")
      default: break
      }
      if isIndentation, byte != UInt8(ascii: "\n") {
        if " -?:\t\r".utf8.contains(byte) { indentation += 1 } else { isIndentation = false }
      }
      if (before == UInt8(ascii: "*") || before == UInt8(ascii: "&")), byte > UInt8(ascii: " ") { references += 1 }
      if brackets > largestBracketDepth || indentation > largestIndentation {
        return (line, "Brackets or indentation go deeper here than any dataset needs.")
      }
      if references > largestReferenceCount {
        return (
          line,
          "More than \(largestReferenceCount) words begin with * or &, which YAML takes for references. Leave them out."
        )
      }
      before = byte
    }
    return nil
  }
}
