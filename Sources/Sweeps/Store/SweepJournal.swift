internal import Experiments
internal import Support
internal import Synchronization

/// Where a process keeps the pieces that it has computed: a file of its own, which nobody else writes.
final class SweepJournal: Sendable {
  private let parts: Folder
  private let blocks: Range<Int>
  private let sweep: String
  private let program: String?
  private let state = Mutex<(file: GrowingFile?, rows: Int)>((nil, 0))

  /// A journal of some pieces of a sweep. The file is made with the first piece.
  ///
  /// - Parameters:
  ///   - folder: the folder of the sweep.
  ///   - blocks: the pieces it may hold.
  ///   - sweep: the checksum of the sweep's record.
  ///   - program: which build of the program computes them, if that is known.
  init(in folder: SweepFolder, of blocks: Range<Int>, sweep: String, program: String?) throws {
    (self.blocks, self.sweep, self.program) = (blocks, sweep, program)
    parts = try folder.parts()
  }

  /// Keeps the rows of a piece.
  ///
  /// - Returns: how many rows have been added so far.
  /// - Throws: `FileError` where they cannot be written; then nothing of them counts.
  func add(_ rows: String, of block: Int) throws -> Int {
    let mark = BlockMark(block: block, rows: rows, sweep: sweep, program: program)
    return try state.withLock { state in
      let file = try state.file ?? newFile()
      state.file = file
      try file.append("\(rows)\(mark.text)\n")
      state.rows += mark.rows
      return state.rows
    }
  }

  private func newFile() throws -> GrowingFile {
    try GrowingFile(PartName(blocks: blocks).text, in: parts)
  }

  /// Waits until all pieces would outlive a fall of the system.
  func sync() throws {
    try state.withLock { try $0.file?.sync() }
  }
}
