internal import GSL
public import LearningDynamics
internal import Support

/// What a run changes in the history of a dataset.
public struct HistoryChange: Codable, Hashable, Sendable {
  /// The phases that replace the dataset's own; none to keep these.
  public var phases: [PhaseSettings] = []
  /// What is changed in single phases, by their number from 1.
  public var changes: [Int: PhaseSettings] = [:]
  /// The tables with the targets of phases, by their names.
  public var tables: [String: String] = [:]

  /// No change.
  public init() {}
}

extension DatasetDescriptor {
  /// Makes the dataset with its history.
  ///
  /// - Parameters:
  ///   - values: of its settings.
  ///   - seed: of its random numbers.
  ///   - convention: how random numbers are drawn.
  ///   - change: the dataset before its history is added, such as with other frequencies.
  ///   - history: what a run changes in the history.
  /// - Throws: `DatasetError` for a dataset or a phase that cannot be made, ``DatasetFileError`` for a table that is not one of
  ///   targets.
  public func dataset(
    _ values: ParameterValues, seed: UInt32, convention: SamplingConvention,
    change: (Dataset) throws -> Dataset = { $0 }, history: HistoryChange = HistoryChange()
  ) throws -> Dataset {
    func sample(_ seed: UInt32) throws -> Dataset {
      var sampler = try DataSampler(seed: seed, convention: convention)
      return try makeDataset(values, &sampler)
    }
    let dataset = try change(sample(seed))
    let own = try phases(dataset, values)
    if !dataset.phases.isEmpty, !own.isEmpty || history != HistoryChange() {
      throw DatasetError.phase(
        dataset: dataset.identifier, phase: 1,
        reason: "the dataset was made with its phases, which cannot be changed")
    }
    for (name, text) in history.tables where tables[name].map({ $0 != text }) ?? false {
      throw DatasetFileError(
        file: name, reason: "The dataset has another table of this name. Rename the one for the phase.")
    }
    guard !own.isEmpty || !history.phases.isEmpty || !history.changes.isEmpty else { return dataset }
    let reader = PhaseReader(
      dataset: dataset, seed: seed, tables: tables.merging(history.tables) { $1 }, sample: sample)
    return try reader.taught(in: history.phases.isEmpty ? own : history.phases, changes: history.changes)
  }
}

/// Makes the phases of a dataset from their settings.
private final class PhaseReader {
  let dataset: Dataset
  /// The seed of the dataset.
  let seed: UInt32
  let tables: [String: String]
  /// Another sample of the same structure.
  let sample: (UInt32) throws -> Dataset
  /// The targets of samples, by their seeds.
  private var samples: [UInt32: Matrix] = [:]

  init(
    dataset: Dataset, seed: UInt32, tables: [String: String], sample: @escaping (UInt32) throws -> Dataset
  ) {
    (self.dataset, self.seed, self.tables, self.sample) = (dataset, seed, tables, sample)
  }

  func taught(in settings: [PhaseSettings], changes: [Int: PhaseSettings]) throws -> Dataset {
    var settings = settings
    for (number, change) in changes.sorted(by: { $0.key < $1.key }) {
      guard settings.indices.contains(number - 1) else {
        throw refuse(
          number,
          settings.isEmpty
            ? "the dataset has no phases; give each one, such as 'without=Oak' and 'only=Oak until=0.01'"
            : "the history has only \(settings.count) phase\(settings.count == 1 ? "" : "s")")
      }
      settings[number - 1] = settings[number - 1].changed(by: change)
    }
    guard settings.count <= LearningPhase.largestCount else {
      throw refuse(LearningPhase.largestCount + 1, "a history has at most \(LearningPhase.largestCount) phases")
    }
    return try dataset.taught(in: settings.enumerated().map { try phase($1, $0 + 1) })
  }

  private func refuse(_ number: Int, _ reason: String) -> DatasetError {
    .phase(dataset: dataset.identifier, phase: number, reason: reason)
  }

  private func index(of item: String) throws(DatasetError) -> Int {
    guard let index = dataset.items.firstIndex(of: item) else {
      throw .unknownItem(dataset: dataset.identifier, item: item, items: dataset.items)
    }
    return index
  }

  private func phase(_ settings: PhaseSettings, _ number: Int) throws -> LearningPhase {
    if let contradiction = settings.contradiction { throw refuse(number, contradiction) }
    let targets = try targets(settings, number)
    let frequencies = try frequencies(settings)
    if let frequencies, !frequencies.contains(where: { $0 > 0 }) { throw refuse(number, "it shows no item") }
    return LearningPhase(
      settings.name ?? name(settings), epochs: settings.epochs ?? settings.largestEpochs, endLoss: settings.endLoss,
      targets: targets == dataset.targets ? nil : targets, frequencies: frequencies,
      learningRate: settings.learningRate)
  }

