import LearningDynamics
import PluginKit

/// Groups that have nothing in common: all are learned at once.
struct Clusters: DatasetPlugin {
  static let identifier = "clusters"
  static let summary = "Unrelated groups of items"
  static let hasProbe: Bool? = false

  static let clusters = Parameter("clusters", default: 3, in: 1...512, help: "number of groups")
  static let members = Parameter("members", default: 4, in: 1...512, help: "items in each group")
  static let flip = StructureParameters.flip(default: 0.1)
  static let parameters = [
    clusters.declaration, members.declaration, flip.declaration, TreeParameters.features.declaration,
  ]

  private func model(_ values: ParameterValues) throws -> UnrelatedClusters {
    try UnrelatedClusters(
      clusters: values[Self.clusters], members: values[Self.members], flipProbability: values[Self.flip])
  }

  func shape(_ values: ParameterValues) throws -> DatasetShape? {
    DatasetShape(items: try model(values).itemCount, features: values[TreeParameters.features])
  }

  func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    try model(values).dataset(Self.identifier, features: values[TreeParameters.features], using: &sampler)
      .recommendingTraining()
  }
}
