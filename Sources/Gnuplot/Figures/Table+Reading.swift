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
          table: name, line: index + 1, reason: "\(cells.count) cells stand below \(header.count) names")
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

  /// What stands for no finite number, by gnuplot's word and as other programs write it; nil for any other text.
  private static func noNumber(_ text: String) -> Double? {
    switch text.lowercased() {
    case "nan": .nan
    case "inf": .infinity
    case "-inf": -.infinity
    default: nil
    }
  }

  /// The values of a column by its name, nil if there is none.
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
  /// What is wrong with it, in words.
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
