import GSL
import Gnuplot
import LearningDynamics
import PluginKit

/// A small panel for labels beside a wide one for features, with room for a colour bar.
struct PanelPair {
  let size: Figure.Size
  let left: Panel.Area
  let right: Panel.Area
  let barLeft = 0.925

  /// A pair in a picture of a height in pixels; names below the axes take 150 of them.
  init(height: Int) {
    size = Figure.Size(width: 1100, height: height)
    left = Panel.Area(in: size, left: 95, right: 755, bottom: 150)
    right = Panel.Area(in: size, left: 450, right: 95, bottom: 150)
  }
}

extension ColorScale {
  /// No and yes for binary targets; else a sequential scale.
  static func targets(of dataset: Dataset, barLeft: Double) -> ColorScale {
    if dataset.hasBinaryTargets {
      let marks = Axis.Marks.named([Axis.Mark("no", at: -0.5), Axis.Mark("yes", at: 0.5)], rotated: false)
      return ColorScale(.noYes, range: Axis.Range(-1, 1), bar: Bar(left: barLeft, label: nil, marks: marks))
    }
    let values = dataset.targets.elements
    let (low, high) = (values.reduce(values[0], min), values.reduce(values[0], max))
    let range = Axis.Range(low, high > low ? high : low + 1)
    let marks = [range.from, range.to].map { Axis.Mark($0.significant(3), at: $0) }
    return ColorScale(
      .viridis, range: range, bar: Bar(left: barLeft, label: nil, marks: .named(marks, rotated: false)))
  }
}

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
