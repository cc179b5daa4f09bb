/// Something drawn on a panel.
public enum Layer: Hashable, Sendable {
  /// A line through the points of a table.
  case curve(Curve)
  /// Many curves of the same style, stacked in one table.
  case curves(CurveBundle)
  /// The area between two columns of a table.
  case area(FilledArea)
  /// Only an entry of the legend: a line's style and its name; without a style a heading for the next entries.
  case entry(LineStyle?, title: String)
  /// A vertical stripe behind everything else, with a legend entry if it has a title.
  case band(from: Double, to: Double, color: Color, title: String?)
  /// A horizontal line across the panel, on the left axis, with a legend entry if it has a title.
  case level(Double, LineStyle, title: String?)
  /// A dotted vertical line across the panel, where something else begins, with its name beside it.
  case divider(Double, name: String?)
  /// A matrix as coloured cells: rows from the table's first, columns from its first.
  case cells(CellGrid)
  /// A matrix that changes from frame to frame of an animated figure.
  case frameCells(FrameCells)
  /// A vertical line at the frame's position, in an animated figure.
  case framePosition(LineStyle)
  /// Cells of different widths in rows: each line of a table has `row`, the cell's ends (`from`, `to`) and its `value`.
  case runs(table: String)
  /// Straight segments from (`x1`, `y1`) to (`x2`, `y2`), columns of a table.
  case segments(table: String, LineStyle)
  /// Points at (`x`, `y`), columns of a table.
  case points(table: String, Color)
  /// Cells of the same size, listed in a table: each at a position (`x`, `y`, whole numbers), with a value or empty.
  case listedCells(ListedCells)
  /// Marks at some of the positions (`x`, `y`) of a table.
  case marks(Marks)
  /// A text above a position, to its right or left.
  case text(String, x: Double, y: Double, onTheLeft: Bool)
  /// The name of a point, to its right or left; moved if another name is in the way.
  case name(String, x: Double, y: Double, onTheLeft: Bool)
}

/// A line through the points of a table.
public struct Curve: Hashable, Sendable {
  /// The table's name.
  public var table: String
  /// The name of the column along the horizontal axis.
  public var x: String
  /// The name of the column along the vertical axis.
  public var y: String
  /// Whether the values belong to the right axis.
  public var onSecondAxis: Bool
  /// How the line looks.
  public var style: LineStyle
  /// Its name in the legend; nil for no entry.
  public var title: String?
  /// Whether its points are marked: useful if they are few, because a point without neighbours would be invisible.
  public var marksPoints: Bool

  /// A curve.
  public init(
    table: String, x: String = "epoch", y: String, onSecondAxis: Bool = false, style: LineStyle, title: String?,
    marksPoints: Bool = false
  ) {
    self.table = table
    self.x = x
    self.y = y
    self.onSecondAxis = onSecondAxis
    self.style = style
    self.title = title
    self.marksPoints = marksPoints
  }
}

/// Many curves of the same style: stretches of one table, which gnuplot reads once.
public struct CurveBundle: Hashable, Sendable {
  /// The name of the table. A row without numbers (NaN) ends a curve.
  public var table: String
  /// The name of the column along the horizontal axis.
  public var x: String
  /// The name of the column along the vertical axis.
  public var y: String
  /// Whether the values belong to the right axis.
  public var onSecondAxis: Bool
  /// The style of all lines.
  public var style: LineStyle
  /// Their common name in the legend; nil for no entry.
  public var title: String?

  /// Curves.
  public init(
    table: String, x: String = "epoch", y: String, onSecondAxis: Bool = false, style: LineStyle, title: String?
  ) {
    self.table = table
    self.x = x
    self.y = y
    self.onSecondAxis = onSecondAxis
    self.style = style
    self.title = title
  }
}

/// The area between two columns of a table along its epochs.
public struct FilledArea: Hashable, Sendable {
  /// The table's name.
  public var table: String
  /// The name of the column along the horizontal axis.
  public var x: String
  /// The name of the column with one edge.
  public var from: String
  /// The name of the column with the other edge.
  public var to: String
  /// The colour; drawn with two thirds of its strength, so that lines on it are visible.
  public var color: Color
  /// Its name in the legend; nil for no entry.
  public var title: String?
  /// Whether it is transparent, for areas that overlap.
  public var isTransparent: Bool

  /// An area.
  public init(
    table: String, x: String = "epoch", from: String, to: String, color: Color, title: String?,
    isTransparent: Bool = false
  ) {
    self.table = table
    self.x = x
    self.from = from
    self.to = to
    self.color = color
    self.title = title
    self.isTransparent = isTransparent
  }
}

/// A matrix as coloured cells.
public struct CellGrid: Hashable, Sendable {
  /// The name of a table that holds the matrix, a row for each row.
  public var table: String
  /// The number of rows.
  public var rows: Int
  /// The number of columns.
  public var columns: Int

  /// A grid over a table.
  public init(_ table: Table) {
    self.table = table.name
    rows = table.rowCount
    columns = table.header.count
  }

  /// With more cells than this, each is drawn as one pixel; with fewer as rectangles, which stay sharp at any size.
  static let largestDrawnCellCount = 4096
}

/// How a line looks.
public struct LineStyle: Hashable, Sendable {
  /// Solid or dashed.
  public enum Dash: Int, Hashable, Sendable {
    /// Solid: simulation.
    case solid = 1
    /// Dashed: theory and other values that were not measured.
    case dashed = 2
    /// Dotted.
    case dotted = 3
    /// Dots and dashes.
    case dashDotted = 4
  }

  /// The colour.
  public var color: Color
  /// The width; 2 for curves, 1 for helping lines.
  public var width: Double
  /// Solid or dashed.
  public var dash: Dash

  /// A style.
  public init(_ color: Color, width: Double = 2, dash: Dash = .solid) {
    self.color = color
    self.width = width
    self.dash = dash
  }
}

/// Coloured cells of the same size, one per line of a table: unlike a matrix, the table can have more columns.
///
/// The table has the columns `x` and `y`, the cell's column and row counted from 0, and a column of values; NaN leaves a
/// cell empty, which shows what is behind it.
public struct ListedCells: Hashable, Sendable {
  /// The name of the table.
  public var table: String
  /// The name of the column that gives the colours.
  public var value: String
  /// The number of cells.
  public var count: Int

  /// The cells of a table.
  public init(_ table: Table, value: String) {
    self.table = table.name
    self.value = value
    count = table.rowCount
  }

  /// With more cells than this, each is drawn as one pixel, which a browser blurs; with fewer as rectangles, which stay
  /// sharp, at about a hundred bytes each.
  static let largestDrawnCellCount = 16_384
}

/// Marks at those positions of a table where a column is above zero.
public struct Marks: Hashable, Sendable {
  /// The shape of a mark.
  public enum Shape: Hashable, Sendable {
    /// A black cross with a white rim, visible on every colour; its width and height in units of the axes, and the width of
    /// its lines: 1.5, less in small cells.
    case cross(width: Double, height: Double, line: Double)
    /// A grey dot; its size relative to gnuplot's default.
    case dot(size: Double)
  }

  /// The name of the table.
  public var table: String
  /// The name of the column that is above zero at a mark.
  public var flag: String
  /// Their shape.
  public var shape: Shape
  /// Their name in the legend; nil for no entry.
  public var title: String?

  /// Marks on places of a table.
  public init(table: String, flag: String, shape: Shape, title: String?) {
    self.table = table
    self.flag = flag
    self.shape = shape
    self.title = title
  }
}
