import GSL
import LearningDynamics
import PluginKit

/// The tutorial's illustration: ten features with names, chosen by hand for the eight items.
struct NamedFeatures: DatasetPlugin {
  static let identifier = "named-features"
  static let summary = "Ten features with names, chosen by hand for eight items"
  static let hasProbe: Bool? = false
  static let tutorialPosition: Int? = 4

  /// Yes (1) or no (0) by item, in the order of the tree's leaves.
  static let table: [(feature: String, values: String)] = [
    ("can_grow", "11111111"),
    ("is_mammal", "00000000"),
    ("has_leaves", "00001111"),
    ("can_move", "11110000"),
    ("has_trunk", "00000011"),
    ("can_fly", "00110000"),
    ("can_swim", "11000000"),
    ("has_stem", "00001100"),
    ("is_warmblooded", "01110000"),
    ("can_flower", "00001101"),
  ]

  func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    let columns = Self.table.map { $0.values.map { $0 == "1" ? 1.0 : -1.0 } }
    return try Dataset(
      identifier: Self.identifier, items: DiffusionTree.tutorialItems,
      features: FeatureNames(numbered: 0, named: Self.table.map(\.feature)),
      targets: Matrix(columns).transposed,
      // With 80 targets instead of 80,000, the same learning rate would be a thousand times faster.
      recommendation: TrainingRecommendation(learningRate: 2, epochs: 1000))
  }
}
