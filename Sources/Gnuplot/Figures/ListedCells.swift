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
