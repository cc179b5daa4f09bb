/// A value in a cell of a table or a list.
enum CellValue: Sendable {
  case word(Bool)
  case number(Double)

  /// What is taken.
  static let advice = "A value is yes or no, +1 or −1, 1 or 0, or a number up to a million."

  /// Reads a value; nil if the text is none.
  init?(_ text: String) {
    switch text {
    // Most cells are one of these; a table may have millions.
    case "1": self = .number(1)
    case "0": self = .number(0)
    default:
      // The typographic minus sign is one too.
      let word = text.lowercased()
      let typed = word.hasPrefix("−") ? "-" + word.dropFirst() : word
      if word == "yes" || word == "true" || word == "no" || word == "false" {
        self = .word(word == "yes" || word == "true")
        return
      }
      guard let number = Double(typed), number.magnitude <= 1e6 else { return nil }
      self = .number(number)
    }
  }

  /// Whether it can be a yes or no.
  var isFlag: Bool {
    switch self {
    case .word: true
    case .number(let number): number == 0 || number == 1
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
