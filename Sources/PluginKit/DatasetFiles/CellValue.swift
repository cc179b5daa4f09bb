internal import Gnuplot

/// A value in a cell of a table or a list.
enum CellValue: Sendable {
  case word(Bool)
  case number(Double)

  /// What is taken.
  static let advice = "A value is yes or no, +1 or −1, 1 or 0, or a number up to a million."

  /// What is wrong with a text that is not a value, and what would be right.
  ///
  /// - Parameter column: the column it stands in, the items' names being the first.
  static func advice(on text: String, column: Int) -> String {
    if text.contains(",") || text.count(where: { $0 == "." }) > 1 { return MarkedNumber(text).advice }
    // A number to a computer, and hardly what was meant.
    guard Double.decimal(text) == nil, Double(text) != nil else { return advice }
    return "Column \(column) of this line needs a number in decimal digits, such as 16, 0.5 or 1.6e1."
  }

  /// Reads a value; nil if the text is none.
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
      // The typographic minus sign is one too.
      let typed = word.hasPrefix("−") ? "-" + word.dropFirst() : word
      guard let number = Double.decimal(typed), number.magnitude <= 1e6 else { return nil }
      self = .number(number)
    }
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

/// A number with commas or several points in it, which people write in two ways: 1,234 is 1234 to some and 1.234 to others.
private struct MarkedNumber {
  /// The number with the marks taken for thousands, as it would be written here; nil if they cannot be.
  let withThousands: String?
  /// The number with the last mark taken for the decimal point; nil if it cannot be.
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
      "Write \(thousands) if the mark is for thousands, \(decimals) if it is for decimals: a number has no comma here."
    case (let number?, nil), (nil, let number?):
      "Write \(number): decimals have a point here, and thousands have no mark."
    case (nil, nil): "Decimals have a point here, as in 0.5, and thousands have no mark."
    }
  }
}
