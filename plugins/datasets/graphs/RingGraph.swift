import LearningDynamics
import PluginKit

/// Gaussian features on a ring: waves, the coarsest first.
struct RingGraph: DatasetPlugin {
  static let identifier = "ring-graph"
  static let summary = "Items on a ring, with Gaussian features that vary little from one to the next"
  static let hasProbe: Bool? = false

  static let items = GraphSettings.items(default: 12, atLeast: 3)
  static let parameters = [items.declaration] + GraphSettings.all

  func shape(_ values: ParameterValues) throws -> DatasetShape? {
    GraphSettings.shape(items: values[Self.items], values)
  }

  func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    try GraphSettings.dataset(
      Self.identifier,
      .ring(
        values[Self.items], length: values[GraphParameters.length],
        deviation: values[GraphParameters.sigma]),
      values, using: &sampler)
  }
}
