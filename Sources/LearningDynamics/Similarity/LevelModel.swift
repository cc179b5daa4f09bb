/// What the similarities would be if a network knew one level of a tree and nothing else: 1 for two items that share their
/// ancestor on that level, 0 for two that do not.
///
/// A leaf above the level has no ancestor there, and is alone.
public struct LevelModel: Hashable, Sendable {
  /// The level, from 1 below the root.
  public let level: Int
  /// P.
  public let items: Int
  /// The items that belong together, each item once.
  public let groups: [[Int]]
  /// The pairs inside groups, as indices into the P(P − 1)/2 pairs above the diagonal, row by row; ascending.
  public let inside: [Int]

  /// A model of groups.
  ///
  /// - Parameters:
  ///   - level: its level.
  ///   - groups: items from 0 to P − 1, each once.
  public init(level: Int, groups: [[Int]]) {
    self.level = level
    self.groups = groups
    items = groups.reduce(0) { $0 + $1.count }
    inside = Self.pairs(of: groups, items)
  }

  /// M = P(P − 1)/2, the number of all pairs.
  public var pairCount: Int { items * (items - 1) / 2 }

  /// The largest Kendall's τ_a that any similarities can have with the model: m(M − m) / (M(M − 1)/2), with m pairs inside.
  ///
  /// Pairs of pairs that are both inside or both outside are tied in the model and count as neither concordant nor
  /// discordant, so it is below 1: 0.508 and 0.254 for levels 1 and 2 of the tutorial's tree.
  public var largestTau: Double {
    let (inside, all) = (Double(inside.count), Double(pairCount))
    return inside * (all - inside) / (all * (all - 1) / 2)
  }

  /// The index of a pair among those above the diagonal.
  static func pair(_ first: Int, _ second: Int, of items: Int) -> Int {
    let (row, column) = (min(first, second), max(first, second))
    return row * (2 * items - row - 1) / 2 + column - row - 1
  }

  private static func pairs(of groups: [[Int]], _ items: Int) -> [Int] {
    groups.flatMap { group in
      group.indices.flatMap { second in group[..<second].map { pair($0, group[second], of: items) } }
    }.sorted()
  }

  /// The models of a tree's levels 1 … levels − 1, but for those that tell nothing: where all items are together or none is
  /// with another one.
  public static func all(of tree: DiffusionTree) -> [LevelModel] {
    guard tree.levels > 1 else { return [] }
    return (1..<tree.levels).compactMap { level in
      var groups: [[Int]] = []
      var placeOfAncestor: [Int: Int] = [:]
      for (item, leaf) in tree.leaves.enumerated() {
        var node = leaf
        while tree.level(of: node) > level, let parent = tree.parent(of: node) { node = parent }
        if let place = placeOfAncestor[node] {
          groups[place].append(item)
        } else {
          placeOfAncestor[node] = groups.count
          groups.append([item])
        }
      }
      let model = LevelModel(level: level, groups: groups)
      return model.inside.isEmpty || model.inside.count == model.pairCount ? nil : model
    }
  }
}
