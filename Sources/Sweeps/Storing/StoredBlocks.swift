internal import Experiments

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
  }

  /// The files, by their paths.
  private(set) var files: [String] = []
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
  /// - Complexity: linear in what the parts hold; in memory a few bytes for each piece.
  init(in folder: String, blocks: SweepBlocks, sweep: String) {
    places = Array(repeating: nil, count: blocks.count)
    for name in FileSystem.entries(folder).sorted() where name.hasPrefix(Self.prefix) && name.hasSuffix(".tsv") {
      files.append("\(folder)/\(name)")
      add(files.count - 1, blocks, sweep)
    }
  }

  /// How the names of parts begin.
  static let prefix = "part-"

  private mutating func add(_ index: Int, _ blocks: SweepBlocks, _ sweep: String) {
    var (start, rows, checksum) = (0, 0, Checksum())
    _ = FileLines.forEach(files[index]) { line, offset in
      guard line.first == UInt8(ascii: "#") else {
        rows += 1
        checksum.add(line)
        checksum.add(CollectionOfOne(UInt8(ascii: "\n")))
        return
      }
      if let mark = BlockMark(line), mark.sweep == sweep, mark.checksum == checksum.text, mark.rows == rows,
        mark.block < blocks.count, blocks.runs(of: mark.block).count == rows,
        let length = Int32(exactly: offset - start)
      {
        if places[mark.block] == nil { count += 1 }
        places[mark.block] = Place(file: Int32(index), length: length, offset: start)
        (levels, modes) = (max(levels, mark.levels), max(modes, mark.modes))
      }
      (start, rows, checksum) = (offset + line.count + 1, 0, Checksum())
    }
  }
}
