internal import LearningDynamics
internal import Support

/// A setting that a plugin declares: its name, kind, range, default and meaning, said once.
///
/// The declaration feeds `--set`, `describe`, error texts and documentation alike. Declare one as a static constant,
/// list it in ``Plugin/parameters``, and read it from the values a plugin is given:
///
/// ```swift
/// import PluginKit
///
/// let flip = Parameter("flip", default: 0.15, in: 0...1, help: "probability that a branch flips a feature")
///
/// func probability(in values: ParameterValues) -> Double { values[flip] }
/// ```
public struct Parameter<Value: ParameterValue>: Sendable {
  /// The parameter as a declaration without its type.
  public let declaration: ParameterDeclaration

  let defaultValue: Value
}

/// A kind of value that a parameter can have.
public protocol ParameterValue: Sendable {
  /// The value as text that reads back.
  var parameterText: String { get }
  /// Reads a value, nil if the text is none.
  init?(parameterText: String)
}

/// A parameter without its type: what it is called, what it takes, and what it is for.
public struct ParameterDeclaration: Hashable, Sendable {
  /// The name used with `--set`, in kebab-case.
  public let name: String
  /// What is allowed, in words: "a whole number from 1 to 12".
  public let allowed: String
  /// The default as text.
  public let defaultText: String
  /// One line on what it does.
  public let help: String

  /// What is allowed, as a value: what a slider or another control is made of.
  public let bounds: Bounds

  /// The kinds of value there are, with their limits.
  public enum Bounds: Hashable, Sendable {
    /// Whole numbers in a range.
    case integer(ClosedRange<Int>)
    /// Numbers in a range, perhaps without its lower end.
    case real(ClosedRange<Double>, excludingLowerBound: Bool)
    /// Yes or no.
    case flag
    /// One of a few words.
    case choice([String])
  }

  /// The text in its canonical form, nil if it is not allowed.
  public func canonical(_ text: String) -> String? {
    switch bounds {
    case .integer(let range):
      return Int(parameterText: text).flatMap { range.contains($0) ? $0.parameterText : nil }
    case .real(let range, let excludingLowerBound):
      return Double(parameterText: text).flatMap {
        range.contains($0) && !(excludingLowerBound && $0 == range.lowerBound) ? $0.parameterText : nil
      }
    case .flag:
      return Bool(parameterText: text)?.parameterText
    case .choice(let choices):
      return choices.contains(text) ? text : nil
    }
  }
}

extension Parameter<Int> {
  /// A whole number in a range.
  public init(_ name: String, default defaultValue: Int, in range: ClosedRange<Int>, help: String) {
    self.defaultValue = defaultValue
    declaration = ParameterDeclaration(
      name: name, allowed: "a whole number from \(range.lowerBound.grouped) to \(range.upperBound.grouped)",
      defaultText: defaultValue.parameterText, help: help, bounds: .integer(range))
  }
}

extension Parameter<Double> {
  /// A number in a range, without its lower end if asked.
  public init(
    _ name: String, default defaultValue: Double, in range: ClosedRange<Double>, excludingLowerBound: Bool = false,
    help: String
  ) {
    self.defaultValue = defaultValue
    let (lower, upper) = (range.lowerBound.parameterText, range.upperBound.parameterText)
    declaration = ParameterDeclaration(
      name: name,
      allowed: excludingLowerBound ? "a number above \(lower), up to \(upper)" : "a number from \(lower) to \(upper)",
      defaultText: defaultValue.parameterText, help: help,
      bounds: .real(range, excludingLowerBound: excludingLowerBound))
  }
}

extension Parameter<Bool> {
  /// Yes or no.
  public init(_ name: String, default defaultValue: Bool, help: String) {
    self.defaultValue = defaultValue
    declaration = ParameterDeclaration(
      name: name, allowed: "yes or no", defaultText: defaultValue.parameterText, help: help, bounds: .flag)
  }
}

extension Parameter<String> {
  /// One of a few words.
  public init(_ name: String, default defaultValue: String, oneOf choices: [String], help: String) {
    self.defaultValue = defaultValue
    declaration = ParameterDeclaration(
      name: name, allowed: "one of \(choices.joined(separator: ", "))", defaultText: defaultValue, help: help,
      bounds: .choice(choices))
  }
}
