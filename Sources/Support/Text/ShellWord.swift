/// Words as a POSIX shell reads them back.
package enum ShellWord {
  /// A word between apostrophes, or as it is if it has none but harmless characters.
  ///
  /// - Parameter word: any text without a NUL, which no shell can read.
  package static func quoted(_ word: String) -> String {
    let isHarmless = !word.isEmpty && word.utf8.allSatisfy(isHarmless)
    guard !isHarmless else { return word }
    // Scalar by scalar: to a shell an apostrophe with a combining mark is an apostrophe all the same.
    var quoted = "'".unicodeScalars
    for scalar in word.unicodeScalars {
      if scalar == "'" { quoted.append(contentsOf: #"'\''"#.unicodeScalars) } else { quoted.append(scalar) }
    }
    quoted.append("'")
    return String(quoted)
  }

  /// Whether a byte means nothing but itself, wherever it stands.
  package static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-_.,:=+/@%".utf8.contains(byte)
    }
  }
}
