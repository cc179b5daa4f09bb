public import GSL
internal import Support

/// The tree along which features diffuse, from the root to the items at its leaves.
///
/// Nodes are numbered level by level from the root 0, from left to right within a level. In a regular tree the children
/// of node j are branches·j + 1 … branches·j + branches. Leaves may be on different levels; they are the items, from left
/// to right.
public struct DiffusionTree: Hashable, Sendable {
  /// The largest number of items: 4,096. The time for the modes of one state grows with its cube.
  public static let largestItemCount = 4096
  /// The largest number of levels: 64.
  package static let largestLevelCount = 64

  /// The probability with which a node's sign differs from its parent's, from 0 to 1, for each level of nodes below the root.
  public let flipProbabilities: [Double]
  /// Levels below the root, at least 1.
  public let levels: Int
  /// The node of each item.
  public let leaves: [Int]
  public let itemNames: [String]
  /// The names of the named groups, by node.
  public let groupNames: [Int: String]
  /// The parent of each node except the root, from node 1.
  private let parents: [Int]
  private let nodeLevels: [Int]

  /// The tree of named items.
  ///
  /// - Parameters:
  ///   - items: nested groups; no group may be empty.
  ///   - flipProbability: 0.15 by default, where the levels' modes are well separated.
  /// - Throws: ``DatasetError`` for a tree without groups, an empty group, a group whose name cannot be shown, a probability
  ///   out of range, and more than ``largestItemCount`` leaves or `largestLevelCount` levels.
  public init(_ items: ItemTree, flipProbability: Double = 0.15) throws(DatasetError) {
    try self.init(items, flipProbabilities: Array(repeating: flipProbability, count: max(1, items.levels)))
  }

  /// The tree of named items, with a probability of a flip for each level.
  ///
  /// - Parameters:
  ///   - items: nested groups; no group may be empty.
  ///   - flipProbabilities: one for each level below the root, from the root's children on.
  /// - Throws: as ``init(_:flipProbability:)``, and for another number of probabilities.
  public init(_ items: ItemTree, flipProbabilities: [Double]) throws(DatasetError) {
    for probability in flipProbabilities { try DatasetError.requireProbability("flip", probability) }
    guard case .group = items else { throw .emptyGroup(name: nil) }
    let depth = items.levels
    guard flipProbabilities.count == depth else {
      throw .parameter(
        name: "the number of flips", value: Double(flipProbabilities.count), allowed: "\(depth), one for each level")
    }
    guard depth <= Self.largestLevelCount else {
      throw .parameter(name: "levels", value: Double(depth), allowed: "at most \(Self.largestLevelCount)")
    }
    var (parents, nodeLevels, groupNames) = ([Int](), [0], [Int: String]())
    // Breadth first: each entry is a node with its subtree. Its place among the leaves is known at the end.
    var queue: [(tree: ItemTree, path: [Int])] = [(items, [])]
    var leaves: [(node: Int, path: [Int])] = []
    var node = 0
    while node < queue.count {
      let (tree, path) = queue[node]
      switch tree {
      case .item: leaves.append((node, path))
      case .group(let name, let members):
        if let name, name.nameProblem != nil { throw .unreadableGroup(name: name) }
        groupNames[node] = name
        guard !members.isEmpty else { throw .emptyGroup(name: name) }
        for (index, member) in members.enumerated() {
          parents.append(node)
          nodeLevels.append(nodeLevels[node] + 1)
          queue.append((member, path + [index]))
        }
      }
      node += 1
    }
    guard leaves.count <= Self.largestItemCount else {
      throw .tooManyItems(items: leaves.count, limit: Self.largestItemCount)
    }
    self.flipProbabilities = flipProbabilities
    self.levels = depth
    self.leaves = leaves.sorted { $0.path.lexicographicallyPrecedes($1.path) }.map(\.node)
    self.itemNames = items.items
    self.groupNames = groupNames
    self.parents = parents
    self.nodeLevels = nodeLevels
  }

  /// P, the number of leaves.
  public var leafCount: Int { leaves.count }

  /// The number of all nodes.
  public var nodeCount: Int { nodeLevels.count }

  /// The level of a node; the root's is 0.
  public func level(of node: Int) -> Int { nodeLevels[node] }

  /// The parent of a node, nil for the root.
  public func parent(of node: Int) -> Int? { node == 0 ? nil : parents[node - 1] }
}

extension DiffusionTree {
  /// The tutorial's items, used for a tree with eight leaves.
  public static let tutorialItems = ["Goldfish", "Tuna", "Robin", "Canary", "Rose", "Daisy", "Pine", "Oak"]

  /// A tree in which every inner node has the same number of children, with P = branches^levels items: for eight items the
  /// tutorial's, else item-1, item-2, …
  ///
  /// - Parameters:
  ///   - levels: 3 by default: animals and plants, their kinds, the items.
  ///   - branches: 2 by default.
  ///   - flipProbability: 0.15 by default, where the levels' modes are well separated.
  /// - Throws: ``DatasetError`` for values out of range or more than ``largestItemCount`` leaves.
  public init(levels: Int = 3, branches: Int = 2, flipProbability: Double = 0.15) throws(DatasetError) {
    let flips = Array(repeating: flipProbability, count: max(0, min(levels, Self.largestLevelCount)))
    try self.init(levels: levels, branches: branches, flipProbabilities: flips)
  }

