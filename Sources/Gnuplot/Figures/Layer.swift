/// Something drawn on a panel.
public enum Layer: Hashable, Sendable {
  /// A line through the points of a table.
  case curve(Curve)
  /// Many curves of one look that lie below each other in a table.
  case curves(CurveBundle)
  /// The area between two columns of a table.
  case area(FilledArea)
  /// Only an entry of the legend: a line's look and its name; without a look a heading over those that follow.
  case entry(LineStyle?, title: String)
  /// A vertical stripe behind everything else, with a legend entry if it has a title.
  case band(from: Double, to: Double, color: Color, title: String?)
  /// A horizontal line across the panel, on the left axis, with a legend entry if it has a title.
  case level(Double, LineStyle, title: String?)
  /// A matrix as coloured cells: rows from the table's first, columns from its first.
  case cells(CellGrid)
  /// A matrix that changes from frame to frame of an animated figure.
  case frameCells(FrameCells)
  /// A vertical line at the frame's position, in an animated figure.
  case framePosition(LineStyle)
  /// Cells of different widths in rows: in each line of a table `row`, where the cell begins and ends (`from`, `to`),
  /// and its `value`.
  case runs(table: String)
  /// Straight segments from (`x1`, `y1`) to (`x2`, `y2`), columns of a table.
  case segments(table: String, LineStyle)
  /// Points at (`x`, `y`), columns of a table.
  case points(table: String, Color)
  /// Cells of one size, listed in a table: each at its place (`x`, `y`, whole numbers), with a value or left empty.
  case listedCells(ListedCells)
  /// Marks on some of the places (`x`, `y`) of a table.
  case marks(Marks)
  /// A text above a place, to the right of it or to the left.
  case text(String, x: Double, y: Double, onTheLeft: Bool)
  /// The name of a point beside it, to the right of it or to the left; moved where another name is.
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
  /// Its name in the legend; none for a curve that needs no entry.
  public var title: String?
  /// Whether its points are marked: where they are few, and one without neighbours would not be seen.
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

/// Many curves of one look: stretches of one table, which gnuplot reads once.
public struct CurveBundle: Hashable, Sendable {
  /// The name of the table. A row without numbers (NaN) ends a curve.
  public var table: String
  /// The name of the column along the horizontal axis.
  public var x: String
  /// The name of the column along the vertical axis.
  public var y: String
  /// Whether the values belong to the right axis.
  public var onSecondAxis: Bool
  /// How all lines look.
  public var style: LineStyle
  /// Their one name in the legend; none if they need no entry.
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
  /// The name of the column with the one edge.
  public var from: String
  /// The name of the column with the other.
  public var to: String
  /// The colour; two thirds of it, so that lines on it are seen.
  public var color: Color
  /// Its name in the legend; none for an area that needs no entry.
  public var title: String?
  /// Whether areas behind it are seen through it; for several that overlap.
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

  /// Above this many cells they are drawn as one picture element each, below as rectangles that stay sharp at any size.
  static let largestDrawnCellCount = 4096
}

/// How a line looks.
public struct LineStyle: Hashable, Sendable {
  /// Solid or dashed.
  public enum Dash: Int, Hashable, Sendable {
    /// Solid: simulation.
    case solid = 1
    /// Dashed: theory and other things that were not measured.
    case dashed = 2
    /// Dotted.
    case dotted = 3
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

/// Coloured cells of one size, a line of a table for each: unlike a matrix, the table can say what else is known of a cell.
///
/// The table has the columns `x` and `y`, the cell's column and row counted from 0, and a column of values; NaN leaves a
/// cell empty, so that what is behind is seen.
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

  /// Above this many cells they are drawn as one picture element each, which a browser blurs; below as rectangles that
  /// stay sharp, at about a hundred bytes each.
  static let largestDrawnCellCount = 16_384
}

/// Marks on some of the places of a table: on those where a column is above zero.
public struct Marks: Hashable, Sendable {
  /// How a mark looks.
  public enum Shape: Hashable, Sendable {
    /// A black cross on a white rim, seen on every colour; its width and height in units of the axes, and how
    /// broad its lines are: 1.5, less in small cells.
    case cross(width: Double, height: Double, line: Double)
    /// A grey dot; its size in parts of gnuplot's own.
    case dot(size: Double)
  }

  /// The name of the table.
  public var table: String
  /// The name of the column that is above zero where there is a mark.
  public var flag: String
  /// How they look.
  public var shape: Shape
  /// Their name in the legend; none for marks that need no entry.
  public var title: String?

  /// Marks on places of a table.
  public init(table: String, flag: String, shape: Shape, title: String?) {
    self.table = table
    self.flag = flag
    self.shape = shape
    self.title = title
  }
}
