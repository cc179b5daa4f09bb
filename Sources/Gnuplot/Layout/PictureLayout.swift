/// The layout of a picture for a medium: its size, and all panels placed.
///
/// Panels are where the figure puts them; the picture grows if names, numbers and titles need more room. For slides and
/// papers, whose width is fixed, see ``FlowingLayout``.
struct PictureLayout {
  private(set) var size: Figure.Size
  private(set) var panels: [PlacedPanel]

  init(_ figure: Figure, for medium: Medium) {
    guard figure.isLaidOut else {
      self.init(size: figure.size, panels: figure.panels.map { Self.asGiven($0, figure.size, medium) })
      return
    }
    self.init(laidOut: figure, medium)
    guard panels.contains(where: { $0.leftOut > 0 }) else { return }
    // A note gives the number of names left out, which may take a line.
    var noted = figure
    for (index, panel) in panels.enumerated() where panel.leftOut > 0 {
      let names = panel.leftOut == 1 ? "1 name" : "\(panel.leftOut) names"
      noted.panels[index].note = (figure.panels[index].note.map { "\($0) " } ?? "") + "No room for \(names)."
    }
    self.init(laidOut: noted, medium)
  }

  private init(laidOut figure: Figure, _ medium: Medium) {
    if let width = medium.width {
      let layout = FlowingLayout(figure, for: medium, width: width)
      (size, panels) = (layout.size, layout.panels)
    } else {
      self = Self.growing(figure, medium)
    }
  }

  private init(size: Figure.Size, panels: [PlacedPanel]) {
    (self.size, self.panels) = (size, panels)
  }

  /// A panel in its original place, with all texts unchanged.
  private static func asGiven(_ panel: Panel, _ size: Figure.Size, _ medium: Medium) -> PlacedPanel {
    let (width, height) = (Double(size.width), Double(size.height))
    let box = panel.area.box(in: size)
    var placed = PanelSetting(
      PanelMeasure(whole: panel, medium), box: box, cell: 0...width, titles: panel.title.map { [$0] } ?? [],
      isWhole: true
    )
    .placed(notes: panel.note.map { [$0] } ?? [])
    if case .at(let x, let y) = panel.legend { placed.legend = (x * width, (1 - y) * height, nil, 0) }
    return placed
  }

