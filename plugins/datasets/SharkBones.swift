import LearningDynamics
import PluginKit

struct SharkBones: IllusoryCorrelationPlugin {
  static let identifier = "shark-bones"
  static let summary = "Animals have bones, but the shark does not"
  static let tutorialPosition: Int? = 2
  static let correlation = IllusoryCorrelation.sharkBones
}
