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

/// A table of a sweep that cannot be read, or that no figures can be made of.
public enum SweepTableError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A file that cannot be opened or read.
  case unreadable(path: String, reason: String)
  /// A line that is none of a table, counted from 1.
  case damaged(path: String, line: Int, reason: String)
  /// A table that is not what the sweep wrote.
  case changed(path: String)
  /// A column that the table does not have.
  case noColumn(path: String, name: String, columns: [String])
  /// No run at all, or none that the filters let through.
  case noRuns(path: String, filters: [String])
  /// More runs than a median can be taken of in memory.
  case tooManyRuns(path: String, limit: Int)
  /// An axis that the sweep does not have, or that cannot be used as asked.
  case axis(name: String, reason: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path) cannot be read: \(reason). Give the table that a sweep wrote."
    case .damaged(let path, let line, let reason):
      "\(path), line \(line): \(reason). The table is damaged. Remove it, and give the command of the sweep again."
    case .changed(let path):
      """
      \(path) was changed after the sweep had written it: its checksum is not the one in sweep.json. Remove it, and \
      give the command of the sweep again, which computes it anew; or put it back as it was. A table that you want to edit is \
      best copied to another folder.
      """
    case .noColumn(let path, let name, let columns):
      "\(path) has no column '\(name)'. Its columns are \(columns.joined(separator: ", "))."
    case .noRuns(let path, let filters) where filters.isEmpty:
      "There is no run in \(path), so that there is nothing to draw. Let the sweep run first."
    case .noRuns(let path, let filters):
      """
      No run in \(path) has \(filters.joined(separator: " and ")). Choose values that the sweep has, spelled as in the \
      table.
      """
    case .tooManyRuns(let path, let limit):
      "\(path) has more than \(limit) runs to draw at once, which is more than fits in memory. Choose some of them."
    case .axis(let name, let reason):
      "'\(name)' cannot be an axis of the figures: \(reason)"
    }
  }
}

/// What the record of a sweep says of its finished table, so that a table that was changed afterwards is noticed.
///
/// The checksum depends on every byte and on the place of each: a changed digit and two rows in each other's place are found,
/// and so is a file that was cut. It is there for accidents and edits. Somebody who wants to deceive can change the record too.
struct TableMark: Codable, Hashable, Sendable {
  /// The size of the file.
  var bytes: Int
  /// The checksum of the file.
  var checksum: String
}

/// The columns of a sweep's table.
struct SweepColumns: Hashable, Sendable {
  /// Those before the half-rises.
  let leading: [String]

  /// What a run is.
  private static let settings = ["run", "dataset", "seed", "eta", "epsilon", "gamma", "hidden", "epochs"]
  /// What came of it.
  private static let outcomes = [
    "stable_eta", "status", "converged_epoch", "diverged_epoch", "final_loss", "staging_index", "wrong_way_worst",
    "wrong_way_epoch", "wrong_way_epochs",
  ]

  /// The columns of a sweep; what else is varied stands behind the settings that every run has.
  init(_ plan: SweepPlan) {
    leading = Self.settings + Self.further(plan).map(\.name) + Self.outcomes
  }

  /// What is varied beside the settings that have columns of their own.
  static func further(_ plan: SweepPlan) -> [SweepAxis] {
    plan.sharedAxes.filter { !settings.contains($0.name) }
  }

  /// All columns.
  ///
  /// - Parameters:
  ///   - levels: the most levels that a run has.
  ///   - modes: the most modes.
  func all(levels: Int, modes: Int) -> [String] {
    leading + (0..<levels).map { "half_rise_level_\($0)" } + (0..<modes).map { "half_rise_mode_\($0 + 1)" } + ["note"]
  }
}
