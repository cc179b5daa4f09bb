public import GSL
internal import Support

/// A dataset: items with their inputs and the targets that a network learns.
///
/// - Inputs X, P × n: one row for each item. By default one-hot labels (X = I).
/// - Targets Y, P × N: one row for each item, one column for each feature.
///
/// A network's end-to-end map W (N × n) predicts X Wᵀ.
public struct Dataset: Equatable, Sendable {
  /// Its name, in kebab-case.
  public let identifier: String
  /// One name for each of the P items.
  public private(set) var items: [String]
  /// One name for each of the N features.
  public private(set) var features: FeatureNames
  /// X, and how often each item is shown.
  public internal(set) var itemInputs: ItemInputs {
    didSet { (spectrum, correlations) = (Memo(), Memo()) }
  }
  /// Y, P × N.
  public private(set) var targets: Matrix {
    didSet { (spectrum, correlations) = (Memo(), Memo()) }
  }
  /// What is taught one after the other; empty for a dataset that is taught as it is for the whole training.
  public internal(set) var phases: [LearningPhase] = []
  /// The probe, if the dataset has one.
  public internal(set) var probe: Probe?
  /// Recommended settings that suit this dataset better than the defaults.
  public var recommendation: TrainingRecommendation
  /// Similarities of the items from outside, such as ratings by people, to compare a network with.
  public var similarities: [GivenSimilarities] = []
  /// The tree the features were sampled on, if any.
  public private(set) var tree: DiffusionTree?
  /// The modes of the features before any sampling, if they are known in closed form and do not follow from the ``tree``; see
  /// ``populationSpectrum()``.
  public private(set) var population: PopulationSpectrum?
  /// The singular values of the regression map, once they are computed.
  private(set) var spectrum = Memo<[Double]>()
  /// Those of Σ_yx.
  private(set) var correlations = Memo<[Double]>()
  /// The map the targets were made with, N × n, if it is known.
  public internal(set) var trueMap: Matrix?
  /// The standard deviation of the noise that was added to each target of the true map, if it is known.
  public private(set) var noise: Double?

  /// A dataset of consistent shapes and finite values.
  ///
  /// - Parameters:
  ///   - identifier: its name, in kebab-case.
  ///   - items: one name for each item.
  ///   - features: one name for each feature.
  ///   - inputs: X; one-hot labels when nil.
  ///   - frequencies: how often each item is shown in an epoch, see ``ItemInputs``; once when nil.
  ///   - targets: Y, a row for each item and a column for each feature.
  ///   - probe: the item and the feature whose prediction is followed.
  ///   - recommendation: recommended settings.
  ///   - tree: the tree the features were sampled on.
  ///   - trueMap: the map the targets were made with, N × n.
  ///   - noise: the standard deviation of the noise on each of its targets.
  ///   - population: the modes that sampled features have before any sampling.
  /// - Throws: ``DatasetError`` if shapes disagree, a value is not finite, a name cannot be shown or is used twice, or the
  ///   probe is outside the targets.
  public init(
    identifier: String, items: [String], features: FeatureNames, inputs: Matrix? = nil,
    frequencies: [Double]? = nil, targets: Matrix, probe: Probe? = nil,
    recommendation: TrainingRecommendation = TrainingRecommendation(),
    tree: DiffusionTree? = nil, trueMap: Matrix? = nil, noise: Double? = nil,
    population: PopulationSpectrum? = nil
  ) throws(DatasetError) {
    self.identifier = identifier
    self.items = items
    self.features = features
    itemInputs = ItemInputs(
      inputs ?? .identity(items.count), isOneHot: inputs == nil || inputs == .identity(items.count),
      frequencies: frequencies)
    self.targets = targets
    self.probe = probe
    self.recommendation = recommendation
    self.tree = tree
    self.trueMap = trueMap
    self.noise = noise
    self.population = population
    try validate()
  }

