import LearningDynamics
import PluginKit

/// Settings shared by the datasets whose structure is not a tree.
enum StructureParameters {
  /// The probability of a flip, with the structure's default.
  static func flip(default value: Double) -> Parameter<Double> {
    Parameter(
      "flip", default: value, in: 0...1, help: "probability that an item's value of a feature is flipped")
  }

  /// P, with the structure's default.
  static func items(default count: Int, atLeast smallest: Int) -> Parameter<Int> {
    Parameter("items", default: count, in: smallest...DiffusionTree.largestItemCount, help: "number of items")
  }
}
