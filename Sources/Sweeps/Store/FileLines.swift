internal import Experiments
internal import Support

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
