internal import Support

extension PlacedPanel {
  /// Places the names on the panel without overlap, and leaves out those that do not fit.
  ///
  /// A name is beside its point. If another name or point is in the way, it is on the other side, or above or below with a
  /// line to its point, whichever is nearer.
  mutating func place(_ letter: Double) {
    guard let x = panel.x.range, let y = panel.y.range, !panel.x.isLogarithmic, !panel.y.isLogarithmic else { return }
    let names = panel.layers.compactMap(NameLayer.init)
    guard !names.isEmpty else { return }
    // Beside points of a plane a part of the box is left free for names; else they may go on to its edge.
    let longest = max(4, panel.hasEqualUnits ? 0.3 * box.width / letter - 1.5 : 0.55 * box.width / letter)
    let texts = ShortNames.shortened(names.map(\.text), ems: longest / TextWidth.spare)
    let box = box
    func across(_ value: Double) -> Double { box.left + (value - x.from) / (x.to - x.from) * box.width }
    func down(_ value: Double) -> Double { box.bottom - (value - y.from) / (y.to - y.from) * box.height }
    func point(_ across: Double, _ down: Double) -> Point {
      Point(
        x: x.from + (across - box.left) / box.width * (x.to - x.from),
        y: y.from + (box.bottom - down) / box.height * (y.to - y.from))
    }
    let points = names.map { Point(x: across($0.x), y: down($0.y)) }
    let beside = names.indices.filter { !names[$0].isAbove }
    var places = NamePlaces(box: box, letter: letter, points: beside.map { points[$0] })
    panel.layers.removeAll { NameLayer($0) != nil }
    // From top to bottom; of points at one height the one listed first.
    for index in names.indices.sorted(by: { (points[$0].y, $0) < (points[$1].y, $1) }) {
      let name = names[index]
      guard
        let place = places.place(
          width: letter * TextWidth.room(texts[index]), at: points[index], isAbove: name.isAbove,
          onTheLeft: name.onTheLeft)
      else {
        leftOut += 1
        continue
      }
      let anchor = point(points[index].x, place.y + 0.75 * letter)
      panel.layers.append(.text(texts[index], x: name.x, y: anchor.y, onTheLeft: place.onTheLeft))
      if place.isMoved {
        leaders.append(
          (Point(x: name.x, y: name.y), point(points[index].x + (place.onTheLeft ? -0.4 : 0.4) * letter, place.y)))
      }
    }
  }
}

/// A text on a panel that names a place.
private struct NameLayer {
  let text: String
  let x, y: Double
  let onTheLeft: Bool
  /// Whether it is above the place, not beside it.
  let isAbove: Bool

  init?(_ layer: Layer) {
    switch layer {
    case .text(let text, let x, let y, let onTheLeft):
      (self.text, self.x, self.y, self.onTheLeft, isAbove) = (text, x, y, onTheLeft, true)
    case .name(let text, let x, let y, let onTheLeft):
      (self.text, self.x, self.y, self.onTheLeft, isAbove) = (text, x, y, onTheLeft, false)
    default: return nil
    }
  }
}

/// The occupied places.
private struct NamePlaces {
  let box: Box
  let letter: Double
  let points: [PlacedPanel.Point]
  private var taken: [Box] = []

  init(box: Box, letter: Double, points: [PlacedPanel.Point]) {
    (self.box, self.letter, self.points) = (box, letter, points)
  }

  private var line: Double { 1.15 * letter }
  private var clearance: Double { 0.75 * letter }

  /// Chooses the place nearest to the point. The other side counts as further away by a little more than half a line.
  mutating func place(
    width: Double, at point: PlacedPanel.Point, isAbove: Bool, onTheLeft: Bool
  ) -> (y: Double, onTheLeft: Bool, isMoved: Bool)? {
    let natural = isAbove ? point.y - 0.75 * letter : point.y
    let sides = [onTheLeft, !onTheLeft].compactMap { side in
      nearest(to: natural, at: point, width: width, onTheLeft: side).map { place in
        (place, side, far: (place.middle - natural).magnitude + (side == onTheLeft ? 0 : 0.6 * line))
      }
    }
    guard let (place, side, _) = sides.min(by: { $0.far < $1.far }) else { return nil }
    taken.append(place)
    return (place.middle, side, (place.middle - natural).magnitude > line / 2)
  }

  /// The free place nearest to a height on one side of a point; nil if there is none.
  private func nearest(to natural: Double, at point: PlacedPanel.Point, width: Double, onTheLeft: Bool) -> Box? {
    let gap = 0.42 * letter
    let left = onTheLeft ? point.x - gap - width : point.x + gap
    let right = left + width
    guard left >= box.left - 0.1 * letter, right <= box.right + 0.1 * letter else { return nil }
    let near = points.filter { $0 != point && $0.x + 0.3 * letter > left && $0.x - 0.3 * letter < right }
    let others = taken.filter { $0.left < right && $0.right > left }
    var heights = [natural]
    for other in others { heights += [other.top - line / 2, other.bottom + line / 2] }
    for other in near { heights += [other.y - clearance, other.y + clearance] }
    let free = heights.filter { height in
      guard height - line / 2 >= box.top - 0.3 * line, height + line / 2 <= box.bottom + 0.1 * line else {
        return false
      }
      return others.allSatisfy { (height - $0.middle).magnitude >= line - 0.01 }
        && near.allSatisfy { (height - $0.y).magnitude >= clearance - 0.01 }
    }
    return free.min { ($0 - natural).magnitude < ($1 - natural).magnitude }.map {
      Box(left: left, right: right, top: $0 - line / 2, bottom: $0 + line / 2)
    }
  }
}

extension Box {
  /// The height of its middle.
  fileprivate var middle: Double { (top + bottom) / 2 }
}