  /// The dataset with one more feature.
  ///
  /// - Parameters:
  ///   - feature: the new column's name.
  ///   - values: one value for each item.
  public func appending(feature: String, values: [Double]) throws(DatasetError) -> Dataset {
    guard values.count == items.count else {
      throw .valueCount(dataset: identifier, feature: feature, values: values.count, items: items.count)
    }
    var result = self
    result.features = features.appending(feature)
    var elements: [Double] = []
    elements.reserveCapacity(targets.elements.count + values.count)
    for (item, value) in values.enumerated() {
      elements += targets.elements[item * targets.columns..<(item + 1) * targets.columns]
      elements.append(value)
    }
    result.targets = Matrix(rows: targets.rows, columns: targets.columns + 1, elements: elements)
    // No map has made the new feature.
    (result.trueMap, result.noise) = (nil, nil)
    guard phases.allSatisfy({ $0.targets == nil }) else {
      throw .phase(dataset: identifier, phase: 1, reason: "features are added before the phases, not after")
    }
    try result.validate()
    return result
  }

  /// Other targets of the same shape: what is known of the sampled ones no longer holds.
  mutating func replaceTargets(by targets: Matrix) {
    self.targets = targets
    (tree, population, trueMap, noise) = (nil, nil, nil, nil)
  }

  /// The dataset with one item renamed.
  public func renaming(_ item: String, to name: String) throws(DatasetError) -> Dataset {
    var result = self
    result.items[try index(ofItem: item)] = name
    try result.validate()
    return result
  }

  func index(ofItem item: String) throws(DatasetError) -> Int {
    guard let index = items.firstIndex(of: item) else {
      throw .unknownItem(dataset: identifier, item: item, items: items)
    }
    return index
  }
}

extension Dataset {
  /// The most often that an item is shown in an epoch: a million times.
  public static let largestFrequency = 1e6

  /// P, the number of items (samples).
  public var itemCount: Int { items.count }

  /// N, the number of features (outputs).
  public var featureCount: Int { features.count }

  /// X, P × n.
  public var inputs: Matrix { itemInputs.matrix }

  /// Whether X = I: each item is its own label, and the modes distinguish items.
  public var isOneHot: Bool { itemInputs.isOneHot }

  /// The names of the inputs: the items themselves for one-hot labels, else input-1, input-2, …
  public var inputNames: [String] {
    isOneHot ? items : (0..<inputs.columns).map { "input-\($0 + 1)" }
  }

  /// The names of what the modes of a training distinguish: items where inputs are white, else inputs.
  public var contrastNames: [String] { itemInputs.strength == nil ? inputNames : items }

  /// How often items are shown, in words: "Oak shown 4 times, without Pine"; nil if every item is shown once.
  public var frequencyWords: String? {
    guard let frequencies = itemInputs.frequencies else { return nil }
    let others = frequencies.indices.filter { frequencies[$0] != 1 }
    guard others.count <= 2 else {
      return Set(frequencies).count == 1
        ? "each item shown \(frequencies[0].significant()) times" : "items shown unequally often"
    }
    return others.map { item in
      frequencies[item] == 0
        ? "without \(items[item])" : "\(items[item]) shown \(frequencies[item].significant()) times"
    }.joined(separator: ", ")
  }

  /// The item and the feature whose prediction trajectories show: the probe, or item 0 and the last feature if there is none.
  public var followedCell: Probe { probe ?? Probe(item: 0, feature: featureCount - 1) }

  /// The name of an item and a feature, such as "Shark has_bones".
  public func name(of cell: Probe) -> String { "\(items[cell.item]) \(features[cell.feature])" }

  /// Whether every target is −1 or +1, so that a value can be read as no or yes.
  public var hasBinaryTargets: Bool { targets.elements.allSatisfy { $0.magnitude == 1 } }

