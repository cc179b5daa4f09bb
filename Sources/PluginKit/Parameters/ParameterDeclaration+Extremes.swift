extension ParameterDeclaration {
  /// Texts at the ends of what is allowed.
  public var extremes: [String] {
    switch bounds {
    case .integer(let range): [range.lowerBound.parameterText, range.upperBound.parameterText]
    case .real(let range, let excludingLowerBound):
      [
        (excludingLowerBound ? range.lowerBound.nextUp : range.lowerBound).parameterText,
        range.upperBound.parameterText,
      ]
    case .flag: [true.parameterText, false.parameterText]
    case .choice(let choices): choices
    }
  }

  /// Texts just beyond what is allowed, and of another kind.
  public var beyond: [String] {
    switch bounds {
    case .integer(let range):
      ["", "1.5", "one"]
        + [range.lowerBound.subtractingReportingOverflow(1), range.upperBound.addingReportingOverflow(1)]
        .filter { !$0.overflow }.map(\.partialValue.parameterText)
    case .real(let range, let excludingLowerBound):
      [
        "", "one", "nan", "inf",
        (excludingLowerBound ? range.lowerBound : range.lowerBound.nextDown).parameterText,
        range.upperBound.nextUp.parameterText,
      ]
    case .flag: ["", "perhaps"]
    case .choice(let choices): ["", choices.joined()]
    }
  }
}
