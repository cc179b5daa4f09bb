import LearningDynamics
import PluginKit

/// The control of `shark-bones`: the same rule without the exception, learned at the same time as animals and plants.
struct BonesBeforeShark: IllusoryCorrelationPlugin {
  static let identifier = "bones-before-shark"
  static let summary = "Animals have bones, without exception: the control of shark-bones"
  static let correlation = IllusoryCorrelation(
    feature: "has_bones",
    //       Goldfish, Tuna, Robin, Canary, Rose, Daisy, Pine, Oak
    values: [+1, +1, +1, +1, -1, -1, -1, -1],
    probe: "Goldfish")
}
