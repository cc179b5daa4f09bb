/// A panel with everything in its place: what a script says.
///
/// Lengths are pixels from the picture's upper left corner; letters are so many pixels high.
struct PlacedPanel {
  /// The panel with the names, numbers and ranges that are shown.
  var panel: Panel
  /// The axes' box.
  var box: Box
  /// Texts around it that stand by themselves.
  var texts: [PlacedText] = []
  /// Where the legend begins, in how many columns if gnuplot is not to choose, and by how many letters a column is broader
  /// than gnuplot takes it for.
  var legend: (x: Double, y: Double, columns: Int?, broader: Int)?
  /// The left edge of the bar of colours, and its width.
  var bar: (x: Double, width: Double)?
  /// Lines from places to their names.
  var leaders: [(from: Point, to: Point)] = []

  /// How many names on the panel have no room.
  var leftOut = 0

  /// A place in units of the axes.
  struct Point: Hashable {
    var x: Double
    var y: Double
  }
}

/// A rectangle in pixels, from the upper left corner.
struct Box: Hashable {
  var left, right, top, bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
}

/// A text at a place of the picture.
struct PlacedText {
  /// What it is: gnuplot's number of the label, by which ``TextPanel`` knows it too.
  enum Role: Int {
    case y = 1
    case secondY, bar
    /// The last lines of the picture.
    case footer = 30
    /// The first of several lines.
    case title = 10
    case note = 20
    case x = 40

    /// What a label of a number is; nil for those of layers.
    init?(of number: Int) {
      guard let role = Role(rawValue: number < Role.title.rawValue ? number : number / 10 * 10) else { return nil }
      self = role
    }
  }

  var role: Role
  /// Which line of several it is.
  var line = 0
  var text: String
  /// The middle of its height, and of its width unless it begins there.
  var x, y: Double
  var isCentered = true
  var isTurned = false
  var isSmall = false
}

extension Layer {
  /// What the legend calls it.
  var title: String? {
    switch self {
    case .curve(let curve): curve.title
    case .curves(let curves): curves.title
    case .area(let area): area.title
    case .entry(_, let title): title
    case .band(_, _, _, let title): title
    case .level(_, _, let title): title
    case .marks(let marks): marks.title
    default: nil
    }
  }

  /// The layer with another name in the legend.
  func titled(_ title: String) -> Layer {
    switch self {
    case .curve(var curve):
      curve.title = title
      return .curve(curve)
    case .curves(var curves):
      curves.title = title
      return .curves(curves)
    case .area(var area):
      area.title = title
      return .area(area)
    case .band(let from, let to, let color, _): return .band(from: from, to: to, color: color, title: title)
    case .entry(let style, _): return .entry(style, title: title)
    case .level(let value, let style, _): return .level(value, style, title: title)
    case .marks(var marks):
      marks.title = title
      return .marks(marks)
    default: return self
    }
  }
}