  /// How often items are shown; nil if that is as in the dataset.
  private func frequencies(_ settings: PhaseSettings) throws(DatasetError) -> [Double]? {
    guard settings.only != nil || settings.without != nil || settings.frequencies != nil else { return nil }
    let usual = dataset.itemInputs.frequencies ?? Array(repeating: 1, count: dataset.itemCount)
    var frequencies = settings.only == nil ? usual : Array(repeating: 0, count: dataset.itemCount)
    for item in settings.only ?? [] {
      let index = try index(of: item)
      frequencies[index] = usual[index] == 0 ? 1 : usual[index]
    }
    for item in settings.without ?? [] { frequencies[try index(of: item)] = 0 }
    for (item, number) in (settings.frequencies ?? [:]).sorted(by: { $0.key < $1.key }) {
      frequencies[try index(of: item)] = number
    }
    return frequencies
  }

  private func targets(_ settings: PhaseSettings, _ number: Int) throws -> Matrix {
    var targets = dataset.targets
    if let name = settings.targetsFile {
      guard let text = tables[name] else { throw refuse(number, "the table '\(name.shortened)' was not read") }
      targets = try table(text, name)
    }
    if let seed = settings.seed { targets = try otherTargets(seed, number) }
    for (item, seed) in (settings.revisions ?? [:]).sorted(by: { $0.key < $1.key }) {
      let row = try index(of: item)
      let other = try otherTargets(seed, number).row(row)
      for (column, value) in other.enumerated() { targets[row, column] = value }
    }
    return settings.isReversed == true ? -1 * targets : targets
  }

  private func otherTargets(_ seed: UInt32, _ number: Int) throws -> Matrix {
    let seed = differing(seed)
    if let known = samples[seed] { return known }
    try Task.checkCancellation()
    let other = try sample(seed).targets
    guard other != dataset.targets else {
      throw refuse(number, "the dataset's features are not sampled, so another seed makes no others")
    }
    guard other.rows == dataset.itemCount, other.columns == dataset.featureCount else {
      throw refuse(number, "with another seed the dataset has another size")
    }
    samples[seed] = other
    return other
  }

  /// A seed; the next one if it is that of the dataset, so that the features are always others.
  private func differing(_ seed: UInt32) -> UInt32 { seed == self.seed ? seed &+ 1 : seed }

  /// The targets of a table with the dataset's items and features, in any order.
  private func table(_ text: String, _ name: String) throws -> Matrix {
    let isNumeric = !dataset.hasBinaryTargets
    let table = try ItemTable(text, file: name, numeric: isNumeric)
    func refuse(_ reason: String) -> DatasetFileError { DatasetFileError(file: name, reason: reason) }
    let rows = try dataset.items.map { item in
      guard let row = table.items.firstIndex(of: item) else {
        throw refuse("It has no line for '\(item.shortened)'. Give a line for each item of '\(dataset.identifier)'.")
      }
      return row
    }
    if let other = table.items.first(where: { !dataset.items.contains($0) }) {
      throw refuse(SampledDocument.adviceOnUnknown(other, among: dataset.items))
    }
    guard table.features.count == dataset.featureCount else {
      throw refuse(
        "It has \(table.features.count.grouped) features, but '\(dataset.identifier)' has \(dataset.featureCount.grouped). Give a "
          + "column for each.")
    }
    var columns = [Int](repeating: 0, count: dataset.featureCount)
    for (column, feature) in table.features.enumerated() {
      guard let place = dataset.features.index(ofName: feature) else {
        throw refuse(
          "'\(dataset.identifier)' has no feature '\(feature.shortened)'. \(dataset.features.advice(for: feature))")
      }
      columns[place] = column
    }
    var targets = dataset.targets
    for (item, row) in rows.enumerated() {
      for (feature, column) in columns.enumerated() {
        targets[item, feature] = table.values[row * table.features.count + column]
      }
    }
    return targets
  }

  /// What a phase teaches, in a few words: "Oak alone", "new features, without Pine".
  private func name(_ settings: PhaseSettings) -> String {
    func list(_ names: [String]) -> String { names.count <= 2 ? names.joined(separator: ", ") : "\(names.count) items" }
    var parts: [String] = []
    if let file = settings.targetsFile { parts.append(file) }
    if let seed = settings.seed { parts.append("new features (seed \(differing(seed)))") }
    if let revisions = settings.revisions { parts.append("\(list(revisions.keys.sorted())) revised") }
    if settings.isReversed == true { parts.append("reversed") }
    if let only = settings.only { parts.append("\(list(only)) alone") }
    if let without = settings.without { parts.append("without \(list(without))") }
    if let frequencies = settings.frequencies {
      parts +=
        frequencies.count <= 2
        ? frequencies.sorted { $0.key < $1.key }.map { "\($0.key) × \($0.value.significant())" }
        : ["\(frequencies.count) items more or less often"]
    }
    return parts.isEmpty ? "all items" : parts.joined(separator: ", ")
  }
}
