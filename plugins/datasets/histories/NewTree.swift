import LearningDynamics
import PluginKit

/// The same items with other features: a second world on the same tree.
struct NewTree: SampledTreePlugin {
  static let identifier = "new-tree"
  static let summary = "The tree's features, then a new sample of them for the same items"

  func phases(of dataset: Dataset, _ values: ParameterValues) -> [PhaseSettings] {
    [PhaseSettings("old features"), PhaseSettings("new features", seed: 7)]
  }
}
