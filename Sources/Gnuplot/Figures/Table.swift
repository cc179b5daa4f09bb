internal import Support

/// Numbers in named columns, kept in a file beside the script.
public struct Table: Hashable, Sendable {
  /// The file's name without extension: lowercase letters, digits and hyphens.
  public let name: String
  /// The columns' names: any texts in one line, without tabs.
  public let header: [String]
  /// All numbers, row by row.
  public let values: [Double]

  /// A table whose values fill its rows.
  public init(name: String, header: [String], values: [Double]) {
    precondition(!header.isEmpty && values.count.isMultiple(of: header.count), "values must fill the rows of a table")
    self.name = name
    self.header = header
    self.values = values
  }

  /// A table of columns of one length.
  public init(name: String, columns: [(name: String, values: [Double])]) {
    let count = columns.first?.values.count ?? 0
    precondition(columns.allSatisfy { $0.values.count == count }, "all columns must have the same length")
    self.init(
      name: name, header: columns.map(\.name),
      values: (0..<count).flatMap { row in columns.map { $0.values[row] } })
  }

  /// The number of rows below the header.
  public var rowCount: Int { values.count / header.count }

  /// The file's name.
  public var fileName: String { name + ".tsv" }

  /// The file's content: a header, then a line for each row, separated by tabs. Every number is the shortest that
  /// reads back exactly. A name that is empty or begins with a quotation mark is put in quotation marks, with its own doubled,
  /// because other programs would read it as quoted.
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
  /// The name of a column as written in a header.
  fileprivate var quotedInHeader: String {
    // Readers remove a byte order mark at the beginning of a file.
    guard isEmpty || unicodeScalars.first == "\"" || unicodeScalars.first == "\u{FEFF}" else { return self }
    return "\"\(doublingMarks)\""
  }

  /// The text with every quotation mark doubled, also one followed by a combining character.
  private var doublingMarks: String {
    String(String.UnicodeScalarView(unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }))
  }

  /// The name of a column that is written like this in a header.
  var unquotedInHeader: String {
    guard utf8.count >= 2, unicodeScalars.first == "\"", unicodeScalars.last == "\"" else { return self }
    let inner = unicodeScalars.dropFirst().dropLast()
    var (unquoted, isSecond) = (String.UnicodeScalarView(), false)
    for scalar in inner {
      isSecond = scalar == "\"" && !isSecond
      if !isSecond { unquoted.append(scalar) }
    }
    // Single marks are part of a name that was written without quotation marks.
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

extension Table {
  /// Reads a table back from the text of its file.
  ///
  /// - Parameters:
  ///   - name: the table's name.
  ///   - text: a header and lines of as many numbers, separated by tabs, as ``text()`` writes them.
  /// - Throws: ``TableError`` naming the line.
  /// - Complexity: linear in the length of the text.
  public init(name: String, text: String) throws(TableError) {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard let first = lines.first, !first.isEmpty else {
      throw TableError(table: name, line: 1, reason: "it has no header")
    }
    let header = first.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
      (String($0) ?? "").unquotedInHeader
    }
    var values: [Double] = []
    values.reserveCapacity(text.utf8.count / 8)
    for (index, line) in lines.enumerated().dropFirst() {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard cells.count == header.count else {
        throw TableError(
          table: name, line: index + 1, reason: "found \(cells.count) cells instead of \(header.count)")
      }
      for cell in cells {
        guard let text = String(cell), let value = Double.decimal(text) ?? Self.noNumber(text) else {
          throw TableError(table: name, line: index + 1, reason: "a cell is not a number")
        }
        values.append(value)
      }
    }
    self.init(name: name, header: header, values: values)
  }

  /// Reads gnuplot's and other programs' words for numbers that are not finite; nil for any other text.
  private static func noNumber(_ text: String) -> Double? {
    switch text.lowercased() {
    case "nan": .nan
    case "inf": .infinity
    case "-inf": -.infinity
    default: nil
    }
  }

  /// The values of a column by its name; nil if it does not exist.
  public func column(_ name: String) -> [Double]? {
    guard let index = header.firstIndex(of: name) else { return nil }
    return stride(from: index, to: values.count, by: header.count).map { values[$0] }
  }
}

/// A file that is not a table.
public struct TableError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The table's name.
  public let table: String
  /// The line, from 1.
  public let line: Int
  /// The problem, in words.
  public let reason: String

  /// An error in a line of a table.
  public init(table: String, line: Int, reason: String) {
    self.table = table
    self.line = line
    self.reason = reason
  }

  /// The error in words.
  public var description: String { "\(table).tsv, line \(line): \(reason)." }
}

extension Double {
  /// Reads a number as people write it: decimal digits, optionally with a sign, a point and an exponent (16, −0.5, 1.6e1).
  ///
  /// The standard library accepts more, which in a table or on a command line would be a mistake: `0x10`, `0x1p3`, `inf`,
  /// `nan`.
  package static func decimal(_ text: some StringProtocol) -> Double? {
    let isDecimal = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isDecimal else { return nil }
    return Double(text)
  }
}
