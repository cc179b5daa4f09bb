public import GSL
internal import Support

/// Items, their features, and what a network is asked to learn of them.
///
/// - Inputs X, P × n: one row for each item. One-hot labels (X = I) unless said otherwise.
/// - Targets Y, P × N: one row for each item, one column for each feature.
///
/// A network's end-to-end map W (N × n) predicts X Wᵀ.
public struct Dataset: Equatable, Sendable {
  /// The plugin's name for it, in kebab-case.
  public let identifier: String
  /// One name for each of the P items.
  public private(set) var items: [String]
  /// One name for each of the N features.
  public private(set) var features: FeatureNames
  /// X, P × n.
  public let inputs: Matrix
  /// Whether X = I: each item is its own label, and the modes tell items apart.
  public let isOneHot: Bool
  /// Y, P × N.
  public private(set) var targets: Matrix {
    didSet { spectrum = Memo() }
  }
  /// The cell whose prediction tells the dataset's story, if it has one.
  public internal(set) var probe: Probe?
  /// Settings that suit this dataset better than the defaults.
  public var recommendation: TrainingRecommendation
  /// The tree the features were sampled on, if any.
  public let tree: DiffusionTree?
  /// The modes that the sampled features have before any sampling, where they are known in closed form and follow from no
  /// ``tree``; see ``populationSpectrum()``.
  public let population: PopulationSpectrum?
  /// The singular values of the map to be learned, once they are known.
  private(set) var spectrum = Memo<[Double]>()
  /// The map the targets were made with, N × n, if it is known.
  public let trueMap: Matrix?

  /// A dataset of consistent shapes and finite values.
  ///
  /// - Parameters:
  ///   - identifier: its name, in kebab-case.
  ///   - items: one name for each item.
  ///   - features: one name for each feature.
  ///   - inputs: X; one-hot labels when nil.
  ///   - targets: Y, a row for each item and a column for each feature.
  ///   - probe: the cell whose prediction is followed.
  ///   - recommendation: the settings that suit it.
  ///   - tree: the tree the features were sampled on.
  ///   - trueMap: the map the targets were made with, N × n.
  ///   - population: the modes that sampled features have before any sampling.
  /// - Throws: ``DatasetError`` when shapes disagree, a value is not finite, a name cannot be shown or is there
  ///   twice, or the probe lies outside the targets.
  public init(
    identifier: String, items: [String], features: FeatureNames, inputs: Matrix? = nil, targets: Matrix,
    probe: Probe? = nil, recommendation: TrainingRecommendation = TrainingRecommendation(),
    tree: DiffusionTree? = nil, trueMap: Matrix? = nil, population: PopulationSpectrum? = nil
  ) throws(DatasetError) {
    self.identifier = identifier
    self.items = items
    self.features = features
    self.inputs = inputs ?? .identity(items.count)
    isOneHot = inputs == nil || inputs == .identity(items.count)
    self.targets = targets
    self.probe = probe
    self.recommendation = recommendation
    self.tree = tree
    self.trueMap = trueMap
    self.population = population
    try validate()
  }

  /// The features that a network predicts for the items, as a dataset with one column more.
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
    try result.validate()
    return result
  }

  /// The dataset with one item called by another name; its values stay.
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
