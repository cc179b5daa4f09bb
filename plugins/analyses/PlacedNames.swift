import Gnuplot

/// Names beside points, moved up or down where they would lie on each other or on another point.
///
/// Sizes are guesses from the number of characters: gnuplot alone knows its fonts.
struct PlacedNames {
  private(set) var layers: [Layer] = []
  /// From points to names that stand elsewhere: x1, y1, x2, y2.
  private(set) var leaders: [Double] = []

  /// The height of a line in pixels.
  static let line = 17.0
  /// The width of a letter in pixels.
  static let letter = 8.0
  /// Half the size of a point.
  private static let radius = 4.0
  /// How far the middle of a name is above or below another point.
  private static let clearance = 11.0

  /// Names beside points.
  ///
  /// - Parameters:
  ///   - names: one for each point.
  ///   - points: where they are, in the units of the axes.
  ///   - axes: the axes, which names do not leave upwards or downwards.
  init(_ names: [String], at points: [(x: Double, y: Double)], on axes: EqualAxes) {
    let unit = axes.unit
    let inside = axes.y.from / unit + Self.line...max(axes.y.from / unit + Self.line, axes.y.to / unit - Self.line / 2)
    var taken: [(left: Double, right: Double, y: Double)] = []
    // From top to bottom; of points at one height the one listed first.
    for index in points.indices.sorted(by: { (-points[$0].y, $0) < (-points[$1].y, $1) }) {
      let (x, y) = (points[index].x / unit, points[index].y / unit)
      let onTheLeft = x < 0
      let width = Self.letter * Double(names[index].count + 2)
      let (left, right) = onTheLeft ? (x - width, x - 5) : (x + 5, x + width)
      let others = points.indices.filter { $0 != index }.map { (x: points[$0].x / unit, y: points[$0].y / unit) }
        .filter { $0.x + Self.radius > left && $0.x - Self.radius < right }
      func isFree(_ height: Double) -> Bool {
        taken.allSatisfy { left >= $0.right || right <= $0.left || (height - $0.y).magnitude >= Self.line - 0.01 }
          && others.allSatisfy { (height - $0.y).magnitude >= Self.clearance - 0.01 }
      }
      // Where it belongs, then just above or below what is there, the nearest first.
      let heights =
        [y] + taken.flatMap { [$0.y - Self.line, $0.y + Self.line] }
        + others.flatMap { [$0.y - Self.clearance, $0.y + Self.clearance] }
      let free =
        heights.filter { inside.contains($0) && isFree($0) }.min { ($0 - y).magnitude < ($1 - y).magnitude } ?? y
      taken.append((left, right, free))
      // Texts stand half a line above a place.
      layers.append(
        .text(names[index], x: points[index].x, y: (free - Self.line / 2) * unit, onTheLeft: onTheLeft))
      if (free - y).magnitude > Self.line / 2 {
        leaders += [points[index].x, points[index].y, (x + (onTheLeft ? -7 : 7)) * unit, free * unit]
      }
    }
  }
}
