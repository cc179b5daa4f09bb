internal import Support

/// The cells of a CSV or TSV text (RFC 4180), line by line, each with the number of its line.
///
/// A first line such as "sep=;", which spreadsheets write, names the separator. Without it the separator is the tab,
/// semicolon or comma in the first line with text, or in the second. If there is none, and all lines then have equally many
/// cells, blanks separate them, as in tables from R.
struct DelimitedText {
  private(set) var rows: [(line: Int, cells: [String])] = []

  /// Splits a text; blanks around cells, empty lines, and a byte order mark are left out.
  ///
  /// - Throws: ``DatasetFileError`` for a quote that is not closed.
  /// - Complexity: O(length).
  init(_ text: String, file: String, firstLine: Int) throws(DatasetFileError) {
    var bytes = Array(text.withoutByteOrderMark.utf8)[...]
    var line = firstLine
    var separator = Self.statedSeparator(&bytes, &line)
    if separator == nil { separator = Self.separator(bytes) }
    if let separator {
      rows = try Self.rows(bytes, separator, file: file, firstLine: line)
      return
    }
    let spaced = try Self.rows(bytes, Self.space, file: file, firstLine: line)
    rows = Self.isTable(spaced) ? spaced : try Self.rows(bytes, Self.comma, file: file, firstLine: line)
  }

  private static let (lineFeed, carriageReturn, quote) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\""))
  private static let (space, tab, comma) = (UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ","))
  private static let separators = [tab, UInt8(ascii: ";"), comma]

  private static func isBlank(_ byte: UInt8) -> Bool { " \t".utf8.contains(byte) }

  private static func rows(
    _ bytes: ArraySlice<UInt8>, _ separator: UInt8, file: String, firstLine: Int
  ) throws(DatasetFileError) -> [(line: Int, cells: [String])] {
    var rows: [(line: Int, cells: [String])] = []
    var (line, cells, cell) = (firstLine, [String](), [UInt8]())
    var (start, openedAt) = (firstLine, firstLine)
    var (isQuoted, wasQuoted, isBlank) = (false, false, true)

    func endCell() {
      // Several blanks are one separator.
      if separator == space, cell.isEmpty, !wasQuoted { return }
      cells.append(String(decoding: wasQuoted ? cell[...] : Self.trimmed(cell), as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
      (wasQuoted, isBlank) = (false, true)
    }
    func endRow() {
      endCell()
      if cells.contains(where: { !$0.isEmpty }) { rows.append((start, cells)) }
      cells.removeAll(keepingCapacity: true)
    }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      var byte = bytes[index]
      index += 1
      if byte == Self.carriageReturn, !isQuoted {
        // Lines end as Windows writes them (both), or as old spreadsheets do (this one alone).
        if index < bytes.endIndex, bytes[index] == Self.lineFeed { continue }
        byte = Self.lineFeed
      }
      if byte == Self.lineFeed { line += 1 }
      if isQuoted {
        if byte != Self.quote {
          cell.append(byte)
        } else if index < bytes.endIndex, bytes[index] == Self.quote {
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
      throw DatasetFileError(file: file, line: openedAt, reason: "The quote that begins here is never closed.")
    }
    endRow()
    return rows
  }

  private static func trimmed(_ cell: [UInt8]) -> ArraySlice<UInt8> {
    var rest = cell[...]
    while let first = rest.first, isBlank(first) { rest.removeFirst() }
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }

  /// Whether lines that were split at blanks form a table: all have several cells, and as many as the first or one more.
  private static func isTable(_ rows: [(line: Int, cells: [String])]) -> Bool {
    guard let first = rows.first?.cells.count, let second = rows.dropFirst().first?.cells.count, second > 1 else {
      return false
    }
    return (first...first + 1).contains(second) && rows.dropFirst().allSatisfy { $0.cells.count == second }
  }

  /// The separator that a first line such as "sep=;" names; that line is removed.
  private static func statedSeparator(_ bytes: inout ArraySlice<UInt8>, _ line: inout Int) -> UInt8? {
    let beginning = bytes.prefix { $0 != lineFeed && $0 != carriageReturn }
    guard beginning.count <= 16 else { return nil }
    let text = String(decoding: beginning.filter { $0 != quote && $0 != space }, as: UTF8.self).lowercased()
    guard text.hasPrefix("sep="), let separator = text.utf8.last, text.utf8.count == 5, separator < 0x80 else {
      return nil
    }
    let ends = bytes[beginning.endIndex...].starts(with: [carriageReturn, lineFeed]) ? 2 : 1
    bytes = bytes[beginning.endIndex...].dropFirst(ends)
    line += 1
    return separator
  }

  /// The separator: the first of tab, semicolon and comma that occurs outside of quotes in the first line with text, or else
  /// in the second; nil if none does. If both semicolon and comma occur and only one of them occurs equally often in both
  /// lines (or once more in the second), it is that one: the other is part of a name.
  private static func separator(_ bytes: ArraySlice<UInt8>) -> UInt8? {
    let lines = separatorCounts(bytes)
    for (index, line) in lines.enumerated() {
      let found = separators.filter { line[$0] != nil }
      if found.contains(tab) || found.count == 1 { return found.first }
      let next = index + 1 < lines.count ? lines[index + 1] : [:]
      let agreeing = found.filter { separator in
        let (here, below) = (line[separator] ?? 0, next[separator] ?? 0)
        return below == here || below == here + 1
      }
      if let separator = agreeing.first ?? found.first { return separator }
    }
    return nil
  }

  /// How often each separator occurs in the first two lines with text, outside of quotes.
  private static func separatorCounts(_ bytes: ArraySlice<UInt8>) -> [[UInt8: Int]] {
    var (lines, counts, isQuoted, hasText) = ([[UInt8: Int]](), [UInt8: Int](), false, false)
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, byte == lineFeed || byte == carriageReturn {
        if hasText || !counts.isEmpty { lines.append(counts) }
        if lines.count == 2 { return lines }
        (counts, hasText) = ([:], false)
      } else if !isQuoted, separators.contains(byte) {
        counts[byte, default: 0] += 1
      } else if !isBlank(byte) {
        hasText = true
      }
    }
    return hasText || !counts.isEmpty ? lines + [counts] : lines
  }
}

extension String {
  /// The text without the mark that some editors put before it.
  var withoutByteOrderMark: String {
    unicodeScalars.first == "\u{FEFF}" ? String(String.UnicodeScalarView(unicodeScalars.dropFirst())) : self
  }
}
