internal import LearningDynamics
internal import Support

/// A phase of a history as a user or a plugin says it: with names of items, before any data are made.
///
/// ```swift
/// import PluginKit
///
/// let phases = [PhaseSettings(epochs: 400, without: ["Oak"]), PhaseSettings(until: 0.01, only: ["Oak"])]
/// ```
///
/// On the command line and in dataset files the same is `epochs=400 without=Oak` and `until=0.01 only=Oak`, see ``PhaseKey``.
/// A phase that sets no targets teaches the dataset's own, and one that sets no frequencies shows items as often as the dataset
/// says.
public struct PhaseSettings: Codable, Hashable, Sendable {
  /// Its name in figures; what it teaches when nil: "Oak alone".
  public var name: String?
  /// How long it lasts; as long as a run without phases when nil, see `TrainingPlan.epochs`.
  public var epochs: Int?
  /// It ends at the first state with a smaller loss.
  public var endLoss: Double?
  /// With ``endLoss``, how long it lasts at most; `LearningPhase.largestEpochs` when nil.
  public var largestEpochs: Int?
  /// η; that of the run when nil.
  public var learningRate: Double?
  /// The items that are shown; the others are left out.
  public var only: [String]?
  /// The items that are left out.
  public var without: [String]?
  /// How often items are shown.
  public var frequencies: [String: Double]?
  /// The seed of other features, sampled on the same structure.
  public var seed: UInt32?
  /// Items with features from another sample, and its seed.
  public var revisions: [String: UInt32]?
  /// Whether the sign of all targets is changed.
  public var isReversed: Bool?
  /// The name of a table with other targets.
  public var targetsFile: String?

  /// A phase. What is not given is as in the dataset, or as in a run without phases.
  public init(
    _ name: String? = nil, epochs: Int? = nil, until endLoss: Double? = nil, atMost largestEpochs: Int? = nil,
    learningRate: Double? = nil, only: [String]? = nil, without: [String]? = nil,
    frequencies: [String: Double]? = nil, seed: UInt32? = nil, revising revisions: [String: UInt32]? = nil,
    isReversed: Bool? = nil, targetsFile: String? = nil
  ) {
    (self.name, self.epochs, self.endLoss, self.largestEpochs) = (name, epochs, endLoss, largestEpochs)
    (self.learningRate, self.only, self.without, self.frequencies) = (learningRate, only, without, frequencies)
    (self.seed, self.revisions, self.isReversed, self.targetsFile) = (seed, revisions, isReversed, targetsFile)
  }
}

/// A setting of a phase, as it is written on the command line and in dataset files.
public enum PhaseKey: String, CaseIterable, Sendable {
  case name, epochs, until
  case atMost = "at-most"
  case eta, only, without, frequency, seed, revise, reverse, targets

  /// What the key takes and means.
  public var meaning: String {
    switch self {
    case .name: "a name for figures, up to 100 characters. If left out: what the phase teaches"
    case .epochs:
      "how long it lasts, a whole number from 1 to 10,000,000. If left out: as long as a run without phases"
    case .until:
      "the loss, a number above 0, below which the phase ends: the mean over the items, weighted as they are shown"
    case .atMost:
      "with until: the number of epochs after which it ends anyway. If left out: \(LearningPhase.largestEpochs.grouped)"
    case .eta: "the learning rate, a number above 0. If left out: that of the run"
    case .only: "the items that are shown, such as Oak,Pine. All others are left out"
    case .without: "the items that are left out, such as Oak,Pine"
    case .frequency: "how often an epoch shows items, such as Oak:4,Pine:0.5, each from 0 (left out) to a million"
    case .seed:
      "a whole number from 0 to 4294967295: other features, sampled on the same structure with this seed (the next if the run has it)"
    case .revise: "items and seeds, such as Oak:7: these items have their features from the sample of that seed"
    case .reverse: "yes to change the sign of all targets"
    case .targets:
      "the name of a table (CSV, TSV) with other targets for the same items and features, matched by their names"
    }
  }
}