  /// The same with a probability of a flip for each level.
  ///
  /// - Parameters:
  ///   - levels: at least 1.
  ///   - branches: at least 2.
  ///   - flipProbabilities: one for each level below the root, from the root's children on.
  /// - Throws: as ``init(levels:branches:flipProbability:)``, and for another number of probabilities.
  public init(levels: Int, branches: Int, flipProbabilities: [Double]) throws(DatasetError) {
    guard levels >= 1 else { throw .parameter(name: "levels", value: Double(levels), allowed: "at least 1") }
    guard branches >= 2 else { throw .parameter(name: "branches", value: Double(branches), allowed: "at least 2") }
    var leaves = 1
    for _ in 0..<levels {
      let (product, overflow) = leaves.multipliedReportingOverflow(by: branches)
      guard !overflow, product <= Self.largestItemCount else {
        throw .tooManyLeaves(levels: levels, branches: branches, limit: Self.largestItemCount)
      }
      leaves = product
    }
    let names = leaves == Self.tutorialItems.count ? Self.tutorialItems : (1...leaves).map { "item-\($0)" }
    var nodes = names.map(ItemTree.item)
    for _ in 0..<levels {
      nodes = stride(from: 0, to: nodes.count, by: branches).map { .group(nil, Array(nodes[$0..<$0 + branches])) }
    }
    try self.init(nodes[0], flipProbabilities: flipProbabilities)
  }
}

extension DiffusionTree {
  /// Features sampled by branching diffusion, P × N, each entry −1 or +1.
  ///
  /// For each feature in turn the root draws a sign, −1 with probability ½; every other node takes its parent's sign,
  /// flipped with its level's probability; the signs at the leaves are the feature's column. One uniform number is drawn
  /// for each node in node order, and the node's factor is +1 if it is above the node's probability of a flip.
  ///
  /// Saxe, A. M., McClelland, J. L. & Ganguli, S. (2019). PNAS 116, 11537–11546. doi:10.1073/pnas.1820226116
  ///
  /// - Parameters:
  ///   - features: N, at least 1.
  ///   - sampler: the random numbers.
  /// - Complexity: O(N · nodes).
  public func sampleFeatures(_ features: Int, using sampler: inout DataSampler) -> Matrix {
    var targets = Matrix(rows: leafCount, columns: features)
    // One number for each node, first uniform, then the sign; for several features at a time.
    let count = nodeCount
    let featuresAtOnce = max(16, 1024 / count)
    var nodes = [Double](repeating: 0, count: featuresAtOnce * count)
    let parents = (0..<count).map { parent(of: $0) ?? 0 }
    let flips = (0..<count).map { $0 == 0 ? 0.5 : flipProbabilities[level(of: $0) - 1] }
    targets.withMutableElements { targets in
      nodes.withUnsafeMutableBufferPointer { nodes in
        for first in stride(from: 0, to: features, by: featuresAtOnce) {
          let last = min(first + featuresAtOnce, features)
          sampler.fill(UnsafeMutableBufferPointer(rebasing: nodes.prefix((last - first) * count)))
          for start in stride(from: 0, to: (last - first) * count, by: count) {
            nodes[start] = nodes[start] > 0.5 ? 1 : -1
            for node in 1..<count {
              let sign = nodes[start + parents[node]]
              nodes[start + node] = nodes[start + node] > flips[node] ? sign : -sign
            }
          }
          for (item, leaf) in leaves.enumerated() {
            let row = item * features
            for feature in first..<last { targets[row + feature] = nodes[(feature - first) * count + leaf] }
          }
        }
      }
    }
    return targets
  }
}

/// Items in nested groups, as users write them.
///
/// ```swift
/// import LearningDynamics
///
/// let animals: ItemTree = [
///   "birds": ["Robin", "Canary", "Eagle", "Penguin"],
///   "fish": ["Goldfish", "Tuna"],
/// ]
/// ```
///
/// Groups may have different sizes and depths. Shared properties of a group's items are learned before their differences, so
/// the groups determine the possible illusions.
public enum ItemTree: Hashable, Sendable {
  /// A leaf: one item.
  case item(String)
  /// A group of items and groups, with or without a name.
  case group(String?, [ItemTree])

  /// The items from left to right.
  public var items: [String] {
    switch self {
    case .item(let name): [name]
    case .group(_, let members): members.flatMap(\.items)
    }
  }

  /// The number of groups around the deepest item.
  public var levels: Int {
    switch self {
    case .item: 0
    case .group(_, let members): 1 + (members.map(\.levels).max() ?? 0)
    }
  }
}

extension ItemTree: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  /// An item.
  public init(stringLiteral name: String) { self = .item(name) }

  /// A group without a name.
  public init(arrayLiteral members: ItemTree...) { self = .group(nil, members) }

  /// A group of named groups, in the order in which they are written.
  public init(dictionaryLiteral groups: (String, ItemTree)...) {
    self = .group(nil, groups.map { Self.named($0, $1) })
  }

  /// A tree with a name: a named group.
  public static func named(_ name: String, _ tree: ItemTree) -> ItemTree {
    switch tree {
    case .item: .group(name, [tree])
    case .group(_, let members): .group(name, members)
    }
  }
}
