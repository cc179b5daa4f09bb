import LearningDynamics
import PluginKit

/// All signs change. The old knowledge has no part that helps, so learning stalls and begins anew.
struct Reversal: SampledTreePlugin {
  static let identifier = "reversal"
  static let summary = "The tree's features, then all of them with the other sign: learning stalls"

  func phases(of dataset: Dataset, _ values: ParameterValues) -> [PhaseSettings] {
    [PhaseSettings("as sampled"), PhaseSettings(epochs: 500, isReversed: true)]
  }
}
