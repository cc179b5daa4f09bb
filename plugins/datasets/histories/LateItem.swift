import LearningDynamics
import PluginKit

/// What `new-item` and its control share.
enum LateItem {
  /// The tree's data, to be learned from weights that are not tiny: a new item then begins to be learned at once.
  static func dataset(
    _ identifier: String, _ values: ParameterValues, using sampler: inout DataSampler
  ) throws -> Dataset {
    var dataset = try TreeParameters.dataset(identifier, values, using: &sampler)
    dataset.recommendation.initializationScale = 1e-3
    dataset.recommendation.epochs = 100
    return dataset
  }
}
