internal import Experiments
internal import Support

/// The pieces of a sweep that are there, and where.
struct StoredBlocks {
  /// Rows in a file.
  struct Place: Hashable {
    /// The index of the file.
    var file: Int32
    /// The length in bytes.
    var length: Int32
    /// The first byte.
    var offset: Int
    /// Of the rows alone.
    var checksum: UInt64
    /// The index of the program that stored it.
    var program: Int32
  }

  /// The files, by their paths.
  private(set) var files: [String] = []
  /// The builds of the program that stored something; nil for one that did not say which it is.
  private(set) var programs: [String?] = []
  /// For each piece where it is, nil if it is not there.
  private(set) var places: [Place?]
  /// How many are there.
  private(set) var count = 0
  /// The most levels of a row.
  private(set) var levels = 0
  /// The most modes of a row.
  private(set) var modes = 0

  /// Looks through the parts in a folder. Pieces of another sweep, unfinished and damaged ones do not count; of equal pieces one.
  ///
  /// - Parameters:
  ///   - folder: where the parts are.
  ///   - blocks: the pieces there are.
  ///   - sweep: the checksum of the sweep's record.
  ///   - wanted: the pieces that are asked for; parts that say by their names that they have none of them are not read.
  /// - Throws: ``SweepError/unreadablePart(path:)``; `CancellationError`.
  /// - Complexity: linear in what the parts hold; in memory a few bytes for each piece.
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

  /// The first piece that is found in any part; what else there is is not looked at.
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

  /// Nothing more is to be read.
  private struct Enough: Error {}

  /// The rows of a piece that is there, as they were when it was found.
  ///
  /// - Throws: ``SweepError/unreadablePart(path:)`` for a part that cannot be read, or is not what it was.
  func rows(of block: Int) throws(SweepError) -> [UInt8] {
    guard let place = places[block] else { preconditionFailure("a piece that is there") }
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
      if let mark = BlockMark(line, of: checksum), mark.sweep == sweep, mark.rows == rows, mark.block < blocks.count,
        blocks.runs(of: mark.block).count == rows, let length = Int32(exactly: offset - start)
      {
        if places[mark.block] == nil { count += 1 }
        places[mark.block] = Place(
          file: Int32(index), length: length, offset: start, checksum: checksum.value,
          program: self.index(of: mark.program))
        (levels, modes) = (max(levels, mark.levels), max(modes, mark.modes))
        if count == most { throw Enough() }
      }
      (start, rows, checksum) = (offset + line.count + 1, 0, Checksum())
      try Task.checkCancellation()
    }
  }
}

/// The name of a part: which pieces it may hold, and something that nobody else has chosen.
struct PartName: Hashable {
  /// The pieces that whoever writes it was asked for.
  let blocks: Range<Int>
  /// Hexadecimal digits.
  let mark: String

  /// The name of a new part.
  init(blocks: Range<Int>) {
    self.blocks = blocks
    // On whatever machine: no two processes draw the same.
    var generator = SystemRandomNumberGenerator()
    mark = String(generator.next(), radix: 16)
  }

  /// Reads a name; nil for a file that is no part.
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

/// The lines of a file, one after the other, in little memory.
enum FileLines {
  /// No row is longer: of a hundred thousand modes it has less than a megabyte.
  static let longestLine = 1 << 25

  /// Calls a function with each line that ends, without its end, and with the place of its first byte. What stands behind the
  /// last end of a line is left out, and so is everything behind a line that is longer than ``longestLine``.
  ///
  /// - Returns: whether the file could be read.
  static func forEach(
    _ path: String, _ body: (UnsafeRawBufferPointer, _ offset: Int) throws -> Void
  ) rethrows -> Bool {
    guard let file = FileReader(path) else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    // Where the buffer begins in the file, and how much of it is a line that has not ended yet.
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
      // A line longer than the buffer makes it grow; what has no line ends at all is nothing of ours.
      if held == longestLine { return true }
      if held == buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
    }
  }
}
