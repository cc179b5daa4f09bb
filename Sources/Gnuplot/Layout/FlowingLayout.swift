/// The panels of a figure in a picture of a given width: side by side if they fit, otherwise below each other, with the legend
/// below its panel.
struct FlowingLayout {
  let size: Figure.Size
  private(set) var panels: [PlacedPanel]

  private let medium: Medium
  private var letter: Double { medium.letter }

  /// A panel in a line of panels.
  fileprivate struct Item {
    let index: Int
    var measure: PanelMeasure
    let wished: Box
    let title: String?
    var isSquare: Bool
    var setting: PanelSetting?
    var notes: [String] = []
    var left, right: Double

    /// How narrow the box may be, in letters' heights.
    var leastWidth: Double {
      guard measure.panel.colors != nil else { return 15 }
      var count = 0
      if case .named(let marks, _) = measure.panel.x.marks { count = marks.count }
      if isSquare { return min(max(1.15 * Double(count), 7), 9.5) }
      // A panel that is narrow in the figure may be narrow here.
      return count == 0 ? min(12, max(2.5, wished.width / Medium.web.letter)) : min(max(1.15 * Double(count), 2.5), 16)
    }

    var legendRows = 0
    var legendColumns = 0
  }

  init(_ figure: Figure, for medium: Medium, width: Double) {
    self.medium = medium
    let letter = medium.letter
    var lines = Self.lines(of: Self.items(figure, medium), within: width / letter)
    Self.align(&lines)
    for line in lines.indices { Self.setAcross(&lines[line], width, letter) }
    let footer = FooterLines(figure.footer, medium, width: width)
    let heights = Self.heights(of: lines, medium, footer: footer.height)
    var top = 0.0
    var placed: [(index: Int, panel: PlacedPanel)] = []
    for (line, height) in zip(lines, heights) {
      let above = letter * (line.map { $0.setting?.measure.top(titles: $0.setting?.titles.count ?? 0) ?? 0 }.max() ?? 0)
      var lowest = 0.0
      for item in line {
        guard var setting = item.setting else { continue }
        let boxHeight = item.isSquare ? min(height, setting.box.width) : height
        if item.isSquare { setting.box.right = setting.box.left + boxHeight }
        (setting.box.top, setting.box.bottom) = (top + above, top + above + boxHeight)
        var panel = setting.placed(notes: item.notes)
        let below = letter * setting.measure.bottom(notes: item.notes.count)
        panel.legend = nil
        if item.legendRows > 0 {
          panel.legend = (
            setting.cell.lowerBound + 0.4 * letter, setting.box.bottom + below, item.legendColumns,
            item.measure.legendExcess
          )
        }
        lowest = max(
          lowest, setting.box.bottom + below + letter * PanelMeasure.legendLine * Double(item.legendRows))
        placed.append((item.index, panel))
      }
      top = lowest + 0.2 * letter
    }
    let full = max(medium.height ?? 0, top + footer.height)
    size = Figure.Size(width: Int(width), height: Int(full.rounded(.up)))
    panels = placed.sorted { $0.index < $1.index }.map(\.panel)
    if !panels.isEmpty { panels[0].texts += footer.texts(in: size) }
  }

  /// The panels in rows, as the figure has them, from left to right.
  private static func items(_ figure: Figure, _ medium: Medium) -> [[Item]] {
    let boxes = figure.panels.map { $0.area.box(in: figure.size) }
    var rows: [[Int]] = []
    var lowest = -Double.infinity
    for index in boxes.indices.sorted(by: { (boxes[$0].top, boxes[$0].left) < (boxes[$1].top, boxes[$1].left) }) {
      if boxes[index].top >= lowest - 1 {
        rows.append([])
        lowest = boxes[index].bottom
      }
      rows[rows.count - 1].append(index)
      lowest = min(lowest, boxes[index].bottom)
    }
    let items = rows.map { row in
      let row = row.sorted { boxes[$0].left < boxes[$1].left }
      return row.map { index in
        let measure = PanelMeasure(figure.panels[index], medium)
        let box = boxes[index]
        return Item(
          index: index, measure: measure, wished: box, title: figure.panels[index].title,
          isSquare: figure.panels[index].colors != nil && (box.width / box.height - 1).magnitude < 0.05,
          left: measure.left, right: measure.right)
      }
    }
    // Rows of matrices are merged and broken into new lines.
    return items.reduce(into: []) { rows, row in
      if row.allSatisfy(\.isSquare), rows.last?.allSatisfy(\.isSquare) == true {
        rows[rows.count - 1] += row
      } else {
        rows.append(row)
      }
    }
  }

