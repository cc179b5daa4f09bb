internal import Experiments
internal import Support

/// The table of a sweep, read row by row: a header line, then a line for each run, cells separated by tabs.
///
/// The file is never in memory as a whole; reading a million rows takes about a second.
package struct SweepTable: Sendable {
  /// The file.
  package let path: String
  /// The names of the columns.
  package let columns: [String]
  /// The expected size and checksum of the file, if known.
  private(set) var mark: TableMark?

  /// The size of a block of the file; no line may be longer.
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
      throw SweepTableError.damaged(path: path, line: 1, reason: "the header is missing")
    }
    if let twice = header.indices.first(where: { header[..<$0].contains(header[$0]) }) {
      throw SweepTableError.damaged(path: path, line: 1, reason: "two columns are named '\(header[twice])'")
    }
    self.path = path
    columns = header
  }

  /// The same table with an expected size and checksum.
  func expecting(_ mark: TableMark?) -> SweepTable {
    var table = self
    table.mark = mark
    return table
  }

  /// The index of a column that must exist.
  package func column(_ name: String) throws(SweepTableError) -> Int {
    guard let index = columns.firstIndex(of: name) else {
      throw .noColumn(path: path, name: name, columns: columns)
    }
    return index
  }

  /// Calls a function with each row below the header, in the order of the file.
  ///
  /// - Parameters:
  ///   - isChecked: whether the whole file is compared with its expected checksum, if known: discard all results if this
  ///     throws.
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
                throw damage(line, "found \(field) cells instead of \(count)")
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

  /// The number in a column of a row; may be NaN.
  ///
  /// - Throws: ``SweepTableError/damaged(path:line:reason:)`` for text that is not a number.
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

  /// The outcome of reading a block.
  private enum Progress {
    /// It was read up to an offset, where the next line begins.
    case read(Int)
    /// It is too short.
    case more
    /// No more is needed.
    case enough
  }

  /// Reads a file in blocks, each beginning with the unread rest of the one before.
  private static func read(
    _ path: String, line: () -> Int, _ body: (UnsafeMutablePointer<UInt8>, Int) throws -> Progress
  ) throws {
    guard let file = FileReader(path) else {
      throw SweepTableError.unreadable(
        path: path, reason: FileSystem.exists(path) ? "not a regular file, or permission denied" : "file not found")
    }
    let base = UnsafeMutablePointer<UInt8>.allocate(capacity: blockSize)
    defer { base.deallocate() }
    var (filled, offset) = (0, 0)
    while true {
      if filled == blockSize { throw damageOf(path, line(), "the line is too long") }
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

/// A table of a sweep that cannot be read or drawn.
public enum SweepTableError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A file that cannot be opened or read.
  case unreadable(path: String, reason: String)
  /// An invalid line, counted from 1.
  case damaged(path: String, line: Int, reason: String)
  /// A table that is not what the sweep wrote.
  case changed(path: String)
  /// A column that the table does not have.
  case noColumn(path: String, name: String, columns: [String])
  /// No runs, or none that matches the filters.
  case noRuns(path: String, filters: [String])
  /// More runs than fit into memory to take medians.
  case tooManyRuns(path: String, limit: Int)
  /// An axis that the sweep does not have, or that cannot be used as asked.
  case axis(name: String, reason: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path) cannot be read: \(reason). Give the table that a sweep wrote."
    case .damaged(let path, let line, let reason):
      "\(path), line \(line): \(reason). The table is damaged. Remove it and run the sweep again."
    case .changed(let path):
      """
      \(path) was changed after the sweep had written it: its checksum is not the one in sweep.json. Remove it and \
      run the sweep again, or restore it. To edit a table, copy it to another folder.
      """
    case .noColumn(let path, let name, let columns):
      "\(path) has no column '\(name)'. Its columns are \(columns.joined(separator: ", "))."
    case .noRuns(let path, let filters) where filters.isEmpty:
      "\(path) has no runs, so there is nothing to draw. Run the sweep first."
    case .noRuns(let path, let filters):
      """
      No run in \(path) has \(filters.joined(separator: " and ")). Choose values that the sweep has, spelled as in the \
      table.
      """
    case .tooManyRuns(let path, let limit):
      "\(path) has more than \(limit) runs to draw, which do not fit into memory. Choose some of them."
    case .axis(let name, let reason):
      "'\(name)' cannot be an axis of the figures: \(reason)"
    }
  }
}

/// Size and checksum of a finished table, kept in the record of a sweep to detect later changes.
///
/// The checksum depends on every byte and its position: it detects changed digits, swapped rows and truncated files. It
/// protects against accidents and edits, not against someone who changes the record, too.
struct TableMark: Codable, Hashable, Sendable {
  /// The size of the file.
  var bytes: Int
  /// The checksum of the file.
  var checksum: String
}

/// The columns of a sweep's table.
struct SweepColumns: Hashable, Sendable {
  /// The columns before the half-rises.
  let leading: [String]

  /// The settings of a run.
  private static let settings = ["run", "dataset", "seed", "eta", "epsilon", "gamma", "hidden", "epochs"]
  /// The results of a run.
  private static let outcomes = [
    "stable_eta", "status", "converged_epoch", "diverged_epoch", "final_loss", "staging_index", "wrong_side_worst",
    "wrong_side_epoch", "wrong_side_epochs", "kernel_movement", "hidden_movement",
    "test_error_least", "test_error_epoch", "test_error_final",
  ]

  /// The columns of a sweep; other varied settings come after the settings that every run has.
  init(_ plan: SweepPlan) {
    leading = Self.settings + Self.further(plan).map(\.name) + Self.outcomes
  }

  /// The varied settings that not every table has a column for.
  static func further(_ plan: SweepPlan) -> [SweepAxis] {
    (plan.sharedAxes + plan.ownAxes).filter { !settings.contains($0.name) }
  }

  /// All columns.
  ///
  /// - Parameters:
  ///   - levels: the most levels that a run has.
  ///   - modes: the most modes.
  ///   - phases: the most numbers on phases after the first, ``phase`` for each.
  func all(levels: Int, modes: Int, phases: Int) -> [String] {
    leading + (0..<levels).map { "half_rise_level_\($0)" } + (0..<modes).map { "half_rise_mode_\($0 + 1)" }
      + (0..<phases / Self.phase.count).flatMap { index in Self.phase.map { "phase\(index + 2)_\($0)" } } + ["note"]
  }

  /// What a table says of each phase after the first: how long it lasted, and at its end the mean loss of the old items against what
  /// they were taught before, and that of the new items.
  static let phase = ["epochs", "old_loss", "new_loss"]
}
