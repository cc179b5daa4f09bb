internal import Experiments
internal import Support

/// The table of a sweep, read row by row: a header line, then a line for each run, cells separated by tabs.
///
/// The file is never in memory as a whole; a million rows take about a second.
package struct SweepTable: Sendable {
  /// The file.
  package let path: String
  /// The names of the columns.
  package let columns: [String]
  /// What the whole file should be, if that is known.
  private(set) var mark: TableMark?

  /// Room for a block of the file; no line may be longer.
  private static let blockSize = 1 << 20

  /// Opens a table and reads its header.
  ///
  /// - Throws: ``SweepTableError``.
  package init(_ path: String) throws {
    var header: [String]?
    try Self.read(path, line: { 1 }) { base, filled in
      guard let end = UnsafeBufferPointer(start: base, count: filled).firstIndex(of: UInt8(ascii: "\n")) else {
        return .more
      }
      let line = UnsafeBufferPointer(start: base, count: end)
      header = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      return .enough
    }
    guard let header, header != [""] else {
      throw SweepTableError.damaged(path: path, line: 1, reason: "there is no header")
    }
    if let twice = header.indices.first(where: { header[..<$0].contains(header[$0]) }) {
      throw SweepTableError.damaged(path: path, line: 1, reason: "two columns are named '\(header[twice])'")
    }
    self.path = path
    columns = header
  }

  /// The same table, of which it is known what it should be.
  func expecting(_ mark: TableMark?) -> SweepTable {
    var table = self
    table.mark = mark
    return table
  }

  /// The index of a column that must be there.
  package func column(_ name: String) throws(SweepTableError) -> Int {
    guard let index = columns.firstIndex(of: name) else {
      throw .noColumn(path: path, name: name, columns: columns)
    }
    return index
  }

  /// Hands over each row below the header, in the order of the file.
  ///
  /// - Parameters:
  ///   - isChecked: whether the whole file is compared with what it should be, as far as that is known: what was made of
  ///     rows before an error counts for nothing.
  ///   - body: must not keep the row, whose bytes are overwritten afterwards.
  /// - Throws: ``SweepTableError`` for lines with another number of cells than the header, a file that ends within a
  ///   line, and one that was changed; `CancellationError`; and what the body throws.
  /// - Complexity: linear in the size of the file; memory for one block.
  package func forEachRow(checked isChecked: Bool = false, _ body: (borrowing SweepRow) throws -> Void) throws {
    let count = columns.count
    let ends = UnsafeMutablePointer<Int>.allocate(capacity: count)
    defer { ends.deallocate() }
    let mark = isChecked ? mark : nil
    var (bytes, checksum) = (0, Checksum())
    var line = 1
    try Self.read(path, line: { line }) { base, filled in
      var (start, cursor, field) = (0, 0, 0)
      while cursor < filled {
        let byte = base[cursor]
        if byte <= 10, byte >= 9 {
          if field < count { ends[field] = cursor }
          field += 1
          if byte == 10 {
            if line > 1 || field != count {
              guard field == count else {
                throw damage(line, "\(field) cells stand below \(count) names")
              }
              try body(SweepRow(base: base, start: start, ends: ends, line: line))
            }
            line += 1
            start = cursor + 1
            field = 0
          }
        }
        cursor += 1
      }
      if mark != nil {
        bytes += start
        checksum.add(UnsafeBufferPointer(start: base, count: start))
      }
      return .read(start)
    }
    guard mark.map({ $0 == TableMark(bytes: bytes, checksum: checksum.text) }) ?? true else {
      throw SweepTableError.changed(path: path)
    }
  }

  /// The number in a column of a row; NaN where there is none.
  ///
  /// - Throws: ``SweepTableError/damaged(path:line:reason:)`` for what is no number.
  @inline(__always)
  package func number(_ row: borrowing SweepRow, _ column: Int) throws -> Double {
    let bytes = row[column]
    guard let value = DecimalText.number(bytes) else {
      let text = String(decoding: bytes.prefix(40), as: UTF8.self)
      throw damage(row.line, "\(text.debugDescription) in the column '\(columns[column])' is not a number")
    }
    return value
  }

  package func damage(_ line: Int, _ reason: String) -> SweepTableError {
    .damaged(path: path, line: line, reason: reason)
  }

  /// What became of a block.
  private enum Progress {
    /// It was read up to a place, where the next line begins.
    case read(Int)
    /// It is too short.
    case more
    /// No more is needed.
    case enough
  }

  /// Reads a file in blocks, each beginning with what was left of the one before.
  private static func read(
    _ path: String, line: () -> Int, _ body: (UnsafeMutablePointer<UInt8>, Int) throws -> Progress
  ) throws {
    guard let file = FileReader(path) else {
      throw SweepTableError.unreadable(
        path: path, reason: FileSystem.exists(path) ? "it is no ordinary file, or may not be read" : "it is not there")
    }
    let base = UnsafeMutablePointer<UInt8>.allocate(capacity: blockSize)
    defer { base.deallocate() }
    var (filled, offset) = (0, 0)
    while true {
      if filled == blockSize { throw damageOf(path, line(), "it is longer than any that a sweep writes") }
      let room = UnsafeMutableRawBufferPointer(start: base + filled, count: blockSize - filled)
      guard let count = file.read(into: room, at: offset) else {
        throw SweepTableError.unreadable(path: path, reason: "reading failed")
      }
      offset += count
      if count == 0 { break }
      filled += count
      if Task.isCancelled { throw CancellationError() }
      switch try body(base, filled) {
      case .enough: return
      case .more: break
      case .read(let end):
        base.update(from: base + end, count: filled - end)
        filled -= end
      }
    }
    if filled > 0 { throw damageOf(path, line(), "the file ends within the line") }
  }

  private static func damageOf(_ path: String, _ line: Int, _ reason: String) -> SweepTableError {
    .damaged(path: path, line: line, reason: reason)
  }
}

/// A row of a sweep's table while it is being read.
package struct SweepRow: ~Copyable {
  fileprivate let base: UnsafeMutablePointer<UInt8>
  fileprivate let start: Int
  fileprivate let ends: UnsafeMutablePointer<Int>
  /// Its line in the file, from 1.
  package let line: Int

  /// The bytes in a column; valid as long as the row is.
  @inline(__always)
  package subscript(column: Int) -> UnsafeBufferPointer<UInt8> {
    let first = column == 0 ? start : ends[column - 1] + 1
    return UnsafeBufferPointer(start: base + first, count: ends[column] - first)
  }
}
