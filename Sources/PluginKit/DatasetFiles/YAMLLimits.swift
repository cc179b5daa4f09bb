/// What a YAML text must keep to before a parser sees it, so that the parser's time and memory stay small. (How deep it nests
/// is the parser's own concern: it gives up at a thousand levels.)
enum YAMLLimits {
  /// How many words may look like anchors or aliases. Each alias can stand for everything before it, so that their number
  /// bounds how much larger the document is than its text; that there is one is refused later, with its line.
  private static let largestReferenceCount = 8

  /// The line and the reason for which a text is refused, nil if it may be parsed.
  static func problem(with text: String) -> (line: Int?, reason: String)? {
    if text.utf8.count > DatasetFile.largestSize {
      return (nil, "It is larger than \(DatasetFile.largestSize >> 10) kB. Put a long table into a file of its own.")
    }
    var (line, references) = (1, 0)
    // The two bytes before: a reference begins a word. YAML knows line ends beyond ASCII, so any such byte may be one.
    var (before, first) = (UInt8(ascii: "\n"), UInt8(ascii: "\n"))
    for byte in text.utf8 {
      switch byte {
      case 0...8, 11...12, 14...31, 127:
        return (line, "There is a control character here. A dataset file is plain text.")
      case UInt8(ascii: "\n"): line += 1
      default: break
      }
      if "*&".utf8.contains(before), (first >= 0x80 || " \t\r\n[{,".utf8.contains(first)), byte > UInt8(ascii: " ") {
        references += 1
      }
      if references > largestReferenceCount {
        return (
          line,
          "More than \(largestReferenceCount) words begin with * or &, which YAML takes for references. Leave them out."
        )
      }
      (first, before) = (before, byte)
    }
    return nil
  }
}
