/// The cells of a CSV or TSV text (RFC 4180), line by line, each with the number of its line.
struct DelimitedText {
  private(set) var rows: [(line: Int, cells: [String])] = []

  /// Splits a text; blanks around cells, and empty lines, are left out.
  ///
  /// - Throws: ``DatasetFileError`` for a quote that is not closed.
  init(_ text: String, file: String, firstLine: Int) throws(DatasetFileError) {
    let scalars = text.unicodeScalars.drop { $0 == "\u{FEFF}" }
    let separator = Self.separator(scalars.prefix { $0 != "\n" })
    var (line, cells, cell) = (firstLine, [String](), String.UnicodeScalarView())
    var (start, openedAt) = (firstLine, firstLine)
    var (isQuoted, wasQuoted, isBlank) = (false, false, true)

    func endCell() {
      let text = String(cell)
      cells.append(wasQuoted ? text : text.trimmed)
      cell = String.UnicodeScalarView()
      (wasQuoted, isBlank) = (false, true)
    }
    func endRow() {
      endCell()
      if cells != [""] { rows.append((start, cells)) }
      cells = []
    }
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      index = scalars.index(after: index)
      if scalar == "\n" { line += 1 }
      if isQuoted {
        guard scalar == "\"" else {
          cell.append(scalar)
          continue
        }
        if index < scalars.endIndex, scalars[index] == "\"" {
          cell.append("\"")
          index = scalars.index(after: index)
        } else {
          isQuoted = false
        }
      } else if scalar == "\"", isBlank {
        (isQuoted, wasQuoted, isBlank, openedAt) = (true, true, false, line)
        cell = String.UnicodeScalarView()
      } else if scalar == separator {
        endCell()
      } else if scalar == "\n" {
        endRow()
        start = line
      } else if scalar != "\r", !(wasQuoted && scalar == " ") {
        cell.append(scalar)
        if scalar != " " { isBlank = false }
      }
    }
    guard !isQuoted else {
      throw DatasetFileError(file: file, line: openedAt, reason: "A quote is opened here and never closed.")
    }
    endRow()
  }

  /// What separates the cells: the first of tab, semicolon and comma that the first line has.
  private static func separator(_ line: some Sequence<Unicode.Scalar>) -> Unicode.Scalar {
    let line = Array(line)
    return ["\t", ";"].first(where: line.contains) ?? ","
  }
}

extension String {
  /// The text without blanks at both ends.
  var trimmed: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
