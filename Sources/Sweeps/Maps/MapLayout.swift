internal import Gnuplot

/// Where the parts of a map stand: the cells, names along both sides, the bar of colours, and the legend beside it.
struct MapLayout {
  let size: Figure.Size
  let area: Panel.Area
  let x: Axis
  let y: Axis
  /// The left edge of the bar of colours, in parts of the picture.
  let barLeft: Double
  let legend: Panel.Legend
  /// The width and height of a cell in pixels.
  let cell: (width: Double, height: Double)

  /// About the width of a character in pixels.
  private static let characterWidth = 8.0
  /// Longer names are shortened.
  private static let longestName = 18

  init(x columns: ShownAxis, y rows: ShownAxis) {
    let (xTexts, yTexts) = (columns.shortTexts, rows.shortTexts)
    func longest(_ texts: [String]) -> Double {
      Double(min(texts.map(\.count).max() ?? 0, Self.longestName)) * Self.characterWidth
    }
    let count = Double(columns.values.count)
    let width = min(max(60 * count, 300, columns.numbers == nil ? count * (longest(xTexts) + 12) : 0), 620)
    let height = min(max(34 * Double(rows.values.count), 190), 430)
    // Numbers that have no room are left out, because one sees how they go on; texts are turned.
    let room = Int(width / (longest(xTexts) + 12))
    let isTurned = columns.numbers == nil && xTexts.count > room
    let below = isTurned ? longest(xTexts) : 20
    let left = 75 + max(longest(yTexts), 24)
    let right = 400.0
    let top = 45.0
    let bottom = 85 + below
    size = Figure.Size(width: Int(left + width + right), height: Int(top + height + bottom))
    area = Panel.Area(in: size, left: left, right: right, bottom: bottom, top: top)
    x = .names(xTexts, label: columns.label, rotated: isTurned, atMost: isTurned ? 20 : max(1, min(20, room)))
    y = .names(yTexts, label: rows.label, atMost: max(1, min(20, Int(height / 20))))
    barLeft = area.right + 15 / Double(size.width)
    legend = .beside(area, in: size, gap: 120)
    cell = (width / Double(columns.values.count), height / Double(rows.values.count))
  }

  /// A length in pixels, but not more than most of a cell.
  private static let markLength = 11.0

  /// A cross that is as high as wide, within a cell.
  var cross: Marks.Shape {
    let length = min(Self.markLength, 0.75 * min(cell.width, cell.height))
    return .cross(
      width: Self.rounded(length / cell.width), height: Self.rounded(length / cell.height),
      line: Self.rounded(min(1.5, length / 6)))
  }

  /// A dot that is small in its cell; nil where cells are so small that dots would be all there is to see.
  var dot: Marks.Shape? {
    let side = min(cell.width, cell.height)
    return side < 8 ? nil : .dot(size: Self.rounded(min(0.4, 0.04 * side)))
  }

  /// Three digits after the point are finer than a line.
  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
