import Gnuplot
import GSL
import LearningDynamics
import Support

/// Items that share a colour: the groups right below the root of the dataset's tree. Without a tree, each of few items has
/// its own colour; many items are grouped by the similarity of their features.
struct ItemGroups {
  struct Group {
    /// The group's name for a legend; nil if every item has its own colour.
    let name: String?
    let items: [Int]
    let color: Color
  }

  let groups: [Group]

  /// With more items, clustering would take too long.
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

  /// As many groups of items with similar features as there are colours.
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
  /// The models of the tree's levels that distinguish items; empty without a tree.
  var levelModels: [LevelModel] {
    tree.map { LevelModel.all(of: $0) }?.filter { $0.items == itemCount } ?? []
  }
}

/// Groups of item pairs whose similarity is shown over time, each with a name.
///
/// With a tree, pairs are grouped by the level of their closest common group. Without one, they are pairs of the probe's item
/// with itself and with others.
struct ItemRelations {
  /// One curve.
  struct Relation {
    /// The column of a table.
    let column: String
    /// The entry of a legend.
    let title: String
  }

  /// The most other items shown beside the probe's item, the nearest and the farthest: with the item itself, twice as many
  /// curves as there are colours.
  static let largestOtherCount = 11

  private(set) var relations: [Relation] = []
  /// Whether any of them has several pairs.
  var hasMeans: Bool { entries.contains { $0.count > 1 } }
  /// For each relation, indices into the entries of a P × P matrix, row by row.
  private var entries: [[Int]] = []

  init(_ dataset: Dataset) {
    let count = dataset.itemCount
    if let tree = dataset.tree, tree.leafCount == count {
      addLevels(of: tree)
    } else {
      let item = dataset.followedCell.item
      // A legend has room for two names of nine letters' heights.
      let names = ShortNames.shortened(dataset.items, ems: 9)
      let name = names[item]
      add("item_\(item + 1)", "\(name) with itself", [item * count + item])
      for other in Self.shown(besides: item, of: dataset) {
        add("item_\(other + 1)", "\(name) with \(names[other])", [item * count + other])
      }
    }
  }

  /// All other items, or of many those with the most and the least similar features; the most similar first.
  private static func shown(besides item: Int, of dataset: Dataset) -> [Int] {
    let own = dataset.targets.row(item)
    let products = dataset.items.indices.map { other in
      zip(own, dataset.targets.row(other)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let others = dataset.items.indices.filter { $0 != item }.sorted { (-products[$0], $0) < (-products[$1], $1) }
    guard others.count > largestOtherCount else { return others }
    let nearest = (largestOtherCount + 1) / 2
    return others.prefix(nearest) + others.suffix(largestOtherCount - nearest)
  }

  /// The mean of each relation's entries in a P × P matrix.
  ///
  /// - Complexity: O(P²).
  func means(of elements: [Double]) -> [Double] {
    entries.map { places in places.reduce(0) { $0 + elements[$1] } / Double(places.count) }
  }

  private mutating func add(_ column: String, _ title: String, _ places: [Int]) {
    guard !places.isEmpty else { return }
    relations.append(Relation(column: column, title: title))
    entries.append(places)
  }

  private mutating func addLevels(of tree: DiffusionTree) {
    let count = tree.leafCount
    add("itself", "an item with itself", (0..<count).map { $0 * count + $0 })
    let paths = tree.leaves.map(tree.path)
    var places = [[Int]](repeating: [], count: tree.levels)
    for first in 0..<count {
      for second in first + 1..<count {
        let shared = zip(paths[first], paths[second]).prefix { $0 == $1 }.count
        places[shared - 1].append(first * count + second)
      }
    }
    for level in places.indices.reversed() {
      let title = level == 0 ? "closest common group: all items" : "closest common group: level \(level)"
      add("level_\(level)", title, places[level])
    }
  }
}
