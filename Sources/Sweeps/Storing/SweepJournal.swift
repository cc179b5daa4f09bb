internal import Experiments
internal import Synchronization

/// Where a process keeps the pieces that it has computed: a file of its own, which nobody else writes.
final class SweepJournal: Sendable {
  private let folder: SweepFolder
  private let sweep: String
  private let state = Mutex<(file: GrowingFile?, rows: Int)>((nil, 0))

  /// A journal of a sweep, given by the checksum of its record. The file is made with the first piece.
  init(in folder: SweepFolder, sweep: String) throws {
    (self.folder, self.sweep) = (folder, sweep)
    try FileSystem.makeDirectory(folder.partsPath)
  }

  /// Keeps the rows of a piece.
  ///
  /// - Returns: how many rows have been added so far.
  /// - Throws: `RunDirectoryError` where they cannot be written; then nothing of them counts.
  func add(_ rows: String, of block: Int) throws -> Int {
    let mark = BlockMark(block: block, rows: rows, sweep: sweep)
    return try state.withLock { state in
      let file = try state.file ?? newFile()
      state.file = file
      try file.append("\(rows)\(mark.text)\n")
      state.rows += mark.rows
      return state.rows
    }
  }

  private func newFile() throws -> GrowingFile {
    // A name that no other process takes, on whatever machine.
    var generator = SystemRandomNumberGenerator()
    let name = String(generator.next(), radix: 16)
    return try GrowingFile("\(folder.partsPath)/\(StoredBlocks.prefix)\(name).tsv")
  }

  /// Waits until all pieces would outlive a fall of the system.
  func sync() throws {
    try state.withLock { try $0.file?.sync() }
  }
}
