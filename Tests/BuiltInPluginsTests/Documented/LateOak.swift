import LearningDynamics
import PluginKit

/// Seven living things are learned, then the oak alone. The network forgets what it knew, above all of the pine.
struct LateOak: SampledTreePlugin {
  static let identifier = "late-oak"
  static let summary = "Seven items first, then the oak alone, then all"

  // What is taught one after the other. A phase lasts its epochs, or until its loss is small enough. It can also teach other
  // features: seed: 7 (another sample), revising: ["Oak": 7] (one item's), isReversed: true.
  func phases(of dataset: Dataset, _ values: ParameterValues) -> [PhaseSettings] {
    [
      PhaseSettings(epochs: 250, without: ["Oak"]),
      PhaseSettings(until: 0.01, only: ["Oak"]),
      PhaseSettings("all again", epochs: 250),
    ]
  }
}
