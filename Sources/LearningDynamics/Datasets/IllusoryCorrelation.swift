/// A feature that holds for a whole group except one member, with the probe whose prediction shows the illusion.
///
/// The rule is learned with the group's mode, before the modes that contain the exception. Meanwhile the network predicts
/// for the exception what holds for the related items.
public struct IllusoryCorrelation: Hashable, Sendable {
  /// Another name for one item; the sampled features do not depend on names.
  public struct Renaming: Hashable, Sendable {
    /// The item's name in the tree.
    public let item: String
    /// Its new name.
    public let name: String

    public init(_ item: String, to name: String) {
      self.item = item
      self.name = name
    }
  }

  /// For which items the feature holds.
  public enum Values: Hashable, Sendable {
    /// A value for each item, −1 or +1, in the order of the leaves.
    case inOrder([Double])
    /// The items with the feature (+1), by their names after the renaming; all others do not have it (−1).
    case holding(for: [String])
  }

  /// The item that is renamed, if any.
  public let renaming: Renaming?
  /// The appended feature's name.
  public let feature: String
  /// For which items the feature holds.
  public let values: Values
  /// The item whose prediction of the feature is followed, by its name after the renaming.
  public let probe: String

  /// A correlation with an item renamed.
  ///
  /// - Parameters:
  ///   - item: the item's name in the tree, for instance "Goldfish".
  ///   - name: its new name, for instance "Shark".
  ///   - feature: for instance "has_bones".
  ///   - values: one for each leaf, −1 or +1.
  ///   - probe: the item to follow; the renamed one by default.
  public init(renaming item: String, to name: String, feature: String, values: [Double], probe: String? = nil) {
    renaming = Renaming(item, to: name)
    self.feature = feature
    self.values = .inOrder(values)
    self.probe = probe ?? name
  }

  /// A correlation among the tree's own items.
  public init(feature: String, values: [Double], probe: String) {
    self.init(renaming: nil, feature: feature, values: .inOrder(values), probe: probe)
  }

  /// A correlation among the tree's own items, given by the names of the items with the feature.
  ///
  /// - Parameters:
  ///   - feature: for instance "can_fly".
  ///   - items: the items with the feature.
  ///   - probe: the item to follow, for instance the one bird that is not among them.
  public init(feature: String, holdingFor items: [String], probe: String) {
    self.init(renaming: nil, feature: feature, values: .holding(for: items), probe: probe)
  }

  /// A correlation from its parts.
  public init(renaming: Renaming?, feature: String, values: Values, probe: String) {
    self.renaming = renaming
    self.feature = feature
    self.values = values
    self.probe = probe
  }

  /// The dataset with the item renamed, the feature appended as its last column, and the probe set.
  ///
  /// - Throws: ``DatasetError`` if the dataset has no such item, or if the numbers of items and values differ.
  public func added(to dataset: Dataset) throws(DatasetError) -> Dataset {
    if case .inOrder(let values) = values, values.count != dataset.itemCount {
      throw .valueCount(dataset: dataset.identifier, feature: feature, values: values.count, items: dataset.itemCount)
    }
    var result = dataset
    if let renaming { result = try result.renaming(renaming.item, to: renaming.name) }
    return try result.appending(feature: feature, values: values(for: result)).probing(item: probe, feature: feature)
  }

  private func values(for dataset: Dataset) throws(DatasetError) -> [Double] {
    switch values {
    case .inOrder(let values): return values
    case .holding(let names):
      if let unknown = names.first(where: { !dataset.items.contains($0) }) {
        throw .unknownItem(dataset: dataset.identifier, item: unknown, items: dataset.items)
      }
      return dataset.items.map { names.contains($0) ? 1 : -1 }
    }
  }
}

extension IllusoryCorrelation {
  /// Animals have bones, but the shark does not: the tutorial's illusory correlation.
  public static let sharkBones = IllusoryCorrelation(
    renaming: "Goldfish", to: "Shark", feature: "has_bones",
    //       Shark, Tuna, Robin, Canary, Rose, Daisy, Pine, Oak
    values: [-1, +1, +1, +1, -1, -1, -1, -1])
}
