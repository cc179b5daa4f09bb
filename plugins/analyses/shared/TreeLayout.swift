import Gnuplot
import LearningDynamics

/// Places for the nodes of a tree: leaves side by side in one row, every other node above the middle of its children.
struct TreeLayout {
  let branches: Table
  let nodes: Table
  /// The groups that have a name, and where they are.
  let groups: [(name: String, x: Double, y: Double, isLeftChild: Bool)]

  init(_ tree: DiffusionTree) {
    var level = (0..<tree.nodeCount).map { Double(tree.level(of: $0)) }
    // All items stand in one row, above their names, also where branches are fewer.
    for leaf in tree.leaves { level[leaf] = Double(tree.levels) }
    var x = [Double](repeating: 0, count: tree.nodeCount)
    for (item, leaf) in tree.leaves.enumerated() { x[leaf] = Double(item) }
    // A parent has a smaller number than its children, and the first of them the smallest of theirs.
    var children = [(first: Int, last: Int)?](repeating: nil, count: tree.nodeCount)
    for node in x.indices.reversed() {
      if let (first, last) = children[node] { x[node] = (x[first] + x[last]) / 2 }
      if let parent = tree.parent(of: node) { children[parent] = (node, children[parent]?.last ?? node) }
    }
    // Beside a node the branch from its parent comes in on one side, and the name stands on the other.
    groups = tree.groupNames.sorted { $0.key < $1.key }.map { [x] node, name in
      (name, x[node], level[node], tree.parent(of: node).map { x[node] < x[$0] } ?? false)
    }
    nodes = Table(name: "tree-nodes", header: ["x", "y"], values: x.indices.flatMap { [x[$0], level[$0]] })
    branches = Table(
      name: "tree-branches", header: ["x1", "y1", "x2", "y2"],
      values: x.indices.flatMap { node in
        tree.parent(of: node).map { [x[$0], level[$0], x[node], level[node]] } ?? []
      })
  }
}
