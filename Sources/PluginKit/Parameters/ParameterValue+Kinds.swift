internal import Gnuplot

extension Int: ParameterValue {
  /// The value as text that reads back.
  public var parameterText: String { description }

  /// Reads a value; nil if the text is none.
  public init?(parameterText: String) {
    self.init(parameterText)
  }
}

extension Double: ParameterValue {
  /// The shortest text that reads back as this number, without a trailing ".0".
  public var parameterText: String { tableText }

  /// Reads a finite number in decimal digits.
  public init?(parameterText: String) {
    guard let value = Double.decimal(parameterText), value.isFinite else { return nil }
    self = value
  }
}

extension Bool: ParameterValue {
  /// The value as text that reads back.
  public var parameterText: String { self ? "yes" : "no" }

  /// Reads a value; nil if the text is none.
  public init?(parameterText: String) {
    switch parameterText.lowercased() {
    case "yes", "true", "1", "on": self = true
    case "no", "false", "0", "off": self = false
    default: return nil
    }
  }
}

extension String: ParameterValue {
  /// The value as text that reads back.
  public var parameterText: String { self }

  /// Reads a value; nil if the text is none.
  public init?(parameterText: String) {
    self = parameterText
  }
}
