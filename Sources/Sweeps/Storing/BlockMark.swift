internal import Experiments

/// The line behind each piece in a part of a sweep: without it, or with another checksum, the piece does not count.
struct BlockMark: Hashable {
  /// The piece.
  let block: Int
  /// How many rows it has.
  let rows: Int
  /// The most levels of a row.
  let levels: Int
  /// The most modes of a row.
  let modes: Int
  /// Of the rows with their line ends.
  let checksum: String
  /// Of the sweep's record.
  let sweep: String

  /// The line, without its end.
  var text: String {
    "# block \(block) rows \(rows) levels \(levels) modes \(modes) checksum \(checksum) sweep \(sweep)"
  }

  /// The mark of some rows.
  init(block: Int, rows: String, sweep: String) {
    var (count, levels, modes) = (0, 0, 0)
    for line in rows.utf8.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      count += 1
      levels = max(levels, Self.listLength(fields[fields.count - 3]))
      modes = max(modes, Self.listLength(fields[fields.count - 2]))
    }
    self.block = block
    self.rows = count
    (self.levels, self.modes) = (levels, modes)
    checksum = Checksum(rows).text
    self.sweep = sweep
  }

  private static func listLength(_ field: some Collection<UInt8>) -> Int {
    field.isEmpty ? 0 : field.reduce(1) { $0 + ($1 == UInt8(ascii: ",") ? 1 : 0) }
  }

  /// Reads a line; nil for one that is none.
  init?(_ line: UnsafeRawBufferPointer) {
    guard line.first == UInt8(ascii: "#"), line.count < 400 else { return nil }
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard words.count == 13, words[1] == "block", words[3] == "rows", words[5] == "levels", words[7] == "modes",
      words[9] == "checksum", words[11] == "sweep", let block = Int(words[2]), let rows = Int(words[4]),
      let levels = Int(words[6]), let modes = Int(words[8]), block >= 0, rows > 0, levels >= 0, modes >= 0
    else { return nil }
    (self.block, self.rows, self.levels, self.modes) = (block, rows, levels, modes)
    (checksum, sweep) = (String(words[10]), String(words[12]))
  }
}
