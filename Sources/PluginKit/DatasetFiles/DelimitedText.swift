/// The cells of a CSV or TSV text (RFC 4180), line by line, each with the number of its line.
struct DelimitedText {
  private(set) var rows: [(line: Int, cells: [String])] = []

  /// Splits a text; blanks around cells, and empty lines, are left out.
  ///
  /// - Throws: ``DatasetFileError`` for a quote that is not closed.
  /// - Complexity: O(length).
  init(_ text: String, file: String, firstLine: Int) throws(DatasetFileError) {
    let bytes = Array((text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text).utf8)
    let separator = Self.separator(bytes)
    var (line, cells, cell) = (firstLine, [String](), [UInt8]())
    var (start, openedAt) = (firstLine, firstLine)
    var (isQuoted, wasQuoted, isBlank) = (false, false, true)

    func endCell() {
      cells.append(String(decoding: wasQuoted ? cell[...] : Self.trimmed(cell), as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
      (wasQuoted, isBlank) = (false, true)
    }
    func endRow() {
      endCell()
      if cells.contains(where: { !$0.isEmpty }) { rows.append((start, cells)) }
      cells.removeAll(keepingCapacity: true)
    }
    var index = 0
    while index < bytes.count {
      var byte = bytes[index]
      index += 1
      if byte == Self.carriageReturn, !isQuoted {
        // Lines end as Windows writes them (both), or as old spreadsheets do (this one alone).
        if index < bytes.count, bytes[index] == Self.lineFeed { continue }
        byte = Self.lineFeed
      }
      if byte == Self.lineFeed { line += 1 }
      if isQuoted {
        if byte != Self.quote {
          cell.append(byte)
        } else if index < bytes.count, bytes[index] == Self.quote {
          cell.append(Self.quote)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == separator {
        endCell()
      } else if byte == Self.lineFeed {
        endRow()
        start = line
      } else if byte == Self.quote, isBlank {
        (isQuoted, wasQuoted, isBlank, openedAt) = (true, true, false, line)
        cell.removeAll(keepingCapacity: true)
      } else if !(wasQuoted && Self.isBlank(byte)) {
        cell.append(byte)
        if !Self.isBlank(byte) { isBlank = false }
      }
    }
    guard !isQuoted else {
      throw DatasetFileError(file: file, line: openedAt, reason: "A quote is opened here and never closed.")
    }
    endRow()
  }

  private static let (lineFeed, carriageReturn, quote) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\""))

  private static func isBlank(_ byte: UInt8) -> Bool { " \t".utf8.contains(byte) }

  private static func trimmed(_ cell: [UInt8]) -> ArraySlice<UInt8> {
    var rest = cell[...]
    while let first = rest.first, isBlank(first) { rest.removeFirst() }
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }

  /// What separates the cells: the first of tab, semicolon and comma that stands in the first line with text, outside of
  /// quotes.
  private static func separator(_ bytes: [UInt8]) -> UInt8 {
    var (found, isQuoted, hasText) = (Set<UInt8>(), false, false)
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, byte == lineFeed || byte == carriageReturn {
        if hasText || !found.isEmpty { break }
      } else if !isQuoted, "\t;,".utf8.contains(byte) {
        found.insert(byte)
      } else if !isBlank(byte) {
        hasText = true
      }
    }
    return "\t;".utf8.first(where: found.contains) ?? UInt8(ascii: ",")
  }
}
