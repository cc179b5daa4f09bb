import LearningDynamics
import PluginKit

/// Gaussian features on clusters: the items of each are joined to a hidden centre.
struct ClusterGraph: DatasetPlugin {
  static let identifier = "cluster-graph"
  static let summary = "Unrelated groups of items, each around a hidden centre, with Gaussian features"
  static let hasProbe: Bool? = false

  static let clusters = Parameter("clusters", default: 3, in: 1...32, help: "number of groups")
  static let members = Parameter("members", default: 4, in: 1...31, help: "items in each group")
  static let parameters = [clusters.declaration, members.declaration] + GraphSettings.all

  func shape(_ values: ParameterValues) throws -> DatasetShape? {
    GraphSettings.shape(items: values[Self.clusters] * values[Self.members], values)
  }

  func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    try GraphSettings.dataset(
      Self.identifier,
      .clusters(
        values[Self.clusters], members: values[Self.members], length: values[GraphParameters.length],
        deviation: values[GraphParameters.sigma]),
      values, using: &sampler)
  }
}
