import LearningDynamics
import PluginKit

/// Gaussian features on a chain: first its two ends are distinguished, then finer parts.
struct ChainGraph: DatasetPlugin {
  static let identifier = "chain-graph"
  static let summary = "Items on a chain, with Gaussian features that vary little from one to the next"
  static let hasProbe: Bool? = false

  static let items = GraphSettings.items(default: 8, atLeast: 2)
  static let parameters = [items.declaration] + GraphSettings.all

  func shape(_ values: ParameterValues) throws -> DatasetShape? {
    GraphSettings.shape(items: values[Self.items], values)
  }

  func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    try GraphSettings.dataset(
      Self.identifier,
      .chain(
        values[Self.items], length: values[GraphParameters.length],
        deviation: values[GraphParameters.sigma]),
      values, using: &sampler)
  }
}
