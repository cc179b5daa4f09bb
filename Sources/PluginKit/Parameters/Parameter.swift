internal import Gnuplot
internal import LearningDynamics
internal import Support

/// A setting that a plugin declares: its name, kind, range, default and meaning in one place.
///
/// The declaration is used by `--set`, `describe`, error texts and documentation. Declare a static constant, list it in
/// ``Plugin/parameters``, and read its value from the values that a plugin gets:
///
/// ```swift
/// import PluginKit
///
/// let flip = Parameter("flip", default: 0.15, in: 0...1, help: "probability that a branch flips a feature")
///
/// func probability(in values: ParameterValues) -> Double { values[flip] }
/// ```
public struct Parameter<Value: ParameterValue>: Sendable {
  /// The declaration, without the type of its value.
  public let declaration: ParameterDeclaration

  let defaultValue: Value
}

/// A type of value that a parameter can have.
public protocol ParameterValue: Sendable {
  /// The value as text; reading the text gives the same value.
  var parameterText: String { get }
  /// Reads a value; nil if the text is not one.
  init?(parameterText: String)
}

/// A parameter without its type: its name, allowed values and meaning.
public struct ParameterDeclaration: Hashable, Sendable {
  /// The name used with `--set`, in kebab-case.
  public let name: String
  /// The allowed values, in words: "a whole number from 1 to 12".
  public let allowed: String
  public let defaultText: String
  /// One line about what it does.
  public let help: String

  /// The allowed values as data, for sliders and other controls.
  public let bounds: Bounds

  /// The kinds of value, with their limits.
  public enum Bounds: Hashable, Sendable {
    /// Whole numbers in a range.
    case integer(ClosedRange<Int>)
    /// Numbers in a range, with or without its lower end.
    case real(ClosedRange<Double>, excludingLowerBound: Bool)
    /// None, or several numbers in a range with commas between them.
    case list(ClosedRange<Double>)
    /// None, or the names of tables with commas between them; see ``ParameterValues/tables(of:)``.
    case tables
    /// Yes or no.
    case flag
    /// One of a few words.
    case choice([String])
  }

  /// The endings of the names of tables.
  static let tableEndings = [".csv", ".tsv", ".tab", ".txt", ".dat", ".data"]

  /// The text in its canonical form; nil if it is not allowed.
  public func canonical(_ text: String) -> String? {
    switch bounds {
    case .integer(let range):
      return Int(parameterText: text).flatMap { range.contains($0) ? $0.parameterText : nil }
    case .real(let range, let excludingLowerBound):
      return Double(parameterText: text).flatMap {
        range.contains($0) && !(excludingLowerBound && $0 == range.lowerBound) ? $0.parameterText : nil
      }
    case .list(let range):
      return [Double](parameterText: text).flatMap { $0.allSatisfy(range.contains) ? $0.parameterText : nil }
    case .tables:
      let names = [String](parameterText: text) ?? [""]
      let areTables = names.allSatisfy { name in
        name.isPrintable && (Self.tableEndings + [".npy"]).contains(where: name.lowercased().hasSuffix)
      }
      return areTables && Set(names).count == names.count ? names.parameterText : nil
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
  /// A number in a range, with or without its lower end.
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

extension Parameter<[Double]> {
  /// A list of numbers in a range; 'none', an empty one, by default.
  public init(_ name: String, default defaultValue: [Double] = [], in range: ClosedRange<Double>, help: String) {
    self.defaultValue = defaultValue
    declaration = ParameterDeclaration(
      name: name,
      allowed:
        "numbers from \(range.lowerBound.parameterText) to \(range.upperBound.parameterText) with commas between them, or 'none'",
      defaultText: defaultValue.parameterText, help: help, bounds: .list(range))
  }
}

extension Parameter<[String]> {
  /// Tables in files: none by default. The command line reads the files; an analysis gets their texts from
  /// ``ParameterValues/tables(of:)``.
  public init(tables name: String, help: String) {
    defaultValue = []
    declaration = ParameterDeclaration(
      name: name, allowed: "names of files (CSV, TSV or .npy) with commas between them, or 'none'",
      defaultText: defaultValue.parameterText, help: help, bounds: .tables)
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
  /// The value as text; reading the text gives the same value.
  public var parameterText: String { description }

  /// Reads a value; nil if the text is not one.
  public init?(parameterText: String) {
    self.init(parameterText)
  }
}

extension Double: ParameterValue {
  /// The shortest text that is read as this number again, without a trailing ".0".
  public var parameterText: String { tableText }

  /// Reads a finite number in decimal digits.
  public init?(parameterText: String) {
    guard let value = Double.decimal(parameterText), value.isFinite else { return nil }
    self = value
  }
}

extension Array: ParameterValue where Element: ParameterValue {
  /// The values with commas between them; "none" for an empty list.
  public var parameterText: String { isEmpty ? "none" : map(\.parameterText).joined(separator: ",") }

  /// Reads up to 64 values with commas between them.
  public init?(parameterText: String) {
    self = []
    if parameterText == "none" { return }
    // Blanks after commas, as people type them.
    guard parameterText == parameterText.trimmed else { return nil }
    for part in parameterText.split(separator: ",", omittingEmptySubsequences: false) {
      guard count < 64, let value = Element(parameterText: String(part).trimmed) else { return nil }
      append(value)
    }
  }
}

extension Bool: ParameterValue {
  /// The value as text; reading the text gives the same value.
  public var parameterText: String { self ? "yes" : "no" }

  /// Reads a value; nil if the text is not one.
  public init?(parameterText: String) {
    switch parameterText.lowercased() {
    case "yes", "true", "1", "on": self = true
    case "no", "false", "0", "off": self = false
    default: return nil
    }
  }
}

extension String: ParameterValue {
  /// The value as text; reading the text gives the same value.
  public var parameterText: String { self }

  /// Reads a value; nil if the text is not one.
  public init?(parameterText: String) {
    self = parameterText
  }
}

extension ParameterDeclaration {
  /// Texts at the limits of the allowed values.
  public var extremes: [String] {
    switch bounds {
    case .integer(let range): [range.lowerBound.parameterText, range.upperBound.parameterText]
    case .real(let range, let excludingLowerBound):
      [
        (excludingLowerBound ? range.lowerBound.nextUp : range.lowerBound).parameterText,
        range.upperBound.parameterText,
      ]
    case .list, .tables: [defaultText]
    case .flag: [true.parameterText, false.parameterText]
    case .choice(let choices): choices
    }
  }

  /// Texts just beyond the limits, and texts of another kind.
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
    case .list(let range): ["", "one", "nan", ",", range.lowerBound.nextDown.parameterText]
    case .tables: ["", "a.csv,", "a.csv,a.csv"]
    case .flag: ["", "perhaps"]
    case .choice(let choices): ["", choices.joined()]
    }
  }
}
