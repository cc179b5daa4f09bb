internal import Gnuplot

/// Assigns each run to a cell of the figures, by its dataset and its values on the shown axes.
///
/// Cells are numbered by dataset, then by the vertical axis, then by the horizontal one.
struct CellGroups {
  let table: SweepTable
  let x: ShownAxis?
  let y: ShownAxis?
  /// The datasets in the order in which they occur; a single entry if they are not separated.
  private(set) var datasets: [String] = []

  /// A sensible table never has more; a damaged one could have one for each row.
  private static let mostDatasets = 1000

  /// The name for all datasets together, if they are not separated.
  static let together = "all-datasets"

  private let datasetColumn: Int?
  private let xColumn: Int?
  private let yColumn: Int?
  private var datasetLookup = TextLookup([])
  private var xLookup: TextLookup
  private var yLookup: TextLookup
  private var filters: [(column: Int, lookup: TextLookup)] = []

  /// - Parameter filters: names of columns with accepted values; a run must have one of the values of each name.
  init(
    _ table: SweepTable, x: ShownAxis?, y: ShownAxis?, filters: [(name: String, value: String)]
  ) throws(SweepTableError) {
    self.table = table
    self.x = x
    self.y = y
    let isApart = x?.name != "dataset" && y?.name != "dataset"
    datasetColumn = isApart ? try table.column("dataset") : nil
    if !isApart { datasets = [Self.together] }
    xColumn = if let x { try table.column(x.name) } else { nil }
    yColumn = if let y { try table.column(y.name) } else { nil }
    xLookup = TextLookup(x?.values ?? [])
    yLookup = TextLookup(y?.values ?? [])
    for filter in filters {
      let column = try table.column(filter.name)
      if let index = self.filters.firstIndex(where: { $0.column == column }) {
        self.filters[index].lookup.add(filter.value)
      } else {
        self.filters.append((column, TextLookup([filter.value])))
      }
    }
  }

  var columnCount: Int { x?.values.count ?? 1 }
  var rowCount: Int { y?.values.count ?? 1 }

  /// The number of cells of all datasets found so far.
  var count: Int { datasets.count * rowCount * columnCount }

  /// The number of a cell.
  func cell(dataset: Int, x: Int, y: Int) -> Int { (dataset * rowCount + y) * columnCount + x }

  /// The cell of a run; nil if the filters exclude it.
  @inline(__always)
  mutating func cell(of row: borrowing SweepRow) throws -> Int? {
    for index in filters.indices {
      guard filters[index].lookup.index(of: row[filters[index].column]) != nil else { return nil }
    }
    let dataset = try datasetColumn.map { try self.dataset(row[$0], row.line) } ?? 0
    var (column, line) = (0, 0)
    if let xColumn {
      guard let index = xLookup.index(of: row[xColumn]) else { throw foreign(row[xColumn], xColumn, row.line) }
      column = index
    }
    if let yColumn {
      guard let index = yLookup.index(of: row[yColumn]) else { throw foreign(row[yColumn], yColumn, row.line) }
      line = index
    }
    return cell(dataset: dataset, x: column, y: line)
  }

  private mutating func dataset(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Int) throws -> Int {
    if let index = datasetLookup.index(of: bytes) { return index }
    guard datasets.count < Self.mostDatasets else {
      throw table.damage(line, "there are more than \(Self.mostDatasets) datasets")
    }
    let name = String(decoding: bytes, as: UTF8.self)
    // Folders are named after it.
    guard Figure.isFileName(name) else {
      throw table.damage(line, "\(name.prefix(40).debugDescription) is not the identifier of a dataset")
    }
    datasets.append(name)
    return datasetLookup.add(name)
  }

  private func foreign(_ bytes: UnsafeBufferPointer<UInt8>, _ column: Int, _ line: Int) -> SweepTableError {
    let text = String(decoding: bytes.prefix(40), as: UTF8.self)
    return table.damage(
      line, "\(text.debugDescription) in the column '\(table.columns[column])' is not one of the sweep's values")
  }
}
