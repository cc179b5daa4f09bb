import LearningDynamics
import PluginKit

/// Settings that the datasets of other structures than a tree have in common.
enum StructureParameters {
  /// The probability of a flip, with a default of the structure's own.
  static func flip(default value: Double) -> Parameter<Double> {
    Parameter(
      "flip", default: value, in: 0...1, help: "probability that a feature differs at an item from its structure")
  }

  /// P, with a default of the structure's own.
  static func items(default count: Int, atLeast smallest: Int) -> Parameter<Int> {
    Parameter("items", default: count, in: smallest...DiffusionTree.largestItemCount, help: "items of the structure")
  }
}
