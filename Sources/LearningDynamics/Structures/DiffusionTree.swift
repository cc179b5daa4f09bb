internal import Support

/// The tree along which features diffuse, from the root to the items at its leaves.
///
/// Nodes are numbered level by level from the root 0, from left to right within a level. In a regular tree the children
/// of node j are branches·j + 1 … branches·j + branches. Leaves may lie on different levels; they are the items, from left
/// to right.
public struct DiffusionTree: Hashable, Sendable {
  /// The most items a tree may have: 4,096. The time for the modes of one state grows with the cube of it.
  public static let largestItemCount = 4096
  /// The most levels a tree may have: 64.
  public static let largestLevelCount = 64

  /// The probability with which a node takes the sign its parent has not, from 0 to 1.
  public let flipProbability: Double
  /// Levels below the root, at least 1.
  public let levels: Int
  /// The node of each item.
  public let leaves: [Int]
  /// The names of the items.
  public let itemNames: [String]
  /// The names of the groups that have one, by node.
  public let groupNames: [Int: String]
  /// The parent of each node but the root, from node 1.
  private let parents: [Int]
  /// The level of each node.
  private let nodeLevels: [Int]

  /// The tree of named items.
  ///
  /// - Parameters:
  ///   - items: groups within groups; a group needs a member.
  ///   - flipProbability: 0.15 by default, where the levels' modes are well apart.
  /// - Throws: ``DatasetError`` for a tree without groups, an empty group, a group whose name cannot be shown, a probability out of range, and more than
  ///   ``largestItemCount`` leaves or ``largestLevelCount`` levels.
  public init(_ items: ItemTree, flipProbability: Double = 0.15) throws(DatasetError) {
    guard (0...1).contains(flipProbability) else {
      throw .parameter(name: "flip", value: flipProbability, allowed: "a probability from 0 to 1")
    }
    guard case .group = items else { throw .emptyGroup(name: nil) }
    let depth = items.levels
    guard depth <= Self.largestLevelCount else {
      throw .parameter(name: "levels", value: Double(depth), allowed: "at most \(Self.largestLevelCount)")
    }
    var (parents, nodeLevels, groupNames) = ([Int](), [0], [Int: String]())
    // Breadth first: each entry is a node and what hangs from it. Its place among the leaves is known at the end.
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
    self.flipProbability = flipProbability
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
