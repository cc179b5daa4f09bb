import LearningDynamics
import PluginKit

/// The tutorial's data: features sampled by branching diffusion on a tree of items.
struct Tree: SampledTreePlugin {
  static let identifier = "tree"
  static let summary = "Features sampled by branching diffusion on a tree of items"
  static let tutorialPosition: Int? = 1
}
