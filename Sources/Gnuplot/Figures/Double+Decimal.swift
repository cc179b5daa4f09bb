extension Double {
  /// Reads a number as people write one: decimal digits, perhaps with a sign, a point and an exponent (16, −0.5, 1.6e1).
  ///
  /// The standard library takes more, which in a table or on a command line is a slip rather than a number: `0x10`,
  /// `0x1p3`, `inf`, `nan`.
  package static func decimal(_ text: some StringProtocol) -> Double? {
    let isDecimal = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isDecimal else { return nil }
    return Double(text)
  }
}