  /// The rows broken into lines that fit.
  private static func lines(of rows: [[Item]], within width: Double) -> [[Item]] {
    rows.flatMap { row in
      var lines: [[Item]] = []
      var used = 0.0
      for var item in row {
        let isNew = lines.isEmpty || used + item.left + item.leastWidth + item.right > width
        if isNew {
          // A panel that shared a neighbour's names now needs its own.
          if !lines.isEmpty { item.takeNames(from: row) }
          lines.append([])
          used = 0
        }
        used += item.left + item.leastWidth + item.right
        lines[lines.count - 1].append(item)
      }
      return lines
    }
  }

  /// Panels below each other in the figure stay so.
  private static func align(_ lines: inout [[Item]]) {
    let alone = lines.indices.filter { lines[$0].count == 1 }
    for line in alone {
      let same = alone.filter {
        (lines[$0][0].wished.left - lines[line][0].wished.left).magnitude < 1
          && (lines[$0][0].wished.right - lines[line][0].wished.right).magnitude < 1
      }
      lines[line][0].left = same.map { lines[$0][0].left }.max() ?? 0
      lines[line][0].right = same.map { lines[$0][0].right }.max() ?? 0
    }
  }

  private static func setAcross(_ line: inout [Item], _ width: Double, _ letter: Double) {
    let fixed = line.reduce(0) { $0 + $1.left + $1.leastWidth + $1.right }
    let rest = max(0, width / letter - fixed)
    let wished = line.reduce(0) { $0 + $1.wished.width }
    var x = 0.0
    for index in line.indices {
      let item = line[index]
      let share = item.leastWidth + rest * item.wished.width / wished
      let most = width / letter - item.left - item.right
      let boxWidth = min(share, line.count == 1 ? most : .infinity, item.isSquare ? 11 : .infinity)
      let cell = x...(x + letter * (item.left + share + item.right))
      let box = Box(
        left: x + letter * item.left, right: x + letter * (item.left + boxWidth), top: 0, bottom: 0)
      let isLast = index == line.count - 1
      let setting = PanelSetting(
        item.measure.fitted(width: box.width, height: .infinity), box: box,
        cell: isLast ? x...max(width, x) : cell, title: item.title)
      line[index].setting = setting
      line[index].notes = setting.noteLines
      let titles = item.measure.titles
      if item.measure.panel.legend != nil, !titles.isEmpty {
        // gnuplot allows as many columns as fit into the width of the box.
        let columns = max(1, min(titles.count, Int(box.width / letter / item.measure.legendColumn)))
        line[index].legendColumns = columns
        line[index].legendRows = (titles.count + columns - 1) / columns
      }
      x = cell.upperBound
    }
  }

  /// How high the boxes of each line are.
  private static func heights(of lines: [[Item]], _ medium: Medium, footer: Double) -> [Double] {
    let letter = medium.letter
    func wish(_ item: Item, _ least: Double, _ most: Double) -> Double {
      guard let box = item.setting?.box else { return 0 }
      if item.isSquare { return box.width }
      let shape = item.wished.height / max(1, item.wished.width) * box.width
      return max(letter * item.measure.leastHeight, min(max(shape, least * letter), most * letter))
    }
    guard let height = medium.height else {
      return lines.map { $0.map { wish($0, $0.measure.panel.colors == nil ? 9 : 3, 18) }.max() ?? 0 }
    }
    let least = lines.map { $0.map { wish($0, $0.measure.panel.colors == nil ? 9 : 3, 9) }.max() ?? 0 }
    let around = lines.reduce(footer) { sum, line in
      let above = line.map { $0.setting?.measure.top(titles: $0.setting?.titles.count ?? 0) ?? 0 }.max() ?? 0
      let below =
        line.map { item in
          (item.setting?.measure.bottom(notes: item.notes.count) ?? 0)
            + PanelMeasure.legendLine * Double(item.legendRows)
        }.max() ?? 0
      return sum + letter * (above + below + 0.2)
    }
    let free = max(0, height - around - least.reduce(0, +))
    let growing = lines.count { line in line.contains { !$0.isSquare } }
    return zip(lines, least).map { line, height in
      line.contains { !$0.isSquare } ? height + free / Double(max(1, growing)) : height
    }
  }
}

extension FlowingLayout.Item {
  /// Names at the vertical axis, from a panel of the same row.
  fileprivate mutating func takeNames(from row: [FlowingLayout.Item]) {
    guard measure.panel.y.marks == .none else { return }
    let range = measure.panel.y.range
    guard let named = row.first(where: { $0.measure.panel.y.range == range && $0.measure.panel.y.marks != .none })
    else { return }
    var panel = measure.panel
    panel.y.marks = named.measure.panel.y.marks
    measure = PanelMeasure(panel, measure.medium)
    left = measure.left
  }
}
