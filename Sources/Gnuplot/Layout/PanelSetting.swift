/// A panel with its box: places its texts.
struct PanelSetting {
  var measure: PanelMeasure
  var box: Box
  /// The horizontal range of the panel, from left to right.
  let cell: ClosedRange<Double>
  /// The title in lines.
  let titles: [String]
  /// Whether texts stay unchanged.
  private var isWhole = false

  private var letter: Double { measure.medium.letter }

  init(_ measure: PanelMeasure, box: Box, cell: ClosedRange<Double>, titles: [String], isWhole: Bool = false) {
    (self.measure, self.box, self.cell, self.titles, self.isWhole) = (measure, box, cell, titles, isWhole)
  }

  init(_ measure: PanelMeasure, box: Box, cell: ClosedRange<Double>, title: String?) {
    let width = cell.upperBound - cell.lowerBound
    // The number of an animation's frame follows the title.
    let ending = measure.panel.titleEndsWithPosition ? 3.0 : 0
    self.init(
      measure, box: box, cell: cell,
      titles: title.map { TextWidth.lines($0, within: width / measure.medium.letter - ending - 0.6) } ?? [])
    self.measure.labelLines = max(1, labelLines.count)
  }

  /// The name of the horizontal axis in lines.
  private var labelLines: [String] {
    guard let label = measure.panel.x.label else { return [] }
    return isWhole ? [label] : TextWidth.lines(label, within: (cell.upperBound - cell.lowerBound) / letter - 0.6)
  }

  /// The note in lines.
  var noteLines: [String] {
    measure.panel.note.map { TextWidth.lines($0, within: noteRoom / (letter * Medium.smallPrint)) } ?? []
  }

  /// A short note begins at the box, a long one at the edge of the cell.
  private var noteRoom: Double {
    let room = cell.upperBound - box.left - 0.3 * letter
    let note = letter * Medium.smallPrint * TextWidth.room(measure.panel.note ?? "")
    return note <= room ? room : cell.upperBound - cell.lowerBound - 0.8 * letter
  }

  /// The panel with all texts placed.
  ///
  /// - Parameter notes: the lines of the note.
  func placed(notes: [String]) -> PlacedPanel {
    var measure = isWhole ? self.measure : self.measure.fitted(width: box.width, height: box.height)
    if !isWhole { measure.equalizeUnits(in: box) }
    let panel = measure.panel
    var placed = PlacedPanel(panel: panel, box: box)
    let middle = (box.left + box.right) / 2
    func short(_ text: String?, _ length: Double) -> String? {
      isWhole ? text : text.map { ShortNames.beginning(of: $0, ems: max(3, length / letter) / TextWidth.spare) }
    }
    // The label of a vertical axis is centred beside the box; a longer one extends downwards.
    let upright = box.height + letter * (measure.lowerMarks + 0.8)
    func height(_ text: String) -> Double {
      let over = letter * TextWidth.room(text) - box.height - 1.2 * letter
      return (box.top + box.bottom) / 2 + (isWhole ? 0 : max(0, over / 2))
    }
    func addUpright(_ role: PlacedText.Role, _ text: String?, x: Double) {
      guard let text = short(text, upright) else { return }
      placed.texts.append(PlacedText(role: role, text: text, x: x, y: height(text), isTurned: true))
    }
    for (line, text) in labelLines.enumerated() {
      let y = box.bottom + letter * (measure.lowerMarks + 0.75 + PanelMeasure.line * Double(line))
      placed.texts.append(PlacedText(role: .x, line: line, text: text, x: middle, y: y))
    }
    addUpright(.y, panel.y.label, x: box.left - letter * (measure.leftMarks + 0.75))
    addUpright(.secondY, panel.secondY?.label, x: box.right + letter * (measure.rightMarks + 0.75))
    if let bar = panel.colors?.bar {
      placed.bar = (box.right + letter * PanelMeasure.barGap, letter * PanelMeasure.barWidth)
      addUpright(.bar, bar.label, x: box.right + letter * (measure.barMarks + 0.75))
    }
    if !isWhole { placed.keepInside(cell, letter) }
    addTitle(to: &placed, middle)
    for (line, text) in notes.enumerated() {
      let isLong = letter * Medium.smallPrint * TextWidth.room(text) > cell.upperBound - box.left - 0.3 * letter
      placed.texts.append(
        PlacedText(
          role: .note, line: line, text: text, x: isLong || notes.count > 1 ? cell.lowerBound + 0.4 * letter : box.left,
          y: box.bottom + letter
            * (measure.bottom(notes: 0) + 0.6 + Double(line) * PanelMeasure.line * Medium.smallPrint),
          isCentered: false, isSmall: true))
    }
    if !isWhole { placed.place(letter) }
    return placed
  }

