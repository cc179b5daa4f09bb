/// Breaks long lines between words.
package enum TextWrapping {
  /// Lines of at most 80 columns; all but the first are indented.
  package static func wrap(_ text: String, width: Int = 80, indent: Int = 0) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let leading = line.prefix { $0 == " " }.count
      var lines: [String] = []
      var current = String(repeating: " ", count: leading)
      var isEmpty = true
      for word in line.split(separator: " ") {
        if !isEmpty, current.count + 1 + word.count > width {
          lines.append(current)
          current = String(repeating: " ", count: leading + indent)
          isEmpty = true
        }
        current += (isEmpty ? "" : " ") + word
        isEmpty = false
      }
      return (lines + [current]).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// A name, and a text from a column on, wrapped into as many lines as needed.
  package static func entry(_ name: String, _ text: String, column: Int) -> String {
    let lines = wrap(text, width: 80 - column, indent: 2).split(separator: "\n")
    return lines.enumerated().map { index, line in (index == 0 ? name : "").padded(to: column) + line }
      .joined(separator: "\n")
  }
}

extension String {
  /// The text with blanks up to a width, at least one.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