/// A text that does not describe a phase.
public struct PhaseTextError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do, in sentences.
  public let description: String

  /// An error, in sentences.
  package init(_ description: String) { self.description = description }
}

extension PhaseSettings {
  /// Reads `KEY=VALUE KEY=VALUE …`, such as "epochs=400 without=Oak"; names with blanks or commas are in double quotes:
  /// `only="Grey seal",Oak`.
  ///
  /// - Throws: ``PhaseTextError``.
  public init(text: String) throws(PhaseTextError) {
    self.init()
    var seen: Set<PhaseKey> = []
    for word in QuotedText.parts(of: text, where: \.isWhitespace) where !word.isEmpty {
      guard let equals = word.firstIndex(of: "=") else {
        throw PhaseTextError(
          "'\(word.shortened)' is not KEY=VALUE. Write a phase like this: epochs=400 without=Oak. Put names with blanks in "
            + "double quotes.")
      }
      let key = try Self.key(String(word[..<equals]))
      guard seen.insert(key).inserted else {
        throw PhaseTextError("'\(key.rawValue)' is given twice in a phase. Give it once.")
      }
      try set(key, to: String(word[word.index(after: equals)...]))
    }
  }

  /// The key of a name.
  static func key(_ name: String) throws(PhaseTextError) -> PhaseKey {
    if let key = PhaseKey(rawValue: name) { return key }
    if name == "frequencies" { return .frequency }
    let names = PhaseKey.allCases.map(\.rawValue)
    let advice =
      NearestName.to(name, among: names).map { "Did you mean '\($0)'?" }
      ?? "The keys are \(names.joined(separator: ", "))."
    throw PhaseTextError("A phase has no key '\(name.shortened)'. \(advice)")
  }

  /// Sets what a key stands for.
  ///
  /// - Throws: ``PhaseTextError`` for a text that the key does not take.
  public mutating func set(_ key: PhaseKey, to text: String) throws(PhaseTextError) {
    guard read(key, text) else {
      throw PhaseTextError("'\(text.shortened)' is not a valid value for '\(key.rawValue)' of a phase: \(key.meaning).")
    }
  }

  private mutating func read(_ key: PhaseKey, _ text: String) -> Bool {
    func assign<Value>(_ path: WritableKeyPath<PhaseSettings, Value?>, _ value: Value?) -> Bool {
      self[keyPath: path] = value
      return value != nil
    }
    func above0(_ text: String) -> Double? { Double(parameterText: text).flatMap { $0 > 0 && $0.isFinite ? $0 : nil } }
    func upToTenMillion(_ text: String) -> Int? { Int(text).flatMap { (1...10_000_000).contains($0) ? $0 : nil } }
    switch key {
    case .name:
      let name = QuotedText.unquoted(text)
      return assign(\.name, name.nameProblem == nil ? name : nil)
    case .epochs: return assign(\.epochs, upToTenMillion(text))
    case .until: return assign(\.endLoss, above0(text))
    case .atMost: return assign(\.largestEpochs, upToTenMillion(text))
    case .eta: return assign(\.learningRate, above0(text))
    case .only: return assign(\.only, Self.names(text))
    case .without: return assign(\.without, Self.names(text))
    case .frequency:
      return assign(
        \.frequencies,
        Self.pairs(text) { number in
          Double(parameterText: number).flatMap { (0...Dataset.largestFrequency).contains($0) ? $0 : nil }
        })
    case .seed: return assign(\.seed, UInt32(text))
    case .revise: return assign(\.revisions, Self.pairs(text) { UInt32($0) })
    case .reverse: return assign(\.isReversed, Bool(parameterText: text))
    case .targets:
      let name = QuotedText.unquoted(text)
      return assign(\.targetsFile, name.isEmpty || !name.isPrintable ? nil : name)
    }
  }

  /// Names with commas between them; nil if one is missing or given twice.
  private static func names(_ text: String) -> [String]? {
    let names = QuotedText.parts(of: text, at: ",").map { QuotedText.unquoted($0.trimmed) }
    return names.contains("") || Set(names).count < names.count ? nil : names
  }

