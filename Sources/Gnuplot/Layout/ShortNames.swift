/// Names made short enough for their place: cut where they agree, so that what tells them apart stays.
public enum ShortNames {
  /// Names of at most a width; different names stay different.
  ///
  /// A name keeps its beginning. Where half of that is another's too it is cut in the middle; where the ends agree as well,
  /// before the place where the names differ. Names that nothing short tells apart get their numbers in the list.
  ///
  /// - Parameters:
  ///   - names: as they are.
  ///   - ems: the width in parts of the letters' height, in Helvetica.
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

  /// Groups of texts that are shown alike but are not.
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
