import LearningDynamics
import PluginKit

struct CactusLeaves: IllusoryCorrelationPlugin {
  static let identifier = "cactus-leaves"
  static let summary = "Plants have leaves, but the cactus does not"
  static let correlation = IllusoryCorrelation(
    renaming: "Daisy", to: "Cactus", feature: "has_leaves",
    //       Goldfish, Tuna, Robin, Canary, Rose, Cactus, Pine, Oak
    values: [-1, -1, -1, -1, +1, -1, +1, +1])
}
