/// How wide texts are, before anybody has drawn them.
///
/// gnuplot and a reader's browser alone know their fonts. So widths are those of Helvetica, and a fifth is added for fonts
/// that are wider, as DejaVu is.
package enum TextWidth {
  /// What is left free for other fonts.
  package static let spare = 1.2

  /// The room for a text in parts of the letters' height.
  package static func room(_ text: some StringProtocol) -> Double { spare * ems(text) }

  /// The width of a text in Helvetica, in parts of the letters' height; other scripts by the kind of their letters.
  package static func ems(_ text: some StringProtocol) -> Double {
    text.unicodeScalars.reduce(0) { $0 + Double(width(of: $1)) } / 1000
  }

  /// Thousandths, as Adobe's metrics have them.
  private static let ascii: [Int] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  private static func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value >= 32, Int(value) - 32 < ascii.count { return ascii[Int(value) - 32] }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch value {
    case 0x2026: return 1000
    case 0x2013, 0x2212: return 584
    // Latin, Greek, Cyrillic: capitals are broader.
    case 0xA0..<0x530: return scalar.properties.isUppercase ? 780 : 600
    // Chinese, Japanese, Korean and full-width letters, pictures.
    case 0x1100..<0x1200, 0x2E80..<0xA4D0, 0xAC00..<0xD7B0, 0xF900..<0xFB00, 0xFE30..<0xFE70, 0xFF00..<0xFFE7:
      return 1000
    case 0x1F000...: return 1200
    default: return 800
    }
  }
}

extension TextWidth {
  /// A text in lines that are no longer than a number of letters' heights; a longer word ends in an ellipsis.
  static func lines(_ text: String, within room: Double) -> [String] {
    guard self.room(text) > room else { return [text] }
    var lines: [String] = []
    for word in text.split(separator: " ") {
      let word = self.room(word) > room ? ShortNames.beginning(of: String(word), ems: room / spare) : String(word)
      if let last = lines.last, self.room("\(last) \(word)") <= room {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(word)
      }
    }
    return lines
  }
}
