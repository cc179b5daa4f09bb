public import LearningDynamics
public import PluginKit

/// An option of a run: its name, its values, how it is read and written, and where it can be used.
///
/// ``all`` is the table of options. The command line with its help, the page's links and controls, the axes of sweeps,
/// comparisons, reports and the reference page are made from it. To add an option, add an entry there, a property of
/// `TrainingSettings` or ``RunRequest``, and use it.
public struct RunOption: Sendable {
  /// The kinds of values.
  public enum Kind: Hashable, Sendable {
    /// A whole number.
    case wholeNumber
    /// A number, with or without a decimal point.
    case number
    /// Widths, separated by commas.
    case widths
    /// Yes or no; on the command line it is `--NAME` or `--no-NAME`.
    case flag
    /// One of a few words.
    case choice([String])
    /// An item and a feature.
    case cell
    /// Any other text.
    case text
    /// The name of a file; only the command line reads files.
    case file
  }

  /// What an option affects.
  public enum Role: Hashable, Sendable {
    /// How a network learns; used for predictions too.
    case training
    /// What is kept of a run, and shown.
    case recording
  }

  /// What the trainings of a sweep share if they differ in this option only.
  public enum Variation: Hashable, Sendable {
    /// Their data, random numbers and basis.
    case sharingStart
    /// Nothing: each value has its own.
    case separate
  }

  /// How the page shows an option.
  public struct PageText: Sendable {
    /// The title of its control.
    public var label: String
    /// Its name within a sentence.
    public var word: String
    /// The text of a button that sets a value: "Use η = 200".
    public var button: @Sendable (String) -> String

    init(_ label: String, word: String? = nil, button: (@Sendable (String) -> String)? = nil) {
      (self.label, self.word) = (label, word ?? label.lowercased())
      self.button = button ?? { [word = self.word] in "Use \(word) \($0)" }
    }
  }

  /// The name on the command line, in links and in sweeps.
  public let name: String
  /// Another name on the command line.
  public var synonym: String?
  /// What values are.
  public let kind: Kind
  /// The allowed values, in words.
  public let allowed: String
  /// What the option does, in one sentence.
  public let help: String
  /// The name of its value in the help.
  public let valueName: String
  /// The default, in words; nil if it needs no words.
  public var usual: String?
  /// The tutorial's value as text, if every request has a value.
  public var tutorialText: String?
  /// What it affects.
  public var role = Role.training
  /// Whether it can be given more than once.
  public var isRepeatable = false
  /// What the runs of a sweep share that varies it; nil if it cannot be varied.
  public var variation: Variation?
  /// How the page shows it; nil if the page does not have it.
  public var page: PageText?

  /// Sets it in a request; returns false for a text that is not allowed.
  var read: @Sendable (inout RunRequest, String) -> Bool
  /// The texts that give its value in a request; empty for the default.
  var write: @Sendable (RunRequest) -> [String]
  /// Removes all values of a repeatable option from a request.
  var removeAll: @Sendable (inout RunRequest) -> Void = { _ in }
  /// Whether given texts replace those of an earlier run; else they change it.
  public var replacesEarlier: @Sendable ([String]) -> Bool = { _ in true }
  /// Why a text is not allowed, in sentences, if more can be said than what is.
  var explain: @Sendable (RunRequest, String) -> String? = { _, _ in nil }
  /// Its value in a training.
  var value: (@Sendable (TrainingPlan) -> String)?

  /// Removes the values of a repeatable option from a request, except settings, which are replaced by name.
  public func clear(in request: inout RunRequest) { removeAll(&request) }

  /// The value in a training, as text; nil for an option that does not affect trainings.
  public func text(in plan: TrainingPlan) -> String? { value?(plan) }

  /// The option of a name; nil if there is none.
  public static func named(_ name: some StringProtocol) -> RunOption? { all.first { $0.name == name } }

  /// The error for a text that is not allowed.
  ///
  /// - Parameters:
  ///   - text: what was given.
  ///   - request: what was given before.
  public func refusing(_ text: String, after request: RunRequest = RunRequest()) -> SettingsError {
    explain(request, text).map { .explained(name: "--\(name)", reason: $0) }
      ?? .refused(name: "--\(name)", text: text, allowed: allowed)
  }
}

