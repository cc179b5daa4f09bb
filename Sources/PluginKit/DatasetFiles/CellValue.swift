internal import Gnuplot

/// A value in a cell of a table or a list.
enum CellValue: Sendable {
  case word(Bool)
  case number(Double)

  /// What is taken.
  static let advice = "A value is yes or no, +1 or −1, 1 or 0, or a number between a millionth and a million."

  /// What is wrong with a text that is not a value, and what would be right.
  ///
  /// - Parameter column: the column it stands in, the items' names being the first.
  static func advice(on text: String, column: Int) -> String {
    if text.contains(",") { return "Decimals have a point here, as in 0.5." }
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
      guard let number = Double.decimal(typed), number == 0 || (1e-6...1e6).contains(number.magnitude) else {
        return nil
      }
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
