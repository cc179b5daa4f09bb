/// A number that follows from every byte of a text, to tell one content from another, and whole pieces from damaged ones.
///
/// Fowler, Noll and Vo's FNV-1a with 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/): not proof against malice, which a
/// folder of results need not be.
package struct Checksum: Hashable, Sendable {
  /// The number so far.
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds bytes.
  package mutating func add(_ bytes: some Sequence<UInt8>) {
    var value = value
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.value = value
  }

  /// Adds bytes, of which there may be very many.
  package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    var value = value
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.value = value
  }

  /// The checksum of a text.
  package init(_ text: String) { add(text.utf8) }

  /// The checksum of nothing yet.
  package init() {}

  /// Sixteen hexadecimal digits.
  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
