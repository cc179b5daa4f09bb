internal import Support

/// Numbers in named columns, kept in a file beside the script.
public struct Table: Hashable, Sendable {
  /// The file's name without ending: small letters, digits and hyphens.
  public let name: String
  /// The columns' names: any texts in one line, without tabs.
  public let header: [String]
  /// All numbers, row by row.
  public let values: [Double]

  /// A table whose values fill its rows.
  public init(name: String, header: [String], values: [Double]) {
    precondition(!header.isEmpty && values.count.isMultiple(of: header.count), "values fill the rows of a table")
    self.name = name
    self.header = header
    self.values = values
  }

  /// A table of columns of one length.
  public init(name: String, columns: [(name: String, values: [Double])]) {
    let count = columns.first?.values.count ?? 0
    precondition(columns.allSatisfy { $0.values.count == count }, "all columns have one length")
    self.init(
      name: name, header: columns.map(\.name),
      values: (0..<count).flatMap { row in columns.map { $0.values[row] } })
  }

  /// The number of rows below the header.
  public var rowCount: Int { values.count / header.count }

  /// The file's name.
  public var fileName: String { name + ".tsv" }

  /// The file's content: a header, then a line for each row, separated by tabs. Every number is the shortest that
  /// reads back exactly. A name that other programs would take for a quoted one, because it begins with a quotation mark or
  /// is empty, stands in quotation marks, its own doubled.
  ///
  /// - Throws: ``FigureError/unreadableText(_:)`` for a column name that cannot be shown.
  public func text() throws(FigureError) -> String {
    var text = ""
    text.reserveCapacity(values.count * 20)
    for (index, name) in header.enumerated() {
      if !name.isPrintable { throw .unreadableText(name) }
      if index > 0 { text += "\t" }
      text += name.quotedInHeader
    }
    var column = header.count
    for value in values {
      column = column == header.count ? 1 : column + 1
      text += column == 1 ? "\n" : "\t"
      text += value.tableText
    }
    text += "\n"
    return text
  }
}

extension String {
  /// The name of a column as it stands in a header.
  fileprivate var quotedInHeader: String {
    // A mark of byte order at the beginning of a file is taken off by its readers.
    guard isEmpty || unicodeScalars.first == "\"" || unicodeScalars.first == "\u{FEFF}" else { return self }
    return "\"\(doublingMarks)\""
  }

  /// The text with every quotation mark doubled, one that a combining character follows too.
  private var doublingMarks: String {
    String(String.UnicodeScalarView(unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }))
  }

  /// The name of a column that stands in a header like this.
  var unquotedInHeader: String {
    guard utf8.count >= 2, unicodeScalars.first == "\"", unicodeScalars.last == "\"" else { return self }
    let inner = unicodeScalars.dropFirst().dropLast()
    var (unquoted, isSecond) = (String.UnicodeScalarView(), false)
    for scalar in inner {
      isSecond = scalar == "\"" && !isSecond
      if !isSecond { unquoted.append(scalar) }
    }
    // Marks that are not doubled are part of a name that was written without quotation marks.
    let name = String(unquoted)
    return name.doublingMarks.unicodeScalars.elementsEqual(inner) ? name : self
  }
}

extension Double {
  /// The shortest text that reads back exactly, whole numbers without ".0"; gnuplot's own word for no number.
  public var tableText: String {
    guard isFinite else { return "NaN" }
    // Whole numbers this small are written out, without an exponent.
    if let whole = Int32(exactly: self), self != 0 || sign == .plus { return String(whole) }
    let text = description
    return text.utf8.suffix(2).elementsEqual(".0".utf8) ? String(text.dropLast(2)) : text
  }
}
