/// A number that follows from every byte of a text, to tell whole pieces from damaged ones.
///
/// Fowler, Noll and Vo's FNV-1a with 64 bits: not proof against malice, which a folder of results need not be.
struct Checksum: Hashable {
  /// The number so far.
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds bytes.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    var value = value
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.value = value
  }

  /// The checksum of a text.
  init(_ text: String) { add(text.utf8) }

  /// The checksum of nothing yet.
  init() {}

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
