internal import Experiments
internal import Gnuplot
internal import Support

/// The program that is running, told apart from one that was built from other sources.
enum RunningProgram {
  /// A checksum of the program's file, plugins and all; nil where the file cannot be read.
  ///
  /// The same on every machine that runs the same file. Two builds may differ here and compute the same numbers all the same.
  static let checksum: String? = {
    // The file that was started, even where another one has taken its place since.
    if let checksum = checksum(of: "/proc/self/exe") { return checksum }
    let name = CommandLine.arguments.first ?? ""
    return (name.contains("/") ? name : ExecutableSearch.path(of: name)).flatMap { checksum(of: $0) }
  }()

  /// A checksum of a file; nil for one that cannot be read.
  ///
  /// As FNV-1a, but eight bytes at a time: a program has tens of megabytes, and every command begins with this. The high half
  /// is folded into the low one, because a product carries differences upwards only.
  static func checksum(of path: String) -> String? {
    guard let file = FileReader(path) else { return nil }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 8)
    defer { buffer.deallocate() }
    let words = buffer.bindMemory(to: UInt64.self)
    guard let first = words.baseAddress else { return nil }
    var (value, offset) = (UInt64(file.size), 0)
    while let count = file.read(into: buffer, at: offset) {
      if count == 0 { return String(value, radix: 16) }
      for index in count..<(count + 7) / 8 * 8 { buffer[index] = 0 }
      var index = 0
      while index < (count + 7) / 8 {
        value = (value ^ first[index]) &* 0x100_0000_01b3
        value ^= value >> 32
        index += 1
      }
      offset += count
    }
    return nil
  }
}
