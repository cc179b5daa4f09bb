extension Int: ParameterValue {
  public var parameterText: String { description }

  public init?(parameterText: String) {
    self.init(parameterText)
  }
}

extension Double: ParameterValue {
  /// The shortest text that reads back as this number, without a trailing ".0".
  public var parameterText: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Reads a finite number.
  public init?(parameterText: String) {
    guard let value = Double(parameterText), value.isFinite else { return nil }
    self = value
  }
}

extension Bool: ParameterValue {
  public var parameterText: String { self ? "yes" : "no" }

  public init?(parameterText: String) {
    switch parameterText.lowercased() {
    case "yes", "true", "1", "on": self = true
    case "no", "false", "0", "off": self = false
    default: return nil
    }
  }
}

extension String: ParameterValue {
  public var parameterText: String { self }

  public init?(parameterText: String) {
    self = parameterText
  }
}
