import LearningDynamics
import PluginKit

/// Gaussian features on a grid: products of the waves of two chains.
struct GridGraph: DatasetPlugin {
  static let identifier = "grid-graph"
  static let summary = "Items on a grid, with Gaussian features that vary little between neighbours"
  static let hasProbe: Bool? = false

  static let rows = Parameter("rows", default: 4, in: 1...32, help: "rows of the grid")
  static let columns = Parameter("columns", default: 4, in: 1...32, help: "columns of the grid")
  static let parameters = [rows.declaration, columns.declaration] + GraphSettings.all

  func shape(_ values: ParameterValues) throws -> DatasetShape? {
    GraphSettings.shape(items: values[Self.rows] * values[Self.columns], values)
  }

  func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    try GraphSettings.dataset(
      Self.identifier,
      .grid(
        rows: values[Self.rows], columns: values[Self.columns], length: values[GraphParameters.length],
        deviation: values[GraphParameters.sigma]),
      values, using: &sampler)
  }
}
