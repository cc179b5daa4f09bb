/// The index of a value by its text, for a column of which millions of cells are looked up.
///
/// Rows of a sweep are in order, so that most often a cell holds the same value as the one before, or the next. A text
/// that is not among the values but is the same number as one of them (0.10 and 0.1) counts as that one.
struct TextLookup {
  /// The values, spelled as they were last met.
  private(set) var texts: [[UInt8]]
  private var indices: [String: Int] = [:]
  private var numbers: [Double: Int] = [:]
  private var last = 0
  private var missed: [UInt8] = []

  init(_ values: [String]) {
    texts = []
    for value in values { add(value) }
  }

  /// The index of a value that was met, nil for one that is none of them.
  @inline(__always)
  mutating func index(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !texts.isEmpty else { return nil }
    if Self.isEqual(texts[last], bytes) { return last }
    let next = last + 1 == texts.count ? 0 : last + 1
    if Self.isEqual(texts[next], bytes) {
      last = next
      return next
    }
    return search(bytes)
  }

  /// Adds a value and gives its index.
  @discardableResult
  mutating func add(_ value: String) -> Int {
    let index = texts.count
    texts.append(Array(value.utf8))
    if indices[value] == nil { indices[value] = index }
    if let number = Double(value), numbers[number] == nil { numbers[number] = index }
    last = index
    missed = []
    return index
  }

  private mutating func search(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    if !missed.isEmpty, Self.isEqual(missed, bytes) { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    if let index = indices[text] {
      last = index
      return index
    }
    guard let number = DecimalText.number(bytes), let index = numbers[number] else {
      missed = Array(bytes)
      return nil
    }
    texts[index] = Array(bytes)
    indices[text] = index
    last = index
    return index
  }

  @inline(__always)
  private static func isEqual(_ text: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count == bytes.count else { return false }
    for index in 0..<bytes.count where text[index] != bytes[index] { return false }
    return true
  }
}
