public import LearningDynamics

/// The settings shared by all datasets whose features are sampled on a tree.
public enum TreeParameters {
  /// Levels below the root.
  public static let levels = Parameter("levels", default: 3, in: 1...12, help: "levels of the tree below its root")
  /// Children of each inner node.
  public static let branches = Parameter(
    "branches", default: 2, in: 2...64, help: "branches of the tree at each node")
  /// The probability of a flip.
  public static let flip = Parameter(
    "flip", default: 0.15, in: 0...1, help: "probability that a feature changes its sign along a branch")
  /// N.
  public static let features = Parameter(
    "features", default: 10_000, in: 1...10_000_000, help: "sampled features (more of them slow learning down)")

  /// All of them.
  public static let all = [levels.declaration, branches.declaration, flip.declaration, features.declaration]

  /// A dataset of sampled features on the tree that the values describe.
  ///
  /// - Throws: `DatasetError` when the tree would have too many leaves.
  public static func dataset(
    _ identifier: String, _ values: ParameterValues, using sampler: inout DataSampler
  ) throws -> Dataset {
    try tree(values).dataset(identifier, features: values[features], using: &sampler)
  }

  /// The shape of that dataset.
  ///
  /// - Throws: as ``dataset(_:_:using:)``.
  public static func shape(_ values: ParameterValues) throws -> DatasetShape {
    DatasetShape(items: try tree(values).leafCount, features: values[features])
  }

  private static func tree(_ values: ParameterValues) throws -> DiffusionTree {
    try DiffusionTree(levels: values[levels], branches: values[branches], flipProbability: values[flip])
  }
}
