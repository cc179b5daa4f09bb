package import GSL

/// Where a prediction rests on its way: the steps of a ladder, one for each group of modes that is learned together.
///
/// Once some groups are learned and the others have not begun, the network predicts for a cell the projection of its feature
/// on the modes of those groups,
///
/// ŷ_(i,f) = Σ_α (y_f · v_α) v_iα
///
/// over the modes α learned so far. The last step is the target.
///
/// *Holds* as far as stages are well apart; else the prediction turns before it has reached a step.
///
/// Saxe, A. M., McClelland, J. L. & Ganguli, S. (2019). PNAS 116, 11537–11546. doi:10.1073/pnas.1820226116
public struct IllusionLadder: Codable, Hashable, Sendable {
  /// The prediction at which each step rests.
  public let steps: [Double]

  /// The steps of a cell of a dataset with one-hot inputs, in the modes of its targets.
  ///
  /// - Parameters:
  ///   - cell: the item and the feature.
  ///   - dataset: the dataset.
  ///   - right: V, P × k.
  ///   - groups: the modes of each group, in the order in which the groups are learned.
  package init(of cell: Probe, in dataset: Dataset, right: Matrix, groups: [[Int]]) {
    let values = dataset.targets.column(cell.feature)
    var prediction = 0.0
    steps = groups.map { modes in
      for mode in modes {
        let loading = zip(values, right.column(mode)).reduce(0) { $0 + $1.0 * $1.1 }
        prediction += loading * right[cell.item, mode]
      }
      return prediction
    }
  }

  /// The steps of a feature for an item of a tree, before any sampling: the mean of the feature over the items that share
  /// the item's ancestor on level 0, 1, …
  ///
  /// - Parameters:
  ///   - values: the feature, a value for each leaf.
  ///   - item: the item.
  ///   - tree: a tree whose nodes have equally many children level by level; of others means are no projections.
  package init(of values: [Double], item: Int, on tree: DiffusionTree) {
    let ancestors = tree.leaves.map(tree.path)
    steps = (0...tree.levels).map { level in
      let relatives = ancestors.indices.filter { ancestors[$0].prefix(level + 1) == ancestors[item].prefix(level + 1) }
      return relatives.reduce(0) { $0 + values[$1] } / Double(relatives.count)
    }
  }
}
