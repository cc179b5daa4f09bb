public import LearningDynamics

/// The settings shared by all datasets whose features are sampled on a tree.
public enum TreeParameters {
  /// Levels below the root.
  public static let levels = Parameter("levels", default: 3, in: 1...12, help: "levels of the tree below its root")
  /// Children of each inner node.
  public static let branches = Parameter(
    "branches", default: 2, in: 2...64, help: "branches of the tree at each node")
  /// The probability of a flip.
  public static let flip = flip(default: 0.15)
  /// N.
  public static let features = features(default: 10_000)

  /// The probability of a flip, with a default of its own.
  static func flip(default value: Double) -> Parameter<Double> {
    Parameter("flip", default: value, in: 0...1, help: "probability that a feature changes its sign along a branch")
  }

  /// N, with a default of its own.
  static func features(default count: Int) -> Parameter<Int> {
    Parameter(
      "features", default: count, in: 1...10_000_000, help: "sampled features (more of them slow learning down)")
  }

  /// All of them: what a regular tree takes.
  public static let all = [levels.declaration, branches.declaration] + ofNamedTree

  /// Those of a tree whose shape is given by its items.
  public static let ofNamedTree = [flip.declaration, features.declaration]

  /// A dataset of sampled features on the regular tree that the values describe, or on a tree of named items.
  ///
  /// - Throws: `DatasetError` when the tree would have too many leaves.
  public static func dataset(
    _ identifier: String, on items: ItemTree? = nil, _ values: ParameterValues, using sampler: inout DataSampler
  ) throws -> Dataset {
    try tree(items, values).dataset(identifier, features: values[features], using: &sampler)
  }

  /// The shape of that dataset.
  ///
  /// - Throws: as ``dataset(_:on:_:using:)``.
  public static func shape(on items: ItemTree? = nil, _ values: ParameterValues) throws -> DatasetShape {
    DatasetShape(items: try tree(items, values).leafCount, features: values[features])
  }

  private static func tree(_ items: ItemTree?, _ values: ParameterValues) throws -> DiffusionTree {
    if let items { return try DiffusionTree(items, flipProbability: values[flip]) }
    return try DiffusionTree(levels: values[levels], branches: values[branches], flipProbability: values[flip])
  }
}
