/// A panel with all parts placed, as written in a script.
///
/// Lengths are in pixels from the picture's upper left corner.
struct PlacedPanel {
  /// The panel with the names, numbers and ranges that are shown.
  var panel: Panel
  /// The axes' box.
  var box: Box
  /// Texts around it that are separate labels.
  var texts: [PlacedText] = []
  /// The legend's position, its number of columns if gnuplot should not choose it, and by how many letters a column is wider
  /// than gnuplot assumes.
  var legend: (x: Double, y: Double, columns: Int?, broader: Int)?
  /// The left edge of the colour bar, and its width.
  var bar: (x: Double, width: Double)?
  /// Lines from places to their names.
  var leaders: [(from: Point, to: Point)] = []

  /// How many names on the panel are left out.
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
  /// Its role: gnuplot's number of the label, which ``TextPanel`` uses, too.
  enum Role: Int {
    case y = 1
    case secondY, bar
    /// The last lines of the picture.
    case footer = 30
    /// The first of several lines.
    case title = 10
    case note = 20
    case x = 40

    /// The role of a label by its number; nil for labels of layers.
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
  /// Its name in the legend.
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
