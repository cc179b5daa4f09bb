import LearningDynamics
import PluginKit

/// Gaussian features on a tree whose inner nodes are hidden.
struct TreeGraph: DatasetPlugin {
  static let identifier = "tree-graph"
  static let summary = "Items at the leaves of a tree, with Gaussian features that vary along its branches"
  static let hasProbe: Bool? = false

  static let levels = Parameter("levels", default: 3, in: 1...9, help: "levels of the tree below its root")
  static let branches = Parameter("branches", default: 2, in: 2...512, help: "branches of the tree at each node")
  static let parameters = [levels.declaration, branches.declaration] + GraphSettings.all

  private func items(_ values: ParameterValues) throws -> Int {
    try DiffusionTree(levels: values[Self.levels], branches: values[Self.branches]).leafCount
  }

  func shape(_ values: ParameterValues) throws -> DatasetShape? {
    GraphSettings.shape(items: try items(values), values)
  }

  func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    try GraphSettings.dataset(
      Self.identifier,
      .tree(
        levels: values[Self.levels], branches: values[Self.branches], length: values[GraphParameters.length],
        deviation: values[GraphParameters.sigma]),
      values, using: &sampler)
  }
}