extension RunOption: Hashable {
  /// Options are equal if their names are.
  public static func == (one: RunOption, other: RunOption) -> Bool { one.name == other.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension RunOption {
  /// An option with a value in every request.
  ///
  /// - Parameters:
  ///   - path: the property of a request.
  ///   - read: the value of a text; nil for one that is not allowed.
  ///   - write: the text of a value.
  ///   - value: its value in a training.
  init<Value>(
    _ name: String, _ kind: Kind, in path: any WritableKeyPath<RunRequest, Value> & Sendable, allowed: String,
    help: String, valueName: String = "name", usual: String? = nil, role: Role = .training,
    variation: Variation? = nil, page: PageText? = nil,
    read: @escaping @Sendable (String) -> Value?, write: @escaping @Sendable (Value) -> String,
    value: (@Sendable (TrainingPlan) -> Value)? = nil
  ) {
    let tutorial = write(RunRequest()[keyPath: path])
    var text: (@Sendable (TrainingPlan) -> String)?
    if let value { text = { write(value($0)) } }
    self.init(
      name: name, kind: kind, allowed: allowed, help: help, valueName: valueName, usual: usual ?? tutorial,
      tutorialText: tutorial, role: role, variation: variation, page: page,
      read: { request, text in
        guard let value = read(text) else { return false }
        request[keyPath: path] = value
        return true
      },
      write: { request in
        let text = write(request[keyPath: path])
        return text == tutorial ? [] : [text]
      },
      value: text)
  }

  /// An option whose value is one of a few words.
  init<Value: RawRepresentable<String> & CaseIterable & SendableMetatype>(
    _ name: String, oneOf type: Value.Type, in path: any WritableKeyPath<RunRequest, Value> & Sendable,
    allowed: String? = nil,
    help: String, role: Role = .training, variation: Variation? = nil, page: PageText? = nil,
    value: (@Sendable (TrainingPlan) -> Value)? = nil
  ) {
    let words = type.allCases.map(\.rawValue)
    self.init(
      name, .choice(words), in: path, allowed: allowed ?? words.joined(separator: " or "), help: help, role: role,
      variation: variation, page: page, read: { Value(rawValue: $0) }, write: \.rawValue, value: value)
  }

  /// An option that is set only if it is given.
  ///
  /// - Parameter value: its value in a training, as text.
  init<Value>(
    _ name: String, _ kind: Kind, ifGiven path: any WritableKeyPath<RunRequest, Value?> & Sendable,
    synonym: String? = nil,
    allowed: String, help: String, valueName: String, usual: String, role: Role = .training,
    variation: Variation? = nil, page: PageText? = nil,
    read: @escaping @Sendable (String) -> Value?, write: @escaping @Sendable (Value) -> String,
    value: (@Sendable (TrainingPlan) -> String)? = nil
  ) {
    self.init(
      name: name, synonym: synonym, kind: kind, allowed: allowed, help: help, valueName: valueName, usual: usual,
      role: role, variation: variation, page: page,
      read: { request, text in
        guard let value = read(text) else { return false }
        request[keyPath: path] = value
        return true
      },
      write: { request in request[keyPath: path].map { [write($0)] } ?? [] },
      value: value)
  }

  /// An option that can be given several times.
  ///
  /// - Parameter most: the largest number of values.
  init<Value>(
    _ name: String, _ kind: Kind, adding path: any WritableKeyPath<RunRequest, [Value]> & Sendable,
    atMost most: Int = .max,
    allowed: String, help: String, valueName: String = "name", usual: String? = nil, role: Role = .training,
    page: PageText? = nil,
    read: @escaping @Sendable (String) -> Value?, write: @escaping @Sendable (Value) -> String
  ) {
    self.init(
      name: name, kind: kind, allowed: allowed, help: help, valueName: valueName, usual: usual, role: role,
      isRepeatable: true, page: page,
      read: { request, text in
        guard request[keyPath: path].count < most, let value = read(text) else { return false }
        request[keyPath: path].append(value)
        return true
      },
      write: { request in request[keyPath: path].map(write) },
      removeAll: { $0[keyPath: path] = [] })
  }
}
