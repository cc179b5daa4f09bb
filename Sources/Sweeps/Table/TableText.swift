/// Numbers in decimal digits, read from bytes exactly as the standard library reads them from a text.
enum DecimalText {
  /// The number that some bytes spell, which may be NaN; nil if they do not spell a number.
  ///
  /// Up to 19 digits and moderate powers of ten, as nearly all numbers in a table, are computed here with a bound on the
  /// error. If that does not settle the last bit, and for everything else, the standard library is used.
  ///
  /// - Complexity: linear in the number of bytes; 10 to 30 ns for an ordinary number.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    if let number = fast(bytes) { return number }
    // The standard library stops at a zero byte.
    return bytes.contains(0) ? nil : Double(String(decoding: bytes, as: UTF8.self))
  }

  /// The number if it can be determined here; otherwise nil.
  private static func fast(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var index = 0
    let count = bytes.count
    let isNegative = count > 0 && bytes[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    var (digits, exponent, significant, length) = (UInt64(0), 0, 0, 0)
    var isFraction = false
    while index < count {
      let byte = bytes[index]
      if byte &- 48 < 10 {
        digits = digits &* 10 &+ UInt64(byte &- 48)
        if digits != 0 { significant += 1 }
        if isFraction { exponent -= 1 }
        length += 1
      } else if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else {
        break
      }
      index += 1
    }
    guard length > 0, significant <= 19 else { return nil }
    if index < count {
      guard bytes[index] | 0x20 == UInt8(ascii: "e"), let written = power(bytes, from: index + 1) else { return nil }
      exponent += written
    }
    if digits == 0 { return isNegative ? -0.0 : 0 }
    guard let magnitude = scaled(digits, by: exponent) else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  /// A power of ten of at most three digits with its sign.
  private static func power(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < bytes.count, bytes.count - index <= 3 else { return nil }
    var value = 0
    while index < bytes.count {
      guard bytes[index] &- 48 < 10 else { return nil }
      value = value * 10 + Int(bytes[index] &- 48)
      index += 1
    }
    return isNegative ? -value : value
  }

  /// digits × 10^exponent, rounded to nearest; nil if the last bit is uncertain.
  ///
  /// The digits are the sum of two doubles, and the power is exactly one double. The product or quotient is computed with its
  /// remainder, which a fused multiplication gives exactly; the neglected error is below 2⁻⁵⁰ of the remainder. If the sum
  /// rounds to the same number with the error added and subtracted, it is correct, because rounding is monotonic.
  private static func scaled(_ digits: UInt64, by exponent: Int) -> Double? {
    guard exponent.magnitude < tens.count else { return nil }
    let high = Double(digits)
    // 2⁶⁴ itself is not a UInt64.
    guard high < 0x1p63 else { return nil }
    let low = Double(Int64(digits) - Int64(high))
    let ten = tens[Int(exponent.magnitude)]
    let (main, rest): (Double, Double)
    if exponent < 0 {
      main = high / ten
      rest = (high.addingProduct(-main, ten) + low) / ten
    } else {
      main = high * ten
      rest = (-main).addingProduct(high, ten) + low * ten
    }
    let margin = rest.magnitude * 0x1p-50
    let (least, most) = (main + (rest - margin), main + (rest + margin))
    return least == most ? least : nil
  }

  /// The powers of ten that are exact doubles.
  private static let tens: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]
}

/// Finds the index of a value by its text, fast enough for millions of cells.
///
/// Rows of a sweep are sorted, so most cells hold the same value as the cell before, or the next one. A text that is not
/// among the values but is the same number as one of them (0.10 and 0.1) counts as that value.
struct TextLookup {
  /// The values, in their last spelling.
  private(set) var texts: [[UInt8]]
  private var indices: [String: Int] = [:]
  private var numbers: [Double: Int] = [:]
  private var last = 0
  private var missed: [UInt8] = []

  init(_ values: [String]) {
    texts = []
    for value in values { add(value) }
  }

  /// The index of a value; nil if it is unknown.
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
