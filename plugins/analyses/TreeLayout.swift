import Gnuplot
import LearningDynamics

/// Places for the nodes of a tree: leaves side by side, every other node above the middle of its children.
struct TreeLayout {
  let branches: Table
  let nodes: Table

  init(_ tree: DiffusionTree) {
    let firstLeaf = tree.firstNode(ofLevel: tree.levels)
    var x = [Double](repeating: 0, count: tree.nodeCount)
    var level = [Double](repeating: Double(tree.levels), count: tree.nodeCount)
    for node in x.indices.reversed() {
      if node >= firstLeaf {
        x[node] = Double(node - firstLeaf)
      } else {
        let (first, last) = (tree.branches * node + 1, tree.branches * node + tree.branches)
        x[node] = (x[first] + x[last]) / 2
        level[node] = level[first] - 1
      }
    }
    nodes = Table(name: "tree-nodes", header: ["x", "y"], values: x.indices.flatMap { [x[$0], level[$0]] })
    branches = Table(
      name: "tree-branches", header: ["x1", "y1", "x2", "y2"],
      values: x.indices.flatMap { node in
        tree.parent(of: node).map { [x[$0], level[$0], x[node], level[node]] } ?? []
      })
  }
}
