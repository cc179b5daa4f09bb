internal import Experiments
internal import LearningDynamics
internal import Support

/// Merges the parts into the table.
struct SweepTableWriter {
  private let columns: SweepColumns
  private let blocks: SweepBlocks
  private let stored: StoredBlocks

  /// A writer for a sweep whose pieces are all stored.
  init(_ plan: SweepPlan, _ blocks: SweepBlocks, _ stored: StoredBlocks) {
    columns = SweepColumns(plan)
    self.blocks = blocks
    self.stored = stored
  }

  /// Writes the table completely or not at all.
  ///
  /// - Parameters:
  ///   - path: the path of the table.
  ///   - afterEach: called after each piece.
  ///   - beforeNaming: called with size and checksum of the table when it is written, before it gets its name.
  /// - Throws: `FileError`, `RunDirectoryError`, `CancellationError`, ``SweepError/unreadablePart(path:)`` for a part that
  ///   cannot be read or was changed.
  /// - Complexity: linear in the number of runs; memory for one piece.
  func write(
    to path: String, afterEach: (Int) -> Void = { _ in }, beforeNaming: (TableMark) throws -> Void
  ) throws {
    let (folder, name) = try FileSystem.place(path)
    try folder.write(name) { write in
      let header = columns.all(levels: stored.levels, modes: stored.modes, phases: stored.phases)
      var text = Array((header.joined(separator: "\t") + "\n").utf8)
      var written = 0
      var (bytes, checksum) = (0, Checksum())
      for block in 0..<blocks.count {
        try Task.checkCancellation()
        let rows = try stored.rows(of: block).split(separator: UInt8(ascii: "\n"))
        for row in rows { add(row, to: &text) }
        written += rows.count
        if text.count > 1 << 20 {
          bytes += text.count
          text.withUnsafeBufferPointer { checksum.add($0) }
          try write(text)
          text.removeAll(keepingCapacity: true)
        }
        afterEach(block)
      }
      // The parts are removed after this, so the table must be complete, whatever happened to them.
      guard written == blocks.runs else { throw SweepError.unreadablePart(path: path) }
      bytes += text.count
      text.withUnsafeBufferPointer { checksum.add($0) }
      try write(text)
      try beforeNaming(TableMark(bytes: bytes, checksum: checksum.text))
    }
  }

  /// Adds a row: the lists of half-rises become columns, as many as the longest list needs.
  private func add(_ row: ArraySlice<UInt8>, to text: inout [UInt8]) {
    let tab = UInt8(ascii: "\t")
    // The four fields after the last tabs: levels, modes, phases, note.
    var ends: [Int] = []
    var place = row.endIndex
    while ends.count < 4, place > row.startIndex {
      place -= 1
      if row[place] == tab { ends.append(place) }
    }
    guard ends.count == 4 else { preconditionFailure("a row has its four last fields") }
    text += row[..<ends[3]]
    text.append(tab)
    Self.add(row[ends[3] + 1..<ends[2]], count: stored.levels, to: &text)
    Self.add(row[ends[2] + 1..<ends[1]], count: stored.modes, to: &text)
    Self.add(row[ends[1] + 1..<ends[0]], count: stored.phases, to: &text)
    text += row[(ends[0] + 1)...]
    text.append(UInt8(ascii: "\n"))
  }

  /// Adds a list as a number of fields, each followed by a tab.
  private static func add(_ list: ArraySlice<UInt8>, count: Int, to text: inout [UInt8]) {
    var fields = 0
    if !list.isEmpty {
      fields = 1
      for byte in list {
        let isSeparator = byte == UInt8(ascii: ",")
        if isSeparator { fields += 1 }
        text.append(isSeparator ? UInt8(ascii: "\t") : byte)
      }
      text.append(UInt8(ascii: "\t"))
    }
    for _ in fields..<max(fields, count) { text += "NaN\t".utf8 }
  }
}
