import LearningDynamics

/// Groups of item pairs whose similarity is followed over a training, each with a name.
///
/// With a tree, pairs are grouped by the level of the last group that both items are in. Without one, they are pairs of the
/// followed item with itself and with others.
struct ItemRelations {
  /// One curve.
  struct Relation {
    /// The column of a table.
    let column: String
    /// The entry of a legend.
    let title: String
  }

  /// Of the followed item, at most so many other items are shown: twice as many colours as there are categories.
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
      let name = dataset.items[item]
      add("item_\(item + 1)", "\(Self.short(name)) with itself", [item * count + item])
      for other in (0..<count).filter({ $0 != item }).prefix(Self.largestOtherCount) {
        add("item_\(other + 1)", "\(Self.short(name)) with \(Self.short(dataset.items[other]))", [item * count + other])
      }
    }
  }

  /// As much of a name as a legend has room for twice.
  private static func short(_ name: String) -> String { name.count > 13 ? name.prefix(12) + "…" : name }

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
    let paths = tree.leaves.map { leaf in
      var path = [leaf]
      while let last = path.last, let parent = tree.parent(of: last) { path.append(parent) }
      return Array(path.reversed())
    }
    var places = [[Int]](repeating: [], count: tree.levels)
    for first in 0..<count {
      for second in first + 1..<count {
        let shared = zip(paths[first], paths[second]).prefix { $0 == $1 }.count
        places[shared - 1].append(first * count + second)
      }
    }
    for level in places.indices.reversed() {
      let title = level == 0 ? "last common group: all items" : "last common group on level \(level)"
      add("level_\(level)", title, places[level])
    }
  }
}