  /// ε = 2η/(P·N): the step that acts on each entry of the end-to-end map, because the loss is a mean over P·N entries.
  public func effectiveLearningRate(for learningRate: Double) -> Double {
    EffectiveRate(entryCount: itemCount * featureCount).effective(learningRate)
  }

  /// η = ε·P·N/2, the inverse of ``effectiveLearningRate(for:)``.
  public func learningRate(forEffective rate: Double) -> Double {
    EffectiveRate(entryCount: itemCount * featureCount).learningRate(rate)
  }

  func validate() throws(DatasetError) {
    guard itemCount > 0, featureCount > 0, inputs.columns > 0 else { throw .empty(dataset: identifier) }
    guard inputs.rows == itemCount, targets.rows == itemCount, targets.columns == featureCount else {
      throw .shapes(
        dataset: identifier, items: itemCount, features: featureCount, inputRows: inputs.rows,
        targets: (targets.rows, targets.columns))
    }
    if let trueMap, trueMap.rows != featureCount || trueMap.columns != inputs.columns {
      throw .trueMap(dataset: identifier, shape: (trueMap.rows, trueMap.columns))
    }
    guard inputs.isFinite, targets.isFinite, trueMap?.isFinite ?? true, noise?.isFinite ?? true else {
      throw .notFinite(dataset: identifier)
    }
    if let frequencies = itemInputs.frequencies {
      guard frequencies.count == itemCount else {
        throw .frequencies(dataset: identifier, reason: "there are \(frequencies.count) for \(itemCount) items")
      }
      guard frequencies.allSatisfy({ (0...Self.largestFrequency).contains($0) }) else {
        throw .frequencies(dataset: identifier, reason: "one is not a number from 0 to a million")
      }
      guard frequencies.contains(where: { $0 > 0 }) else {
        throw .frequencies(dataset: identifier, reason: "all are 0, so nothing is shown")
      }
    }
    if let probe {
      guard items.indices.contains(probe.item), features.indices.contains(probe.feature) else {
        throw .probe(
          dataset: identifier, item: probe.item, feature: probe.feature, items: itemCount, features: featureCount)
      }
    }
    if identifier.nameProblem != nil { throw .unreadableName(dataset: identifier, name: identifier) }
    for names in [items, features.named] {
      var seen: Set<String> = []
      for name in names {
        guard name.nameProblem == nil else { throw .unreadableName(dataset: identifier, name: name) }
        guard seen.insert(name).inserted else { throw .repeatedName(dataset: identifier, name: name) }
      }
    }
    if let name = features.named.first(where: { features.numberedIndex(ofName: $0) != nil }) {
      throw .repeatedName(dataset: identifier, name: name)
    }
  }
}

/// Settings that a dataset recommends instead of the defaults; settings that the user gives have priority.
public struct TrainingRecommendation: Codable, Hashable, Sendable {
  /// η for a network with one hidden layer.
  public var learningRate: Double?
  /// γ.
  public var initializationScale: Double?
  /// The width of the hidden layer.
  public var hiddenWidth: Int?
  /// The number of epochs T.
  public var epochs: Int?

  /// A recommendation of the given settings.
  public init(
    learningRate: Double? = nil, initializationScale: Double? = nil, hiddenWidth: Int? = nil, epochs: Int? = nil
  ) {
    self.learningRate = learningRate
    self.initializationScale = initializationScale
    self.hiddenWidth = hiddenWidth
    self.epochs = epochs
  }
}

extension Dataset {
  /// The dataset with a probe.
  public func probing(item: String, feature: String) throws(DatasetError) -> Dataset {
    guard let column = features.index(ofName: feature) else {
      throw .unknownFeature(dataset: identifier, feature: feature, advice: features.advice(for: feature))
    }
    return probing(Probe(item: try index(ofItem: item), feature: column))
  }

  /// The dataset with a probe.
  private func probing(_ cell: Probe) -> Dataset {
    var result = self
    result.probe = cell
    return result
  }

