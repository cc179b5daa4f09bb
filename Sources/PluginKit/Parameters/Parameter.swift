internal import Gnuplot
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

/// Checked values for a plugin's parameters: those that were set, the defaults for the rest.
public struct ParameterValues: Codable, Hashable, Sendable {
  private var texts: [String: String]
  private let given: Set<String>

  /// Every value by the name of its parameter, as text.
  public var byName: [String: String] { texts }

  /// Checks settings against declarations.
  ///
  /// - Parameters:
  ///   - declarations: the parameters there are.
  ///   - settings: texts by parameter name; names that are not declared are ignored here, see
  ///     `SettingsError.unknown`.
  /// - Throws: ``SettingsError/refused(name:text:allowed:)`` for a text outside what is allowed.
  public init(_ declarations: [ParameterDeclaration], settings: [String: String] = [:]) throws(SettingsError) {
    texts = [:]
    given = Set(settings.keys)
    for declaration in declarations {
      let text = settings[declaration.name] ?? declaration.defaultText
      guard let canonical = declaration.canonical(text) else {
        throw .refused(name: declaration.name, text: text, allowed: declaration.allowed)
      }
      texts[declaration.name] = canonical
    }
  }

  /// Whether the reader gave a value, be it the default.
  public func isSet<Value>(_ parameter: Parameter<Value>) -> Bool { given.contains(parameter.declaration.name) }

  /// The value of a declared parameter; the default for one that the plugin does not declare.
  public subscript<Value>(parameter: Parameter<Value>) -> Value {
    texts[parameter.declaration.name].flatMap(Value.init(parameterText:)) ?? parameter.defaultValue
  }
}

/// Settings that no plugin takes, or not like this.
public enum SettingsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A value that its parameter does not allow.
  case refused(name: String, text: String, allowed: String)
  /// A name that no selected plugin declares.
  case unknown(name: String, nearest: String?, known: [String])
  /// One setting given twice.
  case repeated(name: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .refused(let name, let text, let allowed):
      return "'\(text)' is not a value for '\(name)': it takes \(allowed)."
    case .unknown(let name, let nearest?, _):
      return "None of the selected plugins has a setting '\(name)'. Did you mean '\(nearest)'?"
    case .unknown(let name, nil, let known):
      let list = known.isEmpty ? "They have no settings." : "Their settings are \(known.joined(separator: ", "))."
      return "None of the selected plugins has a setting '\(name)'. \(list)"
    case .repeated(let name):
      return "The setting '\(name)' is given twice. Give it once."
    }
  }
}
