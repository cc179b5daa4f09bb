import LearningDynamics
import PluginKit

/// The months of the year: the coarsest wave around the circle is learned first.
struct Ring: DatasetPlugin {
  static let identifier = "ring"
  static let summary = "Items on a circle, such as months; each feature holds for half the circle"
  static let hasProbe: Bool? = false

  static let items = StructureParameters.items(default: 12, atLeast: 3)
  static let flip = StructureParameters.flip(default: 0.05)
  static let parameters = [items.declaration, flip.declaration, TreeParameters.features.declaration]

  func shape(_ values: ParameterValues) -> DatasetShape? {
    DatasetShape(items: values[Self.items], features: values[TreeParameters.features])
  }

  func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    try ItemRing(items: values[Self.items], flipProbability: values[Self.flip])
      .dataset(Self.identifier, features: values[TreeParameters.features], using: &sampler).recommendingTraining()
  }
}
