import GSL
import Gnuplot
import LearningDynamics
import Support

/// Items that share a colour: the groups right below the root of the dataset's tree; without a tree each of few items has its
/// own, and more of them are grouped by how alike their features are.
struct ItemGroups {
  struct Group {
    /// The group's name for a legend, nil where items have colours of their own.
    let name: String?
    let items: [Int]
    let color: Color
  }

  let groups: [Group]

  /// Of more items the groups would take too long to find.
  private static let largestClusteredCount = 300

  init(_ dataset: Dataset) {
    let own = Color.categories.count
    if let tree = dataset.tree, let model = dataset.levelModels.first(where: { $0.level == 1 }) {
      groups = model.groups.enumerated().map { index, items in
        Group(
          name: Self.name(of: items, tree) ?? Self.names(of: items, dataset), items: items, color: .category(index))
      }
    } else if dataset.itemCount <= own {
      groups = dataset.items.indices.map { Group(name: nil, items: [$0], color: .category($0)) }
    } else if dataset.itemCount <= Self.largestClusteredCount {
      groups = Self.alike(dataset).enumerated().map { index, items in
        Group(name: Self.names(of: items, dataset), items: items, color: .category(index))
      }
    } else {
      groups = [
        Group(name: "\(dataset.itemCount.grouped) items", items: Array(dataset.items.indices), color: .category(0))
      ]
    }
  }

  /// As many groups of items with like features as there are colours.
  private static func alike(_ dataset: Dataset) -> [[Int]] {
    let products = dataset.targets * dataset.targets.transposed
    let distances = Matrix(
      rows: dataset.itemCount, columns: dataset.itemCount,
      elements: dataset.items.indices.flatMap { first in
        dataset.items.indices.map { second in
          max(0, products[first, first] + products[second, second] - 2 * products[first, second]).squareRoot()
        }
      })
    let clustering = HierarchicalClustering(averageLinkage: distances)
    let heights = clustering.merges.map(\.height)
    let cut = heights[heights.count - Color.categories.count]
    let groups = clustering.groups(cutAt: cut)
    return groups.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// The name of the items' ancestor on level 1, if it has one.
  private static func name(of items: [Int], _ tree: DiffusionTree) -> String? {
    tree.groupNames[tree.ancestor(of: tree.leaves[items[0]], onLevel: 1)]
  }

  /// "Goldfish, Tuna", "Goldfish … Canary (4)": the first and the last of the group.
  private static func names(of items: [Int], _ dataset: Dataset) -> String {
    // A legend has room for two names of eight letters' heights.
    let names = ShortNames.shortened(dataset.items, ems: 8)
    let (first, last) = (names[items[0]], names[items[items.count - 1]])
    switch items.count {
    case 1: return first
    case 2: return "\(first), \(last)"
    default: return "\(first) … \(last) (\(items.count))"
    }
  }
}

extension Dataset {
  /// The models of the tree's levels that tell items apart; none without a tree.
  var levelModels: [LevelModel] {
    tree.map { LevelModel.all(of: $0) }?.filter { $0.items == itemCount } ?? []
  }
}
