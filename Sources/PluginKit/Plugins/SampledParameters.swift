public import LearningDynamics

/// The settings shared by all datasets whose features are sampled on a graph.
public enum GraphParameters {
  /// σ.
  public static let sigma = sigma(default: 2)
  /// The length of every edge.
  public static let length = Parameter(
    "length", default: 1, in: 0.01...100, help: "length of every edge: along short ones features vary little")

  /// σ, with another default.
  static func sigma(default value: Double) -> Parameter<Double> {
    Parameter(
      "sigma", default: value, in: 0.01...100, help: "σ, the standard deviation of features at a node without edges")
  }
}

/// The settings shared by all datasets whose features are sampled on a tree.
public enum TreeParameters {
  /// Levels below the root.
  public static let levels = Parameter("levels", default: 3, in: 1...12, help: "levels of the tree below its root")
  /// Children of each inner node.
  public static let branches = Parameter(
    "branches", default: 2, in: 2...64, help: "branches of the tree at each node")
  /// The probability of a flip.
  public static let flip = flip(default: 0.15)
  /// A probability for each level.
  public static let levelFlips = levelFlips(default: [])
  /// N.
  public static let features = features(default: 10_000)

  /// The probability of a flip, with another default.
  static func flip(default value: Double) -> Parameter<Double> {
    Parameter("flip", default: value, in: 0...1, help: "probability that a feature changes its sign along a branch")
  }

  /// A probability for each level, with another default.
  static func levelFlips(default values: [Double]) -> Parameter<[Double]> {
    Parameter(
      "level-flips", default: values, in: 0...1,
      help: "instead of 'flip', a probability for each level of branches from the root on, such as 0.05,0.1,0.2")
  }

  /// N, with another default.
  static func features(default count: Int) -> Parameter<Int> {
    Parameter(
      "features", default: count, in: 1...10_000_000, help: "sampled features (more of them slow learning down)")
  }

  /// All settings, for a regular tree.
  public static let all = [levels.declaration, branches.declaration] + ofNamedTree

  /// The settings of a tree whose shape is given by its items.
  public static let ofNamedTree = [flip.declaration, levelFlips.declaration, features.declaration]

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

  /// The tree that the values describe, of named items or a regular one.
  ///
  /// - Throws: as ``dataset(_:on:_:using:)``, and for another number of ``levelFlips`` than the tree has levels.
  static func tree(
    _ items: ItemTree?, _ values: ParameterValues, flip: Parameter<Double> = flip,
    levelFlips: Parameter<[Double]> = levelFlips
  ) throws -> DiffusionTree {
    guard !values.isSet(flip) || !values.isSet(levelFlips) || values[levelFlips].isEmpty else {
      throw SettingsError.explained(
        name: levelFlips.declaration.name,
        reason: "It says for each level what '\(flip.declaration.name)' says for all. Leave one of them out.")
    }
    // A flip that is asked for replaces those of a file.
    let flips = values.isSet(flip) && !values.isSet(levelFlips) ? [] : values[levelFlips]
    let depth = items?.levels ?? values[levels]
    guard flips.isEmpty || flips.count == depth else {
      throw SettingsError.refused(
        name: levelFlips.declaration.name, text: flips.parameterText,
        allowed: "\(depth) numbers from 0 to 1, one for each level of branches")
    }
    if let items {
      return try flips.isEmpty
        ? DiffusionTree(items, flipProbability: values[flip]) : DiffusionTree(items, flipProbabilities: flips)
    }
    return try flips.isEmpty
      ? DiffusionTree(levels: depth, branches: values[branches], flipProbability: values[flip])
      : DiffusionTree(levels: depth, branches: values[branches], flipProbabilities: flips)
  }
}
