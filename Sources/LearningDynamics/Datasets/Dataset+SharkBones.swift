extension IllusoryCorrelation {
  /// Animals have bones, but the shark does not: the tutorial's illusory correlation.
  public static let sharkBones = IllusoryCorrelation(
    renaming: "Goldfish", to: "Shark", feature: "has_bones",
    //       Shark, Tuna, Robin, Canary, Rose, Daisy, Pine, Oak
    values: [-1, +1, +1, +1, -1, -1, -1, -1])
}

extension Dataset {
  /// The tutorial's dataset: eight items on a tree of three levels, sampled features, and one illusory correlation, whose
  /// prediction is followed.
  ///
  /// - Parameters:
  ///   - seed: of the sampled features.
  ///   - features: how many are sampled, at least 1; `has_bones` is one more.
  /// - Throws: ``DatasetError`` for fewer than one feature, `GSLError` without memory for a generator.
  /// - Complexity: O(features).
  public static func sharkBones(
    seed: UInt32 = 2021, features: Int = 10_000
  ) throws -> Dataset {
    var sampler = try DataSampler(seed: seed, convention: .tutorial)
    return try IllusoryCorrelation.sharkBones.added(
      to: DiffusionTree().dataset("shark-bones", features: features, using: &sampler))
  }
}
