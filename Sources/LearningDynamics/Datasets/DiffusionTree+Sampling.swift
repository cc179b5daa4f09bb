public import GSL

extension DiffusionTree {
  /// The tutorial's items, used for a tree with eight leaves.
  public static let tutorialItems = ["Goldfish", "Tuna", "Robin", "Canary", "Rose", "Daisy", "Pine", "Oak"]

  /// The names of the leaves: the tutorial's for eight of them, else item-1, item-2, …
  public var itemNames: [String] {
    leafCount == Self.tutorialItems.count ? Self.tutorialItems : (1...leafCount).map { "item-\($0)" }
  }

  /// Features sampled by branching diffusion, P × N, each entry −1 or +1.
  ///
  /// For each feature in turn the root draws a sign, −1 with probability ½; every other node takes its parent's sign,
  /// flipped with ``flipProbability``; the signs at the leaves are the feature's column. One uniform number is drawn
  /// for each node in node order, and the node's factor is +1 if it is above the node's probability of a flip.
  ///
  /// Saxe, A. M., McClelland, J. L. & Ganguli, S. (2019). PNAS 116, 11537–11546. doi:10.1073/pnas.1820226116
  ///
  /// - Parameter features: N, at least 1.
  /// - Complexity: O(N · nodes).
  public func sampleFeatures(_ features: Int, using sampler: inout DataSampler) -> Matrix {
    var targets = Matrix(rows: leafCount, columns: features)
    var signs = [Double](repeating: 1, count: nodeCount)
    let firstLeaf = firstNode(ofLevel: levels)
    targets.elements.withUnsafeMutableBufferPointer { targets in
      for feature in 0..<features {
        signs[0] = sampler.uniform() > 0.5 ? 1 : -1
        for node in 1..<signs.count {
          let factor = sampler.uniform() > flipProbability ? 1.0 : -1.0
          signs[node] = signs[(node - 1) / branches] * factor
        }
        for leaf in firstLeaf..<signs.count { targets[(leaf - firstLeaf) * features + feature] = signs[leaf] }
      }
    }
    return targets
  }

  /// A dataset of one-hot labels and sampled features.
  ///
  /// - Parameters:
  ///   - identifier: the dataset's name.
  ///   - features: N, at least 1.
  /// - Throws: ``DatasetError`` for fewer than one feature.
  public func dataset(_ identifier: String, features: Int, using sampler: inout DataSampler) throws(DatasetError)
    -> Dataset
  {
    guard features >= 1 else { throw .empty(dataset: identifier) }
    return try Dataset(
      identifier: identifier, items: itemNames, features: FeatureNames(numbered: features),
      targets: sampleFeatures(features, using: &sampler), tree: self)
  }
}