  /// A single line is gnuplot's own title if it fits centred above the box; otherwise the title consists of labels.
  private func addTitle(to placed: inout PlacedPanel, _ middle: Double) {
    let room = 2 * min(middle - cell.lowerBound, cell.upperBound - middle)
    let widest = letter * (titles.map(TextWidth.room).max() ?? 0)
    guard titles.count > 1 || widest > room - 0.4 * letter, !isWhole else { return }
    placed.panel.title = nil
    let half = widest / 2 + 0.2 * letter
    let x = min(max(middle, cell.lowerBound + half), max(cell.upperBound - half, cell.lowerBound + half))
    for (line, text) in titles.enumerated() {
      placed.texts.append(
        PlacedText(
          role: .title, line: line, text: text, x: x,
          y: box.top - letter * (1.1 + PanelMeasure.line * Double(titles.count - 1 - line))))
    }
  }
}

extension PanelMeasure {
  /// Gives a unit the same length on both axes if the panel asks for it, with room for names beside points.
  mutating func equalizeUnits(in box: Box) {
    guard panel.hasEqualUnits, let x = panel.x.range, let y = panel.y.range else { return }
    let letter = medium.letter
    let names = panel.layers.compactMap { layer -> String? in
      if case .name(let text, _, _, _) = layer { text } else { nil }
    }
    let widest = names.map { min(TextWidth.room($0), medium.longestName) }.max() ?? 0
    let beside = min(letter * (widest + 1.5), 0.3 * box.width)
    let above = min(letter * (1.5 + (names.isEmpty ? 0 : 0.15 * Double(names.count))), 0.25 * box.height)
    let unit = max((x.to - x.from) / (box.width - 2 * beside), (y.to - y.from) / (box.height - 2 * above))
    func range(_ range: Axis.Range, _ pixels: Double) -> Axis.Range {
      let middle = (range.from + range.to) / 2
      return Axis.Range(middle - unit * pixels / 2, middle + unit * pixels / 2)
    }
    panel.x.range = range(x, box.width)
    panel.y.range = range(y, box.height)
    hasFinalRanges = true
    self = fitted(width: box.width, height: box.height)
  }
}

extension PlacedPanel {
  /// Moves axis labels that would extend beyond their cell.
  fileprivate mutating func keepInside(_ cell: ClosedRange<Double>, _ letter: Double) {
    for index in texts.indices where !texts[index].isTurned {
      let half = letter * TextWidth.room(texts[index].text) / 2 + 0.2 * letter
      texts[index].x = min(
        max(texts[index].x, cell.lowerBound + half), max(cell.upperBound - half, cell.lowerBound + half))
    }
  }
}

/// The small line at the bottom of a picture: dataset, η, γ and seed.
struct FooterLines {
  private let lines: [String]
  private let letter: Double

  init(_ footer: String?, _ medium: Medium, width: Double) {
    letter = medium.letter
    let room = (width / medium.letter - 1) / Medium.smallPrint
    lines = footer.map { TextWidth.lines($0, within: room) } ?? []
  }

  private var line: Double { letter * PanelMeasure.line * Medium.smallPrint }

  /// How much room it takes.
  var height: Double { lines.isEmpty ? 0 : line * Double(lines.count) + 0.5 * letter }

  func texts(in size: Figure.Size) -> [PlacedText] {
    lines.enumerated().map { index, text in
      PlacedText(
        role: .footer, line: index, text: text, x: 0.5 * letter,
        y: Double(size.height) - 0.3 * letter - line * (Double(lines.count - index) - 0.5), isCentered: false,
        isSmall: true)
    }
  }
}
