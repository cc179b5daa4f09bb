internal import Support

/// The tables of a figure as its script reads them: each file once.
///
/// gnuplot reads and parses a whole file for each curve. So a table that is drawn from more than once is first copied into a data
/// block, in memory and with only the columns that are drawn. Long trainings have more rows than a picture has pixels: of
/// these the data block gets only as many as can be distinguished.
///
/// A table with a column whose name is not a word is read as often as it is drawn from: in such names gnuplot would look for
/// quotation marks and separators.
struct FigureTables {
  private let figure: Figure
  private var blocks: [String: DataBlock] = [:]

  init(_ figure: Figure) {
    self.figure = figure
    let layers = figure.panels.flatMap(\.layers)
    for table in figure.tables where table.header.allSatisfy(\.isWord) {
      let readers = layers.filter { layer in layer.sources.contains { $0.table == table.name && !$0.columns.isEmpty } }
      let names = Set(readers.flatMap { layer in layer.sources.flatMap(\.columns) })
      let step = readers.allSatisfy(\.isCourse) ? DataBlock.step(rows: table.rowCount) : 1
      guard step > 1 || readers.reduce(0, { $0 + $1.readCount }) > 1 else { continue }
      blocks[table.name] = DataBlock(
        table, columns: table.header.indices.filter { names.contains(table.header[$0]) }, step: step)
    }
  }

  /// A table as a layer reads it.
  ///
  /// - Throws: ``FigureError/missing(figure:table:column:)``.
  subscript(_ name: String) -> TableColumns {
    get throws(FigureError) { TableColumns(try figure.table(name), from: blocks[name], in: figure) }
  }

  /// The quoted name of a table's file.
  ///
  /// - Throws: ``FigureError/missing(figure:table:column:)``.
  func file(_ name: String) throws(FigureError) -> String { "'\(try figure.table(name).fileName)'" }

  /// The commands that read the data blocks.
  var commands: [String] {
    let blocks = figure.tables.compactMap { self.blocks[$0.name] }
    guard !blocks.isEmpty else { return [] }
    // Without `columnheaders` the header is copied too: plot commands expect one.
    return ["", "set datafile separator tab", "set datafile commentschars ''"] + blocks.flatMap(\.commands)
  }
}

/// The columns and rows of a table that are drawn, as one of gnuplot's data blocks.
struct DataBlock {
  private let table: Table
  /// The places of the columns in the table.
  let columns: [Int]
  private let step: Int

  /// More than twice as many as the broadest panel has pixels, so that also oscillations from row to row remain visible.
  private static let mostRows = 3000

  /// Which rows are drawn: 1 for every row, 3 for every third. The number is odd, so that of a value that alternates from row
  /// to row both sides are drawn.
  static func step(rows: Int) -> Int {
    let least = (rows + mostRows - 1) / mostRows
    return least <= 1 ? 1 : least.isMultiple(of: 2) ? least + 1 : least
  }

  init(_ table: Table, columns: [Int], step: Int) {
    self.table = table
    self.columns = columns
    self.step = step
  }

  /// `$loss_and_modes`.
  var name: String {
    let words = table.name.replacing("-", with: "_")
    return "$" + (words.first?.isNumber == true ? "_" : "") + words
  }

  /// A comment that lists the columns, and the command that reads them.
  var commands: [String] {
    let names = columns.enumerated().map { "\($0 + 1) \(table.header[$1])" }.joined(separator: ", ")
    let rows = step == 1 ? "" : "; every \(step.ordinal) row, and the last"
    // Row 0 is the header.
    let filter = step == 1 ? "" : " if ($0==0 || int($0)%\(step)==1 || $0==\(table.rowCount))"
    let texts = columns.map { "strcol(\($0 + 1))" }.joined(separator: #"."\t"."#)
    return [
      "# \(name) has the columns \(names)\(rows)",
      "set table \(name); plot '\(table.fileName)' using (\(texts)) with table\(filter); unset table",
    ]
  }
}

/// The way a script names a table and its columns.
///
/// The columns of a data block have numbers: gnuplot is much slower if it has to look for a name in each row. The columns of a
/// file have their names if all are words, which makes scripts readable; otherwise numbers, because gnuplot reads a quotation
/// mark in a header as the beginning of a name that may contain separators. So any text can name a column.
struct TableColumns {
  private let table: Table
  private let block: DataBlock?
  private let figure: String
  private let areWords: Bool

  init(_ table: Table, from block: DataBlock? = nil, in figure: Figure) {
    self.table = table
    self.block = block
    self.figure = figure.name
    areWords = table.header.allSatisfy(\.isWord)
  }

  /// What is drawn from: `$loss`, or `'loss.tsv'`.
  var source: String { block?.name ?? "'\(table.fileName)'" }

  /// A column in a list after "using": `'loss'`, or `3`.
  ///
  /// - Throws: ``FigureError/missing(figure:table:column:)``.
  subscript(_ name: String) -> String {
    get throws(FigureError) {
      guard let index = table.header.firstIndex(of: name) else {
        throw .missing(figure: figure, table: table.name, column: name)
      }
      if let place = block?.columns.firstIndex(of: index) { return "\(place + 1)" }
      return areWords ? "'\(name)'" : "\(index + 1)"
    }
  }

  /// A column's value within an expression: `column('loss')`, or `column(3)`.
  ///
  /// - Throws: ``FigureError/missing(figure:table:column:)``.
  func value(_ name: String) throws(FigureError) -> String { "column(\(try self[name]))" }
}

extension Layer {
  /// How often the layer's part of the plot command names its table.
  fileprivate var readCount: Int {
    guard case .marks(let marks) = self, case .cross = marks.shape else { return 1 }
    return 4
  }

  /// Whether it is drawn over epochs, so that rows between others can be left out.
  fileprivate var isCourse: Bool {
    switch self {
    case .curve(let curve): curve.x == "epoch"
    case .area(let area): area.x == "epoch"
    default: false
    }
  }
}

extension String {
  /// Whether it is letters and digits of ASCII, and underscores.
  fileprivate var isWord: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        byte == UInt8(ascii: "_") || (byte < 128 && Character(UnicodeScalar(byte)).isLetter)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
  }
}
