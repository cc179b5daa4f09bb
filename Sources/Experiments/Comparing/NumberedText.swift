/// A text as a sequence of numbers and what stands between them, for comparing texts up to small differences in numbers.
struct NumberedText {
  /// One piece: a number, or text without any.
  enum Piece: Equatable {
    case number(Double)
    case text(Substring)
  }

  /// The pieces of a line.
  static func pieces(of line: Substring) -> [Piece] {
    var pieces: [Piece] = []
    var rest = line
    while !rest.isEmpty {
      if let number = numberPrefix(of: rest), let value = Double(number) {
        pieces.append(.number(value))
        rest = rest[number.endIndex...]
      } else {
        // A sign that belongs to no number is text too.
        let text = rest.dropFirst().prefix { !isDigit($0) && $0 != "-" && $0 != "." }
        pieces.append(.text(rest[..<text.endIndex]))
        rest = rest[text.endIndex...]
      }
    }
    return pieces
  }

  /// Where two texts differ by more than a tolerance: the first such line, from 1, and both versions of it.
  ///
  /// - Parameter tolerance: absolute for numbers up to 1, relative above; nil where every byte counts.
  static func difference(_ left: String, _ right: String, tolerance: Double?) -> (
    line: Int, left: Substring, right: Substring
  )? {
    let (lefts, rights) = (lines(left), lines(right))
    for index in 0..<max(lefts.count, rights.count) {
      let (left, right) = (index < lefts.count ? lefts[index] : "", index < rights.count ? rights[index] : "")
      if left.utf8.elementsEqual(right.utf8), (index < lefts.count) == (index < rights.count) { continue }
      if let tolerance, areClose(pieces(of: left), pieces(of: right), tolerance) { continue }
      return (index + 1, left, right)
    }
    return nil
  }

  /// Whether two numbers are the same up to a tolerance: absolute up to 1, relative above.
  static func areClose(_ left: Double, _ right: Double, _ tolerance: Double) -> Bool {
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

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// "-1.5e-12" at the beginning of a text, if there is a number.
  private static func numberPrefix(of text: Substring) -> Substring? {
    var end = text.startIndex
    func skip(_ isTaken: (Character) -> Bool) -> Bool {
      let start = end
      while end < text.endIndex, isTaken(text[end]) { text.formIndex(after: &end) }
      return end > start
    }
    if text.first == "-" { text.formIndex(after: &end) }
    var hasDigits = skip(isDigit)
    if end < text.endIndex, text[end] == "." {
      text.formIndex(after: &end)
      if skip(isDigit) { hasDigits = true }
    }
    guard hasDigits else { return nil }
    let mantissa = end
    if end < text.endIndex, text[end] == "e" {
      text.formIndex(after: &end)
      if end < text.endIndex, text[end] == "-" || text[end] == "+" { text.formIndex(after: &end) }
      if !skip(isDigit) { end = mantissa }
    }
    return text[..<end]
  }

  private static func isDigit(_ character: Character) -> Bool { character >= "0" && character <= "9" }
}