  /// The text of a probe for ``probing(_:)-(String)``: "Penguin:can_fly", with quotes around ambiguous names.
  public func text(of cell: Probe) -> String {
    let names = [items[cell.item], features[cell.feature]]
    let plain = names.joined(separator: ":")
    if Probe(named: plain, items: items, features: features) == cell { return plain }
    return names.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ":")
  }

  /// The dataset with a probe, given as a text such as "Penguin:can_fly".
  ///
  /// - Throws: ``DatasetError/unknownCell(dataset:cell:reason:)`` for a text that is not a probe.
  public func probing(_ cell: String) throws(DatasetError) -> Dataset {
    guard let probe = Probe(named: cell, items: items, features: features) else {
      throw .unknownCell(
        dataset: identifier, cell: cell.shortened, reason: Probe.advice(on: cell, items: items, features: features))
    }
    return probing(probe)
  }
}

extension Dataset {
  /// The singular values of the regression map W* = Yᵀ X (XᵀX)⁺, which training approaches, descending: min(n, N) of them, or
  /// min(P, N) if there are more inputs than items: the others are 0.
  ///
  /// For one-hot inputs these are the singular values of the targets, without items that are never shown.
  ///
  /// - Complexity: O(P²·N) when first asked for.
  public func targetSingularValues() throws(GSLError) -> [Double] {
    try spectrum { () throws(GSLError) in try Self.singularValues(of: try itemInputs.compact.fit(targets)) }
  }

  private static func singularValues(of map: Matrix) throws(GSLError) -> [Double] {
    // The triangle of a long matrix has the same singular values.
    let small = map.columns > map.rows ? TriangularFactor(ofTransposed: map).triangle : map
    var values = SingularValues(rows: small.rows, columns: small.columns)
    try values.compute(small)
    return values.values
  }

  /// The singular values of Σ_yx = Yᵀ F X, descending: the strengths with which modes grow from small weights. For one-hot
  /// inputs that are shown once they are ``targetSingularValues()``.
  ///
  /// - Complexity: O(P²·N) when first asked for.
  public func correlationSingularValues() throws(GSLError) -> [Double] {
    if itemInputs.isStandard { return try targetSingularValues() }
    return try correlations { () throws(GSLError) in
      try Self.singularValues(of: itemInputs.compact.correlation(targets.transposed).transposed)
    }
  }

  /// The modes of the features before any sampling: those that were given, or those of the ``tree``; nil for a dataset whose
  /// features were not sampled, and for inputs that are not one-hot or not shown once, whose modes are others.
  ///
  /// - Complexity: as ``DiffusionTree/populationSpectrum()``.
  public func populationSpectrum() throws(GSLError) -> PopulationSpectrum? {
    guard itemInputs.isStandard else { return nil }
    if let population { return population }
    guard features.numbered > 0, let tree else { return nil }
    return try tree.populationSpectrum()
  }
}

extension Dataset {
  /// The tutorial's dataset: eight items on a tree of three levels, sampled features, and an illusory correlation with its
  /// probe.
  ///
  /// - Parameters:
  ///   - seed: the seed of the sampled features.
  ///   - features: the number of sampled features, at least 1; `has_bones` is one more.
  /// - Throws: ``DatasetError`` for fewer than one feature, `GSLError` without memory for a generator.
  /// - Complexity: O(features).
  public static func sharkBones(
    seed: UInt32 = 2021, features: Int = 10_000
  ) throws -> Dataset {
    var sampler = try DataSampler(seed: seed, convention: .tutorial)
    return try IllusoryCorrelation.sharkBones.added(
      to: DiffusionTree().dataset("shark-bones", features: features, using: &sampler))
  }
}

/// ε = 2η/(P·N), and back.
struct EffectiveRate {
  /// P·N.
  let entryCount: Int

  func effective(_ learningRate: Double) -> Double { 2 * learningRate / Double(entryCount) }
  func learningRate(_ effective: Double) -> Double { effective * Double(entryCount) / 2 }
}
