/// A text as a sequence of numbers and the text between them, to compare texts up to small differences in numbers.
///
/// It works on bytes, because numbers are written in ASCII.
package struct NumberedText {
  typealias Bytes = ArraySlice<UInt8>

  /// One piece: a number, or text without any.
  enum Piece: Equatable {
    case number(Double)
    case text(Bytes)
  }

  /// Where two texts differ by more than a tolerance: the first such line (counted from 1), both versions of it, and how many
  /// other lines differ.
  ///
  /// - Parameter tolerance: absolute for numbers up to 1, relative above; nil if every byte counts.
  /// - Complexity: linear in the length of the texts.
  package static func difference(_ left: [UInt8], _ right: [UInt8], tolerance: Double?) -> (
    line: Int, left: String, right: String, others: Int
  )? {
    var found: (line: Int, left: String, right: String, others: Int)?
    let newline = UInt8(ascii: "\n")
    let lefts = left.split(separator: newline, omittingEmptySubsequences: false)
    let rights = right.split(separator: newline, omittingEmptySubsequences: false)
    for index in 0..<max(lefts.count, rights.count) {
      let (first, second) = (index < lefts.count ? lefts[index] : nil, index < rights.count ? rights[index] : nil)
      if first == second { continue }
      if let tolerance, let first, let second, areClose(pieces(of: first), pieces(of: second), tolerance) { continue }
      if found == nil {
        found = (
          index + 1, String(decoding: first ?? [], as: UTF8.self), String(decoding: second ?? [], as: UTF8.self), 0
        )
      } else {
        found?.others += 1
      }
    }
    return found
  }

  /// Whether two numbers are the same up to a tolerance: absolute up to 1, relative above.
  package static func areClose(_ left: Double, _ right: Double, _ tolerance: Double) -> Bool {
    left == right || (left.isNaN && right.isNaN)
      || (left - right).magnitude <= tolerance * max(1, min(left.magnitude, right.magnitude))
  }

  private static func areClose(_ left: [Piece], _ right: [Piece], _ tolerance: Double) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { pair in
        if case (.number(let first), .number(let second)) = pair { return areClose(first, second, tolerance) }
        return pair.0 == pair.1
      }
  }

  /// The pieces of a line.
  static func pieces(of line: Bytes) -> [Piece] {
    var pieces: [Piece] = []
    var text = line.startIndex..<line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      let end = endOfNumber(in: line, from: index)
      if end > index, let value = Double(String(decoding: line[index..<end], as: UTF8.self)) {
        if !text.isEmpty { pieces.append(.text(line[text])) }
        pieces.append(.number(value))
        text = end..<end
        index = end
      } else {
        index += 1
        text = text.lowerBound..<index
      }
    }
    if !text.isEmpty { pieces.append(.text(line[text])) }
    return pieces
  }

  /// The end of the number that begins at a position, such as "-1.5e-12"; the position itself if there is no number.
  private static func endOfNumber(in line: Bytes, from start: Int) -> Int {
    func byte(_ index: Int) -> UInt8? { index < line.endIndex ? line[index] : nil }
    func endOfDigits(_ index: Int) -> Int {
      var end = index
      while let digit = byte(end), digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") { end += 1 }
      return end
    }
    let sign = byte(start) == UInt8(ascii: "-") ? start + 1 : start
    let whole = endOfDigits(sign)
    guard whole > sign else { return start }
    var end = whole
    if byte(whole) == UInt8(ascii: "."), endOfDigits(whole + 1) > whole + 1 { end = endOfDigits(whole + 1) }
    if byte(end) == UInt8(ascii: "e") {
      let exponent = byte(end + 1) == UInt8(ascii: "-") || byte(end + 1) == UInt8(ascii: "+") ? end + 2 : end + 1
      if endOfDigits(exponent) > exponent { end = endOfDigits(exponent) }
    }
    return end
  }
}
