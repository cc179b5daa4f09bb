/// What goes into a file.
package enum FileContent: Hashable, Sendable {
  /// Text, in UTF-8.
  case text(String)
  /// Anything.
  case bytes([UInt8])

  /// Calls a function with the bytes.
  func withBytes<Answer>(_ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer {
    switch self {
    case .text(var text): text.withUTF8(body)
    case .bytes(let bytes): bytes.withUnsafeBufferPointer(body)
    }
  }
}
