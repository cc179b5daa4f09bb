import LearningDynamics
import PluginKit

/// The control of `new-item`: the new item is learned among the old ones (McClelland, McNaughton & Lampinen 2020).
struct NewItemInterleaved: SampledTreePlugin {
  static let identifier = "new-item-interleaved"
  static let summary = "All items but the last, then all of them: the control of new-item"

  func phases(of dataset: Dataset, _ values: ParameterValues) -> [PhaseSettings] {
    [
      PhaseSettings(without: dataset.items.suffix(1)),
      PhaseSettings("all items", until: 0.002),
    ]
  }

  func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    try LateItem.dataset(Self.identifier, values, using: &sampler)
  }
}
