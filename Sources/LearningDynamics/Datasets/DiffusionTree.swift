/// The tree along which features diffuse: `levels` levels below the root, `branches` children for each node.
///
/// Nodes are numbered level by level from the root 0; the children of node j are branches·j + 1 … branches·j +
/// branches. The leaves, the nodes of the last level, are the P = branches^levels items.
public struct DiffusionTree: Codable, Hashable, Sendable {
  /// The most items a tree may have: 4,096. The time for the modes of one state grows with the cube of it.
  public static let largestItemCount = 4096

  /// Levels below the root, at least 1.
  public let levels: Int
  /// Children of each inner node, at least 2.
  public let branches: Int
  /// The probability with which a node takes the sign its parent has not, from 0 to 1.
  public let flipProbability: Double

  /// A tree.
  ///
  /// - Parameters:
  ///   - levels: 3 by default: animals and plants, their kinds, the items.
  ///   - branches: 2 by default.
  ///   - flipProbability: 0.15 by default, where the levels' modes are well apart.
  /// - Throws: ``DatasetError`` for values out of range or more than ``largestItemCount`` leaves.
  public init(levels: Int = 3, branches: Int = 2, flipProbability: Double = 0.15) throws(DatasetError) {
    guard levels >= 1 else { throw .parameter(name: "levels", value: Double(levels), allowed: "at least 1") }
    guard branches >= 2 else { throw .parameter(name: "branches", value: Double(branches), allowed: "at least 2") }
    guard (0...1).contains(flipProbability) else {
      throw .parameter(name: "flip", value: flipProbability, allowed: "a probability from 0 to 1")
    }
    var leaves = 1
    for _ in 0..<levels {
      let (product, overflow) = leaves.multipliedReportingOverflow(by: branches)
      guard !overflow, product <= Self.largestItemCount else {
        throw .tooManyLeaves(levels: levels, branches: branches, limit: Self.largestItemCount)
      }
      leaves = product
    }
    self.levels = levels
    self.branches = branches
    self.flipProbability = flipProbability
  }

  /// P, the number of leaves.
  public var leafCount: Int { nodeCount(ofLevel: levels) }

  /// The number of all nodes.
  public var nodeCount: Int { (0...levels).reduce(0) { $0 + nodeCount(ofLevel: $1) } }

  /// The number of nodes on a level; the root is level 0.
  public func nodeCount(ofLevel level: Int) -> Int { (0..<level).reduce(1) { product, _ in product * branches } }

  /// The number of the first node on a level.
  public func firstNode(ofLevel level: Int) -> Int { (0..<level).reduce(0) { $0 + nodeCount(ofLevel: $1) } }

  /// The parent of a node, nil for the root.
  public func parent(of node: Int) -> Int? { node == 0 ? nil : (node - 1) / branches }
}
