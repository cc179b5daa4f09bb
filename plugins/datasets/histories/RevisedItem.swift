import LearningDynamics
import PluginKit

/// One item turns out to be different, and the others are still taught.
struct RevisedItem: SampledTreePlugin {
  static let identifier = "revised-item"
  static let summary = "The tree's features, then the last item is revised while all go on"

  func phases(of dataset: Dataset, _ values: ParameterValues) -> [PhaseSettings] {
    [PhaseSettings("as sampled"), PhaseSettings(revising: [dataset.items[dataset.itemCount - 1]: 7])]
  }
}
