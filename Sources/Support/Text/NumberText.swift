extension Double {
  /// The number with a few significant digits, for reading: 156.2, 0.0025, 80010, 1e-12. Zeros at the end are left out.
  public func significant(_ digits: Int = 4) -> String {
    // C switches to powers of ten if there are more digits before the point than requested.
    magnitude < 1e6 && magnitude >= 1 ? rounded(significant: digits).plain(digits) : formatted("%.\(digits)g")
  }

  private func plain(_ digits: Int) -> String { formatted("%.\(Swift.max(digits, 7))g") }

  /// The number with a few significant digits, zeros at the end too: 400.0, 0.02500.
  public func significantDigits(_ digits: Int) -> String {
    if magnitude < 1e6, rounded(significant: digits).magnitude >= pow(10, Double(digits)) { return significant(digits) }
    let text = formatted("%#.\(digits)g")
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// The number rounded to a few significant digits: for ends of axes, which then read the same on every machine.
  public func rounded(significant digits: Int) -> Double {
    guard isFinite, self != 0 else { return self }
    return Double(Self.text(self, "%.\(digits - 1)e")) ?? self
  }

  /// The number with a sign and a fixed number of decimals: "+0.52", "−1.00".
  public func signed(decimals: Int = 2) -> String { formatted("%+.\(decimals)f") }

  /// Formats with a C format; the leading minus is a typographic one.
  private func formatted(_ format: String) -> String {
    let text = Self.text(self, format)
    // Only a leading minus is typographic; exponents stay as numbers are typed.
    return text.hasPrefix("-") ? "−" + text.dropFirst() : text
  }

  private static func text(_ value: Double, _ format: String) -> String {
    var buffer = [CChar](repeating: 0, count: 400)
    let length = withVaList([value]) { vsnprintf(&buffer, buffer.count, format, $0) }
    let bytes = buffer.prefix(Swift.max(0, Int(length))).map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Int {
  /// The number with its thousands grouped: "10,001".
  public var grouped: String {
    var groups: [Substring] = []
    var digits = Substring(String(magnitude))
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = digits.dropLast(3)
    }
    return (self < 0 ? "−" : "") + ([digits] + groups).joined(separator: ",")
  }

  /// "2nd", "3rd", "25th".
  public var ordinal: String {
    let ending =
      switch (self % 100, self % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return grouped + ending
  }
}
