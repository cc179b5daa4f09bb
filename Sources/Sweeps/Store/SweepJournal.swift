internal import Experiments
internal import Support

/// Stores the pieces that a process has computed, in its own file that no other process writes.
final class SweepJournal: Sendable {
  private let parts: Folder
  private let blocks: Range<Int>
  private let sweep: String
  private let program: String?
  private let state = Mutex<(file: AppendOnlyFile?, rows: Int)>((nil, 0))

  /// A journal of some pieces of a sweep. The file is created with the first piece.
  ///
  /// - Parameters:
  ///   - folder: the folder of the sweep.
  ///   - blocks: the pieces it may hold.
  ///   - sweep: the checksum of the sweep's record.
  ///   - program: the build of the program that computes them, if known.
  init(in folder: SweepFolder, of blocks: Range<Int>, sweep: String, program: String?) throws {
    (self.blocks, self.sweep, self.program) = (blocks, sweep, program)
    parts = try folder.parts()
  }

  /// Stores the rows of a piece.
  ///
  /// - Returns: the number of rows added so far.
  /// - Throws: `FileError` if they cannot be written; then the piece does not count.
  func add(_ rows: String, of block: Int) throws -> Int {
    let mark = BlockFooter(block: block, rows: rows, sweep: sweep, program: program)
    return try state.withLock { state in
      let file = try state.file ?? newFile()
      state.file = file
      try file.append("\(rows)\(mark.text)\n")
      state.rows += mark.rows
      return state.rows
    }
  }

  private func newFile() throws -> AppendOnlyFile {
    try AppendOnlyFile(PartName(blocks: blocks).text, in: parts)
  }

  /// Waits until all pieces would survive a crash of the system.
  func sync() throws {
    try state.withLock { try $0.file?.sync() }
  }
}

/// The line after each piece in a part of a sweep: without it, or with another checksum, the piece does not count.
struct BlockFooter: Hashable {
  /// The piece.
  let block: Int
  /// The number of its rows.
  let rows: Int
  /// The most levels of a row.
  let levels: Int
  /// The most modes of a row.
  let modes: Int
  /// The most numbers on phases of a row.
  let phases: Int
  /// The checksum of the sweep's record.
  let sweep: String
  /// The build of the program that computed the rows; nil if unknown.
  let program: String?
  /// The checksum of the rows with their line breaks, and of the mark up to the checksum.
  let checksum: String

  /// The line, without its line break.
  var text: String { "\(signed) checksum \(checksum)" }

  private let signed: String

  /// The mark of some rows.
  init(block: Int, rows: String, sweep: String, program: String? = nil) {
    var (count, levels, modes, phases) = (0, 0, 0, 0)
    for line in rows.utf8.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      count += 1
      levels = max(levels, Self.listLength(fields[fields.count - 4]))
      modes = max(modes, Self.listLength(fields[fields.count - 3]))
      phases = max(phases, Self.listLength(fields[fields.count - 2]))
    }
    self.init(
      block: block, rows: count, levels: levels, modes: modes, phases: phases, sweep: sweep, program: program,
      of: Checksum(rows))
  }

  private init(
    block: Int, rows: Int, levels: Int, modes: Int, phases: Int, sweep: String, program: String?,
    of checksum: Checksum
  ) {
    (self.block, self.rows, self.levels, self.modes, self.phases) = (block, rows, levels, modes, phases)
    self.sweep = sweep
    self.program = program
    signed =
      "# block \(block) rows \(rows) levels \(levels) modes \(modes) phases \(phases) sweep \(sweep)"
      + (program.map { " program \($0)" } ?? "")
    var checksum = checksum
    checksum.add(signed.utf8)
    self.checksum = checksum.text
  }

  private static func listLength(_ field: some Collection<UInt8>) -> Int {
    field.isEmpty ? 0 : field.reduce(1) { $0 + ($1 == UInt8(ascii: ",") ? 1 : 0) }
  }

  /// Reads the mark of rows; nil for any other line, or the mark of other rows.
  ///
  /// - Parameter rows: the checksum of the rows before it.
  init?(_ line: UnsafeRawBufferPointer, of rows: Checksum) {
    guard line.first == UInt8(ascii: "#"), line.count < 400 else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    let words = text.split(separator: " ")
    // The build of the program is not always known.
    guard words.count == 15 || words.count == 17, let block = Int(words[2]), let count = Int(words[4]),
      let levels = Int(words[6]), let modes = Int(words[8]), let phases = Int(words[10]), block >= 0, count > 0,
      levels >= 0, modes >= 0, phases >= 0
    else { return nil }
    self.init(
      block: block, rows: count, levels: levels, modes: modes, phases: phases, sweep: String(words[12]),
      program: words.count == 17 ? String(words[14]) : nil, of: rows)
    guard self.text == text else { return nil }
  }
}
