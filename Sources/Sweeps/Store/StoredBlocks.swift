internal import Experiments
internal import Support

/// The stored pieces of a sweep, and where they are.
struct StoredBlocks {
  /// Rows in a file.
  struct Place: Hashable {
    /// The index of the file.
    var file: Int32
    /// The length in bytes.
    var length: Int32
    /// The first byte.
    var offset: Int
    /// The checksum of the rows alone.
    var checksum: UInt64
    /// The index of the program that stored it.
    var program: Int32
  }

  /// The files, by their paths.
  private(set) var files: [String] = []
  /// The builds of the program that stored pieces; nil for an unknown build.
  private(set) var programs: [String?] = []
  /// The place of each piece; nil if it is missing.
  private(set) var places: [Place?]
  /// The number of stored pieces.
  private(set) var count = 0
  /// The most levels of a row.
  private(set) var levels = 0
  /// The most modes of a row.
  private(set) var modes = 0
  /// The most numbers on phases of a run.
  private(set) var phases = 0

  /// Reads the parts in a folder. Pieces of another sweep, unfinished and damaged pieces are ignored; equal pieces count once.
  ///
  /// - Parameters:
  ///   - folder: the folder of the parts.
  ///   - blocks: the number of pieces of the sweep.
  ///   - sweep: the checksum of the sweep's record.
  ///   - wanted: the requested pieces; parts whose names exclude them are not read.
  /// - Throws: ``SweepError/unreadablePart(path:)``; `CancellationError`.
  /// - Complexity: linear in the size of the parts; a few bytes of memory for each piece.
  init(in folder: String, blocks: SweepBlocks, sweep: String, of wanted: Range<Int>? = nil) throws {
    places = Array(repeating: nil, count: blocks.count)
    guard let names = FileSystem.listing(folder) else { throw SweepError.unreadablePart(path: folder) }
    for name in names.sorted() {
      guard let part = PartName(name), part.blocks.overlaps(wanted ?? 0..<blocks.count) else { continue }
      files.append("\(folder)/\(name)")
      guard try add(files.count - 1, blocks, sweep) else {
        throw SweepError.unreadablePart(path: files[files.count - 1])
      }
    }
  }

  /// Finds the first piece in any part and ignores all others.
  ///
  /// - Throws: as ``init(in:blocks:sweep:of:)``.
  init(oneIn folder: String, blocks: SweepBlocks, sweep: String) throws {
    places = Array(repeating: nil, count: blocks.count)
    for name in (FileSystem.listing(folder) ?? []).sorted() where PartName(name) != nil {
      files.append("\(folder)/\(name)")
      do {
        _ = try add(files.count - 1, blocks, sweep, upTo: 1)
      } catch is Enough {
        return
      }
    }
  }

  /// Nothing more needs to be read.
  private struct Enough: Error {}

  /// The rows of a stored piece, unchanged since it was found.
  ///
  /// - Throws: ``SweepError/unreadablePart(path:)`` for a part that cannot be read or was changed.
  func rows(of block: Int) throws(SweepError) -> [UInt8] {
    guard let place = places[block] else { preconditionFailure("the piece must be stored") }
    let path = files[Int(place.file)]
    guard let file = FileReader(path) else { throw .unreadablePart(path: path) }
    var rows = [UInt8](repeating: 0, count: Int(place.length))
    let read = rows.withUnsafeMutableBytes { file.read(into: $0, at: place.offset) }
    var checksum = Checksum()
    checksum.add(rows)
    guard read == rows.count, checksum.value == place.checksum else { throw .unreadablePart(path: path) }
    return rows
  }

  private mutating func index(of program: String?) -> Int32 {
    if let known = programs.firstIndex(of: program) { return Int32(known) }
    programs.append(program)
    return Int32(programs.count - 1)
  }

  private mutating func add(
    _ index: Int, _ blocks: SweepBlocks, _ sweep: String, upTo most: Int = .max
  ) throws -> Bool {
    var (start, rows, checksum) = (0, 0, Checksum())
    return try FileLines.forEach(files[index]) { line, offset in
      guard line.first == UInt8(ascii: "#") else {
        rows += 1
        checksum.add(line)
        checksum.add(CollectionOfOne(UInt8(ascii: "\n")))
        return
      }
      if let mark = BlockFooter(line, of: checksum), mark.sweep == sweep, mark.rows == rows, mark.block < blocks.count,
        blocks.runs(of: mark.block).count == rows, let length = Int32(exactly: offset - start)
      {
        if places[mark.block] == nil { count += 1 }
        places[mark.block] = Place(
          file: Int32(index), length: length, offset: start, checksum: checksum.value,
          program: self.index(of: mark.program))
        (levels, modes) = (max(levels, mark.levels), max(modes, mark.modes))
        phases = max(phases, mark.phases)
        if count == most { throw Enough() }
      }
      (start, rows, checksum) = (offset + line.count + 1, 0, Checksum())
      try Task.checkCancellation()
    }
  }
}

/// The name of a part: the pieces it may hold, and a unique mark.
struct PartName: Hashable {
  /// The pieces that its writer was asked for.
  let blocks: Range<Int>
  /// Hexadecimal digits.
  let mark: String

  /// The name of a new part.
  init(blocks: Range<Int>) {
    self.blocks = blocks
    // Random, so that no two processes on any machines use the same.
    var generator = SystemRandomNumberGenerator()
    mark = String(generator.next(), radix: 16)
  }

  /// Reads a name; nil for a file that is not a part.
  init?(_ name: String) {
    guard name.hasPrefix("part-"), name.hasSuffix(".tsv") else { return nil }
    let parts = name.dropLast(4).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 4, let first = Int(parts[1]), let end = Int(parts[2]), 0 <= first, first < end,
      UInt64(parts[3], radix: 16) != nil
    else { return nil }
    blocks = first..<end
    mark = String(parts[3])
  }

  /// The name.
  var text: String { "part-\(blocks.lowerBound)-\(blocks.upperBound)-\(mark).tsv" }
}

/// Reads a file line by line, in little memory.
enum FileLines {
  /// No row is longer: with a hundred thousand modes it has less than a megabyte.
  static let longestLine = 1 << 25

  /// Calls a function with each complete line, without its line break, and with the offset of its first byte. An incomplete
  /// last line is left out, and so is everything after a line longer than ``longestLine``.
  ///
  /// - Returns: whether the file could be read.
  static func forEach(
    _ path: String, _ body: (UnsafeRawBufferPointer, _ offset: Int) throws -> Void
  ) rethrows -> Bool {
    guard let file = FileReader(path) else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    // The buffer's offset in the file, and how much of it is an incomplete line.
    var (start, held) = (0, 0)
    while true {
      let read = buffer.withUnsafeMutableBytes { bytes in
        file.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[held...]), at: start + held)
      }
      guard let read else { return false }
      let filled = held + read
      var lineStart = 0
      try buffer.withUnsafeBytes { bytes in
        while let end = bytes[lineStart..<filled].firstIndex(of: UInt8(ascii: "\n")) {
          try body(UnsafeRawBufferPointer(rebasing: bytes[lineStart..<end]), start + lineStart)
          lineStart = end + 1
        }
      }
      if read == 0 { return true }
      held = filled - lineStart
      start += lineStart
      buffer.withUnsafeMutableBytes { bytes in
        for index in 0..<held { bytes[index] = bytes[lineStart + index] }
      }
      // The buffer grows for a longer line; a file without line breaks is not one of ours.
      if held == longestLine { return true }
      if held == buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
    }
  }
}
