import LearningDynamics
import PluginKit

/// Animals that are grouped in two ways at once: by what they are, and by where they live.
struct CrossCutting: DatasetPlugin {
  static let identifier = "cross-cutting"
  static let summary = "Items in two groupings at once: animals by taxon and by habitat"
  static let hasProbe: Bool? = false

  static let taxa = Parameter("taxa", default: 4, in: 1...512, help: "number of taxa, the rows of the grid")
  static let habitats = Parameter(
    "habitats", default: 4, in: 1...512, help: "number of habitats, the columns of the grid")
  static let share = Parameter(
    "taxon-share", default: 0.6, in: 0...1, help: "probability that a feature follows the taxa, not the habitats")
  static let flip = StructureParameters.flip(default: 0.1)
  static let parameters = [
    taxa.declaration, habitats.declaration, share.declaration, flip.declaration, TreeParameters.features.declaration,
  ]

  private func model(_ values: ParameterValues) throws -> CrossCuttingGroups {
    try CrossCuttingGroups(
      taxa: values[Self.taxa], habitats: values[Self.habitats], taxonShare: values[Self.share],
      flipProbability: values[Self.flip])
  }

  func shape(_ values: ParameterValues) throws -> DatasetShape? {
    DatasetShape(items: try model(values).itemCount, features: values[TreeParameters.features])
  }

  func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    try model(values).dataset(Self.identifier, features: values[TreeParameters.features], using: &sampler)
      .recommendingTraining()
  }
}