  /// The panels in their original places, further apart if needed.
  private static func growing(_ figure: Figure, _ medium: Medium) -> PictureLayout {
    let letter = medium.letter
    let measures = figure.panels.map { PanelMeasure($0, medium) }
    let boxes = figure.panels.map { $0.area.box(in: figure.size) }
    func areBeside(_ first: Int, _ second: Int) -> Bool {
      min(boxes[first].bottom, boxes[second].bottom) > max(boxes[first].top, boxes[second].top)
    }
    func areAbove(_ first: Int, _ second: Int) -> Bool {
      min(boxes[first].right, boxes[second].right) > max(boxes[first].left, boxes[second].left)
    }
    let gaps = boxes.indices.map { index -> Double? in
      guard case .at(let x, _) = figure.panels[index].legend else { return nil }
      return max(x * Double(figure.size.width) - boxes[index].right, letter * (measures[index].right + 0.2))
    }
    let across = Stretched(
      boxes.map { ($0.left, $0.right) }, before: measures.map { letter * $0.left },
      after: measures.indices.map { index in
        max(letter * measures[index].right, gaps[index].map { $0 + letter * (measures[index].legendWidth + 0.4) } ?? 0)
      },
      least: boxes.map { _ in 0 }, length: Double(figure.size.width), areNeighbours: areBeside)
    let cells = boxes.indices.map { index in
      let others = boxes.indices.filter { $0 != index && areBeside($0, index) }
      let left =
        others.filter { boxes[$0].right <= boxes[index].left }
        .map { across.ends[$0].to + letter * measures[$0].right }.max() ?? 0
      let right =
        others.filter { boxes[$0].left >= boxes[index].right }
        .map { across.ends[$0].from - letter * measures[$0].left }.min() ?? across.length
      return min(left, across.ends[index].from)...max(right, across.ends[index].to)
    }
    let settings = boxes.indices.map { index in
      let (from, to) = across.ends[index]
      // Names are rotated if they do not fit.
      let measure = measures[index].fitted(width: to - from, height: .infinity)
      let box = Box(left: from, right: to, top: boxes[index].top, bottom: boxes[index].bottom)
      return PanelSetting(measure, box: box, cell: cells[index], title: figure.panels[index].title)
    }
    let notes = settings.map { $0.noteLines }
    let down = Stretched(
      boxes.map { ($0.top, $0.bottom) },
      before: settings.map { letter * $0.measure.top(titles: $0.titles.count) },
      after: settings.indices.map { index in
        let room = letter * settings[index].measure.bottom(notes: notes[index].count)
        guard gaps[index] != nil else { return room }
        return max(room, letter * settings[index].measure.legendHeight - boxes[index].height)
      },
      least: measures.map { letter * $0.leastHeight }, length: Double(figure.size.height), areNeighbours: areAbove)
    let footer = FooterLines(figure.footer, medium, width: across.length)
    let lowest = settings.indices.map {
      down.ends[$0].to + letter * settings[$0].measure.bottom(notes: notes[$0].count)
    }
    let height = max(down.length, (lowest.max() ?? 0) + footer.height)
    var placed = settings.indices.map { index in
      var setting = settings[index]
      (setting.box.top, setting.box.bottom) = down.ends[index]
      var panel = setting.placed(notes: notes[index])
      if let gap = gaps[index] {
        let isHigher = letter * setting.measure.legendHeight > setting.box.height
        panel.legend = (setting.box.right + gap, setting.box.top, isHigher ? 1 : nil, 0)
      }
      return panel
    }
    let size = Figure.Size(width: Int(across.length.rounded(.up)), height: Int(height.rounded(.up)))
    if !placed.isEmpty { placed[0].texts += footer.texts(in: size) }
    return PictureLayout(size: size, panels: placed)
  }
}

/// Intervals along one direction, moved apart until there is enough room between them. Equal ends stay equal.
private struct Stretched {
  private(set) var ends: [(from: Double, to: Double)]
  private(set) var length: Double

  /// - Parameters:
  ///   - wished: their preferred positions; none becomes shorter, or nearer to another.
  ///   - before: the room each needs before it.
  ///   - after: the room each needs after it.
  ///   - least: how long each must be.
  ///   - length: the total length.
  ///   - areNeighbours: whether two are in each other's way.
  init(
    _ wished: [(from: Double, to: Double)], before: [Double], after: [Double], least: [Double], length: Double,
    areNeighbours: (Int, Int) -> Bool
  ) {
    func key(_ place: Double) -> Int { Int((place * 100).rounded()) }
    var places: [Int: Double] = [:]
    var (last, shift) = (0.0, 0.0)
    for edge in Set(wished.flatMap { [key($0.from), key($0.to)] }).sorted() {
      var place = Double(edge) / 100 + shift
      for (index, ends) in wished.enumerated() {
        if key(ends.from) == edge {
          place = max(place, before[index])
          for other in wished.indices where key(wished[other].to) <= edge && areNeighbours(index, other) {
            place = max(place, (places[key(wished[other].to)] ?? 0) + after[other] + before[index])
          }
        }
        if key(ends.to) == edge { place = max(place, (places[key(ends.from)] ?? 0) + least[index]) }
      }
      shift = place - Double(edge) / 100
      last = place
      places[edge] = place
    }
    ends = wished.map { (places[key($0.from)] ?? $0.from, places[key($0.to)] ?? $0.to) }
    let needed = zip(ends, after).map { $0.to + $1 }.max() ?? last
    self.length = max(length + shift, needed)
  }
}

extension Panel.Area {
  /// The area in pixels from the upper left corner.
  func box(in size: Figure.Size) -> Box {
    let (width, height) = (Double(size.width), Double(size.height))
    return Box(left: left * width, right: right * width, top: (1 - top) * height, bottom: (1 - bottom) * height)
  }
}
