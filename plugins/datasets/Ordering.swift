import LearningDynamics
import PluginKit

/// Animals by size: small and large are distinguished first, neighbours last.
struct Ordering: DatasetPlugin {
  static let identifier = "ordering"
  static let summary = "Items in an order, such as animals by size; each feature has a threshold"
  static let hasProbe: Bool? = false

  static let items = StructureParameters.items(default: 8, atLeast: 2)
  static let flip = StructureParameters.flip(default: 0)
  static let parameters = [items.declaration, flip.declaration, TreeParameters.features.declaration]

  func shape(_ values: ParameterValues) -> DatasetShape? {
    DatasetShape(items: values[Self.items], features: values[TreeParameters.features])
  }

  func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    try ItemOrdering(items: values[Self.items], flipProbability: values[Self.flip])
      .dataset(Self.identifier, features: values[TreeParameters.features], using: &sampler).recommendingTraining()
  }
}
