/// How a script asks for the columns of a table.
///
/// By name where all names of the table are words, which makes scripts readable; else by number, because gnuplot takes a
/// quotation mark in a header for the beginning of a name that may hold separators. So any text can name a column.
struct TableColumns {
  private let table: Table
  private let figure: String
  private let areWords: Bool

  init(_ table: Table, in figure: Figure) {
    self.table = table
    self.figure = figure.name
    areWords = table.header.allSatisfy(\.isWord)
  }

  /// A column in a list after "using": `'loss'`, or `3`.
  ///
  /// - Throws: ``FigureError/missing(figure:table:column:)``.
  subscript(_ name: String) -> String {
    get throws(FigureError) {
      guard let index = table.header.firstIndex(of: name) else {
        throw .missing(figure: figure, table: table.name, column: name)
      }
      return areWords ? "'\(name)'" : "\(index + 1)"
    }
  }

  /// A column's value within an expression: `column('loss')`, or `column(3)`.
  ///
  /// - Throws: ``FigureError/missing(figure:table:column:)``.
  func value(_ name: String) throws(FigureError) -> String { "column(\(try self[name]))" }
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