  /// Names and values, NAME:VALUE, with commas between them.
  private static func pairs<Value>(_ text: String, _ read: (String) -> Value?) -> [String: Value]? {
    var found: [String: Value] = [:]
    for part in QuotedText.parts(of: text, at: ",") {
      // Frequencies are written with an equals sign elsewhere.
      guard let colon = part.lastIndex(where: { $0 == ":" || $0 == "=" }),
        let value = read(String(part[part.index(after: colon)...]).trimmed)
      else { return nil }
      let name = QuotedText.unquoted(String(part[..<colon]).trimmed)
      guard !name.isEmpty, found.updateValue(value, forKey: name) == nil else { return nil }
    }
    return found
  }

  /// The text of what a key stands for; nil if it is not set.
  public func text(of key: PhaseKey) -> String? {
    func quoted(_ name: String) -> String { QuotedText.quoted(name, ifContaining: " ,:=;") }
    func pairs<Value>(_ values: [String: Value]?, _ write: (Value) -> String) -> String? {
      values.map { $0.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\(write($0.value))" }.joined(separator: ",") }
    }
    return switch key {
    case .name: name.map(quoted)
    case .epochs: epochs.map(String.init)
    case .until: endLoss?.parameterText
    case .atMost: largestEpochs.map(String.init)
    case .eta: learningRate?.parameterText
    case .only: only.map { $0.map(quoted).joined(separator: ",") }
    case .without: without.map { $0.map(quoted).joined(separator: ",") }
    case .frequency: pairs(frequencies, \.parameterText)
    case .seed: seed.map { String($0) }
    case .revise: pairs(revisions) { String($0) }
    case .reverse: isReversed?.parameterText
    case .targets: targetsFile.map(quoted)
    }
  }

  /// The text that ``init(text:)`` reads.
  public var text: String {
    PhaseKey.allCases.compactMap { key in text(of: key).map { "\(key.rawValue)=\($0)" } }.joined(separator: " ")
  }

  /// The items that it names.
  var namedItems: [String] {
    (only ?? []) + (without ?? []) + (frequencies ?? [:]).keys.sorted() + (revisions ?? [:]).keys.sorted()
  }

  /// Whether it teaches other targets than the dataset's own.
  public var setsTargets: Bool { seed != nil || revisions != nil || isReversed == true || targetsFile != nil }

  /// Why these settings contradict each other; nil if they do not.
  public var contradiction: String? {
    if endLoss != nil, epochs != nil {
      return "'until' and 'epochs' both say when it ends. Leave one out; 'at-most' limits 'until'"
    }
    if largestEpochs != nil, endLoss == nil {
      return "'at-most' needs 'until'. Use 'epochs' for a fixed number of epochs"
    }
    if only != nil, without != nil { return "'only' and 'without' both say which items are shown. Leave one out" }
    if seed != nil, targetsFile != nil { return "'seed' and 'targets' both say what is taught. Leave one out" }
    return nil
  }

  /// The phase with what another one sets.
  public func changed(by other: PhaseSettings) -> PhaseSettings {
    var result = self
    func take<Value>(_ path: WritableKeyPath<PhaseSettings, Value?>) {
      if let value = other[keyPath: path] { result[keyPath: path] = value }
    }
    take(\.name)
    take(\.learningRate)
    take(\.isReversed)
    // Another way to end, or to choose items or targets, replaces the earlier one.
    if other.epochs != nil { (result.endLoss, result.largestEpochs) = (nil, nil) }
    if other.endLoss != nil { result.epochs = nil }
    take(\.epochs)
    take(\.endLoss)
    take(\.largestEpochs)
    if other.only != nil || other.without != nil { (result.only, result.without) = (other.only, other.without) }
    if other.seed != nil || other.targetsFile != nil {
      (result.seed, result.targetsFile) = (other.seed, other.targetsFile)
    }
    if let added = other.frequencies { result.frequencies = (frequencies ?? [:]).merging(added) { $1 } }
    if let added = other.revisions { result.revisions = (revisions ?? [:]).merging(added) { $1 } }
    return result
  }
}
