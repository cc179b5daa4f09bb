public import Experiments
internal import LearningDynamics
public import PluginKit
internal import Support

/// One setting that a sweep varies, with its values.
public struct SweepAxis: Hashable, Sendable {
  /// What can be varied.
  public enum Setting: Hashable, Sendable {
    /// Which dataset is learned.
    case dataset
    /// An option of a run.
    case option(RunOption)
    /// How often an item is shown.
    case frequency(item: String)
    /// A setting of a phase, counted from 1; with an item its frequency.
    case phase(Int, PhaseKey, item: String?)
    /// A setting that the datasets declare.
    case parameter(String)

    /// The name on the command line, and of the table's column.
    public var name: String {
      switch self {
      case .dataset: "dataset"
      case .option(let option): option.name
      case .frequency(let item): Self.frequencyPrefix + item
      case .phase(let number, let key, let item): "phase\(number).\(key.rawValue)" + (item.map { ".\($0)" } ?? "")
      case .parameter(let name): name
      }
    }

    /// Whether each value has its own data, random numbers or basis, shared by the runs with that value.
    var isShared: Bool {
      guard case .option(let option) = self else { return true }
      return option.variation != .sharingStart
    }
  }

  /// What is varied.
  public let setting: Setting
  /// Its values.
  public let values: SweepValues

  /// An axis.
  public init(_ setting: Setting, _ values: SweepValues) {
    self.setting = setting
    self.values = values
  }

  /// The name of what is varied.
  public var name: String { setting.name }

  /// The name in an argument of `--vary`, as ``name`` gives it.
  public static func name(of text: String) -> String { Setting(named: String(text.prefix { $0 != "=" })).name }

  /// Sets a value in a request.
  ///
  /// - Parameter index: of the value, from 0.
  /// - Throws: `SettingsError` for a value that the setting does not take.
  func set(_ index: Int, in request: inout RunRequest) throws(SettingsError) {
    switch setting {
    case .dataset: request.plugins = [values[index]]
    case .option(let option): try request.set(option, to: values[index])
    case .frequency(let item):
      guard let number = Double(parameterText: values[index]), (0...Dataset.largestFrequency).contains(number) else {
        throw RunOption.frequency.refusing("\(item)=\(values[index])")
      }
      request.frequencies[item] = number
    case .phase(let number, let key, let item):
      var change = PhaseSettings()
      do throws(PhaseTextError) {
        let name = item.map { QuotedText.quoted($0, ifContaining: " ,:=;") + ":" } ?? ""
        try change.set(key, to: name + values[index])
      } catch {
        throw SettingsError.explained(name: name, reason: error.description)
      }
      request.history.changes[number] = request.history.changes[number]?.changed(by: change) ?? change
    case .parameter(let name): try request.set(.set, to: "\(name)=\(values[index])")
    }
  }
}

extension SweepAxis.Setting {
  /// Finds what a name on the command line refers to: an option of a run that can be varied, `dataset`, or a dataset's setting.
  init(named name: String) {
    switch name {
    case "dataset", "plugin": self = .dataset
    case _ where name.hasPrefix(Self.frequencyPrefix) && name != Self.frequencyPrefix:
      self = .frequency(item: String(name.dropFirst(Self.frequencyPrefix.count)))
    case _ where Self.phase(named: name) != nil: self = Self.phase(named: name) ?? .parameter(name)
    default:
      self =
        Self.options.first { [$0.name, $0.synonym].contains(name) }.map(SweepAxis.Setting.option) ?? .parameter(name)
    }
  }

  /// A setting of a phase, "phase2.eta" or "phase2.frequency.Oak"; nil for any other name.
  private static func phase(named name: String) -> SweepAxis.Setting? {
    let parts = name.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2, parts[0].hasPrefix("phase"), let number = Int(parts[0].dropFirst(5)), number >= 1,
      number <= LearningPhase.largestCount, let key = PhaseKey(rawValue: parts[1]), ![.name, .targets].contains(key)
    else { return nil }
    guard [.frequency, .revise].contains(key) else { return parts.count == 2 ? .phase(number, key, item: nil) : nil }
    return parts.count == 3 && !parts[2].isEmpty ? .phase(number, key, item: parts[2]) : nil
  }

  /// What the names of axes for frequencies begin with.
  private static let frequencyPrefix = "frequency."

  /// The options of a run that can be varied.
  static var options: [RunOption] { RunOption.all.filter { $0.variation != nil } }

  /// The names that can be varied, apart from settings of datasets.
  public static var optionNames: [String] { options.map(\.name) + ["dataset", frequencyPrefix + "ITEM", "phaseN.KEY"] }
}

extension SweepAxis {
  /// Reads `NAME=VALUES`.
  ///
  /// Values are
  ///
  /// - FROM:TO:COUNT, COUNT numbers at equal distances, including both ends; with `:log` at equal ratios. They are rounded to
  ///   twelve digits, which keeps 0.1 from becoming 0.10000000000000002, or to whole numbers if the setting takes only these;
  /// - FROM..<TO and FROM...TO, whole numbers without and with the last;
  /// - a list: values separated by semicolons, or by commas if the values contain none;
  /// - a single value.
  ///
  /// - Parameters:
  ///   - text: the argument of `--vary`.
  ///   - declarations: the settings of the datasets by name.
  /// - Throws: ``SweepError/axis(text:reason:)``.
  public init(_ text: String, declarations: [String: ParameterDeclaration] = [:]) throws(SweepError) {
    func refused(_ reason: String) -> SweepError { .axis(text: text, reason: reason) }
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw refused("write it as NAME=VALUES, such as eta=20:200:10.")
    }
    let setting = Setting(named: String(text[..<equals]))
    let values = String(text[text.index(after: equals)...])
    guard !values.isEmpty else { throw refused("values are missing after '='.") }
    let kind: ValueKind
    switch setting {
    case .option(let option): kind = ValueKind(option)
    case .dataset: kind = .word
    case .frequency: kind = .real
    case .phase(_, let key, _): kind = ValueKind(key)
    case .parameter(let name):
      guard let declaration = declarations[name] else {
        let all = Setting.optionNames + declarations.keys.sorted()
        let nearest = NearestName.to(name, among: all).map { "Did you mean '\($0)'? " } ?? ""
        throw refused("unknown setting. \(nearest)Settings to vary: \(all.joined(separator: ", ")).")
      }
      kind = ValueKind(declaration)
    }
    do throws(SweepValues.Refusal) {
      self.init(setting, try SweepValues(values, of: kind))
    } catch {
      throw refused(error.reason)
    }
  }
}

/// How the values of a setting are written.
enum ValueKind {
  case real
  case whole
  /// Whole numbers, or lists of them with commas.
  case widths
  case word
  /// Words that may contain commas and colons.
  case cell

  init(_ option: RunOption) {
    switch option.kind {
    case .number: self = .real
    case .wholeNumber: self = .whole
    case .widths: self = .widths
    case .cell: self = .cell
    case .flag, .choice, .text, .file: self = .word
    }
  }

  init(_ declaration: ParameterDeclaration) {
    switch declaration.bounds {
    case .integer: self = .whole
    case .real: self = .real
    case .list, .tables, .flag, .choice: self = .word
    }
  }

  init(_ key: PhaseKey) {
    switch key {
    case .until, .eta, .frequency: self = .real
    case .epochs, .atMost, .seed, .revise: self = .whole
    case .only, .without: self = .cell
    case .name, .reverse, .targets: self = .word
    }
  }

  /// Whether ranges are allowed.
  var isNumeric: Bool { self == .real || self == .whole || self == .widths }
}
