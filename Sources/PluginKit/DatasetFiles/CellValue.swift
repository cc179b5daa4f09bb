internal import Gnuplot

/// A value in a cell of a table or a list.
enum CellValue: Sendable {
  case word(Bool)
  case number(Double)

  /// The values that a cell may have, in words.
  static let advice = "A value is yes or no, +1 or −1, 1 or 0, or a number up to a million."

  /// Why a text is not a value, and what to write instead.
  ///
  /// - Parameter column: its column, counted from 1; the items' names are column 1.
  static func advice(on text: String, column: Int) -> String {
    if text.contains(",") || text.count(where: { $0 == "." }) > 1 { return MarkedNumber(text).advice }
    // Swift reads it as a number, but hardly anybody means it as one.
    guard Double.decimal(text) == nil, Double(text) != nil else { return advice }
    return "Column \(column) of this line needs a decimal number, such as 16, 0.5 or 1.6e1."
  }

  /// Reads a value; nil if the text is not one.
  init?(_ text: String) {
    switch text {
    // Most cells are one of these; a table may have millions.
    case "1": self = .number(1)
    case "0": self = .number(0)
    default:
      let word = text.lowercased()
      if word == "yes" || word == "true" || word == "no" || word == "false" {
        self = .word(word == "yes" || word == "true")
        return
      }
      guard let number = Self.number(word) else { return nil }
      self = .number(number)
    }
  }

  /// A number up to a million; nil if the text is not one.
  static func number(_ text: String) -> Double? {
    // The typographic minus sign is accepted too.
    let typed = text.hasPrefix("−") ? "-" + text.dropFirst() : text
    return Double.decimal(typed).flatMap { $0.magnitude <= 1e6 ? $0 : nil }
  }

  /// Whether it is a word.
  var isWord: Bool {
    if case .word = self { true } else { false }
  }

  /// Whether it is a number that can stand for yes or no, or a word.
  func isFlag(orMinusOne: Bool) -> Bool {
    switch self {
    case .word: true
    case .number(let number): number == 0 || number == 1 || orMinusOne && number == -1
    }
  }

  /// The value as a number.
  func value(zeroIsNo: Bool) -> Double {
    switch self {
    case .word(let flag): flag ? 1 : -1
    case .number(let number): zeroIsNo && number == 0 ? -1 : number
    }
  }
}

/// A number with commas or several points, which has two readings: 1,234 may mean 1234 or 1.234.
private struct MarkedNumber {
  /// The number if the marks separate thousands, without them; nil if they cannot.
  let withThousands: String?
  /// The number if the last mark is the decimal point; nil if it cannot be.
  let withDecimals: String?

  init(_ text: String) {
    func written(thousands: Character, point: Character) -> String? {
      let sign = text.hasPrefix("-") || text.hasPrefix("−") || text.hasPrefix("+") ? String(text.prefix(1)) : ""
      let parts = text.dropFirst(sign.count).split(separator: point, omittingEmptySubsequences: false)
      guard let whole = parts.first, parts.count <= 2 else { return nil }
      let groups = whole.split(separator: thousands, omittingEmptySubsequences: false)
      let isGrouped =
        groups.count == 1
        || (1...3).contains(groups[0].count) && groups[0] != "0" && groups.dropFirst().allSatisfy { $0.count == 3 }
      let digits = groups.joined()
      let decimals = parts.count == 2 ? "." + parts[1] : ""
      let isNumber = (digits + decimals.dropFirst()).allSatisfy { $0.isASCII && $0.isNumber }
      return isGrouped && isNumber && !digits.isEmpty && decimals != "." ? sign + digits + decimals : nil
    }
    withThousands = written(thousands: ",", point: ".")
    withDecimals = written(thousands: ".", point: ",")
  }

  /// What to write instead.
  var advice: String {
    switch (withThousands, withDecimals) {
    case (let thousands?, let decimals?):
      "Write \(thousands) if the mark separates thousands, \(decimals) if it is the decimal point: numbers have no commas."
    case (let number?, nil), (nil, let number?):
      "Write \(number): use a point for decimals, and no mark for thousands."
    case (nil, nil): "Use a point for decimals, as in 0.5, and no mark for thousands."
    }
  }
}
