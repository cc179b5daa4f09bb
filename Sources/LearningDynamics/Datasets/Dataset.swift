public import GSL

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
  public private(set) var probe: Probe?
  /// Settings that suit this dataset better than the defaults.
  public var recommendation: TrainingRecommendation
  /// The tree the features were sampled on, if any.
  public let tree: DiffusionTree?
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
  /// - Throws: ``DatasetError`` when shapes disagree, a value is not finite, a name is empty, repeated or has control
  ///   characters, or the probe lies outside the targets.
  public init(
    identifier: String, items: [String], features: FeatureNames, inputs: Matrix? = nil, targets: Matrix,
    probe: Probe? = nil, recommendation: TrainingRecommendation = TrainingRecommendation(),
    tree: DiffusionTree? = nil, trueMap: Matrix? = nil
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

  /// The dataset with a cell whose prediction is followed.
  public func probing(item: String, feature: String) throws(DatasetError) -> Dataset {
    guard let column = features.index(ofName: feature) else {
      throw .unknownFeature(dataset: identifier, feature: feature)
    }
    return probing(Probe(item: try index(ofItem: item), feature: column))
  }

  /// The dataset with a cell whose prediction is followed.
  private func probing(_ cell: Probe) -> Dataset {
    var result = self
    result.probe = cell
    return result
  }

  /// The dataset with a cell whose prediction is followed, by its name as readers write it: "Penguin:can_fly".
  ///
  /// - Throws: ``DatasetError/unknownCell(dataset:cell:reason:)`` for a text that names none.
  public func probing(_ cell: String) throws(DatasetError) -> Dataset {
    let colons = cell.indices.filter { cell[$0] == ":" }
    let parts = colons.map { (item: String(cell[..<$0]), feature: String(cell[cell.index(after: $0)...])) }
    for (item, feature) in parts {
      if let row = items.firstIndex(of: item), let column = features.index(ofName: feature) {
        return probing(Probe(item: row, feature: column))
      }
    }
    throw .unknownCell(dataset: identifier, cell: cell, reason: missing(parts.first))
  }

  private func missing(_ cell: (item: String, feature: String)?) -> String {
    guard let cell else { return "Write it as ITEM:FEATURE, such as \(items[0]):\(features[featureCount - 1])" }
    guard items.contains(cell.item) else {
      return "Its items are \(items.prefix(12).joined(separator: ", "))\(itemCount > 12 ? ", …" : "")"
    }
    let named = features.named.suffix(12).joined(separator: ", ")
    let numbered = features.numbered > 0 ? "feature-1 to feature-\(features.numbered)" : nil
    let known = [numbered, named.isEmpty ? nil : named].compactMap(\.self).joined(separator: ", and ")
    return "Its features are \(known)"
  }

  private func index(ofItem item: String) throws(DatasetError) -> Int {
    guard let index = items.firstIndex(of: item) else {
      throw .unknownItem(dataset: identifier, item: item, items: items)
    }
    return index
  }
}
