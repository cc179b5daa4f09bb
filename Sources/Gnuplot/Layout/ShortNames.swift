/// Shortens names to fit: cuts them where they agree, so that their differences stay visible.
public enum ShortNames {
  /// Names of at most a width; different names stay different.
  ///
  /// A name keeps its beginning. If half of that is shared with another name, it is cut in the middle; if the ends agree too,
  /// before the place where the names differ. Names that still look the same get their numbers in the list.
  ///
  /// - Parameters:
  ///   - names: as they are.
  ///   - ems: the width relative to the letters' height, in Helvetica.
  public static func shortened(_ names: [String], ems: Double) -> [String] {
    var shown = names
    let long = names.indices.filter { TextWidth.ems(names[$0]) > ems }
    guard !long.isEmpty else { return names }
    for index in long {
      let head = beginning(of: names[index], ems: ems)
      let common = names.lazy.filter { $0 != names[index] }.map { commonPrefix($0, names[index]).count }.max() ?? 0
      shown[index] = 2 * common > head.count ? Way.middle.cut(names[index], ems, common: 0, number: 0) : head
    }
    for way in Way.allCases {
      let groups = alike(shown, names)
      guard !groups.isEmpty else { break }
      for group in groups {
        let common = group.dropFirst().reduce(names[group[0]]) { commonPrefix($0, names[$1]) }.count
        for index in group where long.contains(index) {
          shown[index] = way.cut(names[index], ems, common: common, number: index + 1)
        }
      }
    }
    return shown
  }

  private enum Way: CaseIterable {
    case middle, difference, number

    func cut(_ name: String, _ ems: Double, common: Int, number: Int) -> String {
      let room = ems - 1
      switch self {
      case .middle:
        let head = ShortNames.prefix(of: name, ems: 0.45 * room)
        return joined(head, ShortNames.suffix(of: name, ems: room - TextWidth.ems(head)))
      case .difference:
        let head = ShortNames.prefix(of: name, ems: 0.3 * room)
        let rest = String(name.dropFirst(max(common, head.count)))
        let left = room - TextWidth.ems(head)
        return joined(head, TextWidth.ems(rest) <= left ? rest : ShortNames.beginning(of: rest, ems: left))
      case .number:
        let mark = " \(number)"
        return ShortNames.beginning(of: name, ems: ems - TextWidth.ems(mark)) + mark
      }
    }

    private func joined(_ head: String, _ tail: String) -> String {
      "\(head.trimmedEnd)…\(tail.drop { $0 == " " })"
    }
  }

  /// The beginning of a text with an ellipsis, of at most a width.
  static func beginning(of text: String, ems: Double) -> String {
    guard TextWidth.ems(text) > ems else { return text }
    return prefix(of: text, ems: ems - 1).trimmedEnd + "…"
  }

  private static func prefix(of text: String, ems: Double) -> String {
    var (width, kept) = (0.0, "")
    for character in text {
      width += TextWidth.ems(String(character))
      guard width <= ems else { break }
      kept.append(character)
    }
    return kept
  }

  private static func suffix(of text: String, ems: Double) -> String {
    String(prefix(of: String(text.reversed()), ems: ems).reversed())
  }

  private static func commonPrefix(_ first: String, _ second: String) -> String {
    String(zip(first, second).prefix { $0 == $1 }.map(\.0))
  }

  /// Groups of different texts that look the same when shortened.
  private static func alike(_ shown: [String], _ names: [String]) -> [[Int]] {
    Dictionary(grouping: shown.indices) { shown[$0] }.values
      .filter { group in group.contains { names[$0] != names[group[0]] } }.sorted { $0[0] < $1[0] }
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// Estimates the width of texts before they are drawn.
///
/// Only gnuplot and the browser know their fonts. So widths are those of Helvetica, and a fifth is added for wider fonts such
/// as DejaVu.
package enum TextWidth {
  /// The margin for other fonts.
  package static let spare = 1.2

  /// The room for a text relative to the letters' height.
  package static func room(_ text: some StringProtocol) -> Double { spare * ems(text) }

  /// The width of a text in Helvetica, relative to the letters' height; other scripts by the kind of their letters.
  package static func ems(_ text: some StringProtocol) -> Double {
    text.unicodeScalars.reduce(0) { $0 + Double(width(of: $1)) } / 1000
  }

  /// In thousandths, as in Adobe's metrics.
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
