/// Quoting of words for a POSIX shell.
package enum ShellWord {
  /// The word in single quotes, or unchanged if all its characters are harmless.
  ///
  /// - Parameter word: any text without NUL.
  package static func quoted(_ word: String) -> String {
    let isHarmless = !word.isEmpty && word.utf8.allSatisfy(isHarmless)
    guard !isHarmless else { return word }
    // Scalar by scalar: for a shell, an apostrophe with a combining mark is still an apostrophe.
    var quoted = "'".unicodeScalars
    for scalar in word.unicodeScalars {
      if scalar == "'" { quoted.append(contentsOf: #"'\''"#.unicodeScalars) } else { quoted.append(scalar) }
    }
    quoted.append("'")
    return String(quoted)
  }

  /// Whether a byte never has a special meaning.
  package static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-_.,:=+/@%".utf8.contains(byte)
    }
  }
}
