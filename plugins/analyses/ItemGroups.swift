import Gnuplot
import LearningDynamics

/// Items that share a colour: the groups right below the root of the dataset's tree; without a tree each of the first six
/// items has its own, and all others are grey.
struct ItemGroups {
  struct Group {
    /// The group's name for a legend, nil where items have colours of their own.
    let name: String?
    let items: [Int]
    let color: Color
  }

  let groups: [Group]

  init(_ dataset: Dataset) {
    if let tree = dataset.tree, let model = dataset.levelModels.first(where: { $0.level == 1 }) {
      groups = model.groups.enumerated().map { index, items in
        Group(
          name: Self.name(of: items, tree) ?? Self.names(of: items, dataset), items: items, color: .category(index))
      }
    } else {
      let own = min(dataset.itemCount, Color.categories.count)
      let rest = Array(own..<dataset.itemCount)
      groups =
        (0..<own).map { Group(name: nil, items: [$0], color: .category($0)) }
        + (rest.isEmpty ? [] : [Group(name: nil, items: rest, color: .category(own))])
    }
  }

  /// The name of the items' ancestor on level 1, if it has one.
  private static func name(of items: [Int], _ tree: DiffusionTree) -> String? {
    var node = tree.leaves[items[0]]
    while tree.level(of: node) > 1, let parent = tree.parent(of: node) { node = parent }
    return tree.groupNames[node]
  }

  /// "Goldfish … Canary".
  private static func names(of items: [Int], _ dataset: Dataset) -> String {
    let (first, last) = (dataset.items[items[0]], dataset.items[items[items.count - 1]])
    return first == last ? first.shown : "\(first.shown) … \(last.shown)"
  }
}

extension String {
  /// The text, cut after so many characters as a figure has room for.
  var shown: String { count > 16 ? prefix(15) + "…" : self }
}
