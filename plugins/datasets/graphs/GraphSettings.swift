import LearningDynamics
import PluginKit

/// What the datasets on graphs share.
enum GraphSettings {
  /// The settings of all of them.
  static let all = [
    GraphParameters.length.declaration, GraphParameters.sigma.declaration, TreeParameters.features.declaration,
  ]

  /// P, with the structure's default.
  static func items(default count: Int, atLeast smallest: Int) -> Parameter<Int> {
    Parameter("items", default: count, in: smallest...FeatureGraph.largestNodeCount, help: "number of items")
  }

  static func shape(items: Int, _ values: ParameterValues) -> DatasetShape {
    DatasetShape(items: items, features: values[TreeParameters.features])
  }

  static func dataset(
    _ identifier: String, _ graph: FeatureGraph, _ values: ParameterValues, using sampler: inout DataSampler
  ) throws -> Dataset {
    try graph.dataset(identifier, features: values[TreeParameters.features], using: &sampler).recommendingTraining()
  }
}
