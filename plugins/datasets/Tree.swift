import LearningDynamics
import PluginKit

/// The tutorial's data: features sampled by branching diffusion on a tree of items.
struct Tree: DatasetPlugin {
  static let identifier = "tree"
  static let summary = "Features sampled by branching diffusion on a tree of items"
  static let hasProbe: Bool? = false
  static let parameters = TreeParameters.all
  static let tutorialPosition: Int? = 1

  func shape(_ values: ParameterValues) throws -> DatasetShape? { try TreeParameters.shape(values) }

  func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    try TreeParameters.dataset(Self.identifier, values, using: &sampler)
  }
}
