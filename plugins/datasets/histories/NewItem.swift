import LearningDynamics
import PluginKit

/// Catastrophic interference: what is learned alone overwrites what was known (McCloskey & Cohen 1989).
struct NewItem: SampledTreePlugin {
  static let identifier = "new-item"
  static let summary = "All items but the last, then the last alone: the old ones are forgotten"

  func phases(of dataset: Dataset, _ values: ParameterValues) -> [PhaseSettings] {
    let new = dataset.items.suffix(1)
    return [PhaseSettings(without: Array(new)), PhaseSettings(until: 0.01, only: Array(new))]
  }

  func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    try LateItem.dataset(Self.identifier, values, using: &sampler)
  }
}
