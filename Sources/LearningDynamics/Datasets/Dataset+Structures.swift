internal import GSL

extension FeatureModel {
  /// A dataset of one-hot labels and sampled features, with the modes of the features before any sampling.
  ///
  /// - Parameters:
  ///   - identifier: the dataset's name.
  ///   - features: N, at least 1.
  ///   - sampler: the random numbers.
  /// - Throws: ``DatasetError`` for fewer than one feature.
  /// - Complexity: O(P·N).
  public func dataset(
    _ identifier: String, features: Int, using sampler: inout DataSampler
  ) throws(DatasetError) -> Dataset {
    guard features >= 1 else { throw .empty(dataset: identifier) }
    return try Dataset(
      identifier: identifier, items: itemNames, features: FeatureNames(numbered: features),
      targets: sampleFeatures(features, using: &sampler), population: population)
  }
}

extension DiffusionTree {
  /// A dataset of one-hot labels and sampled features.
  ///
  /// - Parameters:
  ///   - identifier: the dataset's name.
  ///   - features: N, at least 1.
  ///   - sampler: the random numbers.
  /// - Throws: ``DatasetError`` for fewer than one feature.
  public func dataset(_ identifier: String, features: Int, using sampler: inout DataSampler) throws(DatasetError)
    -> Dataset
  {
    guard features >= 1 else { throw .empty(dataset: identifier) }
    return try Dataset(
      identifier: identifier, items: itemNames, features: FeatureNames(numbered: features),
      targets: sampleFeatures(features, using: &sampler), tree: self)
  }
}

extension FeatureGraph {
  /// A dataset of one-hot labels and sampled features, with the modes of the features before any sampling.
  ///
  /// - Parameters:
  ///   - identifier: the dataset's name.
  ///   - features: N, at least 1.
  ///   - sampler: the random numbers.
  /// - Throws: ``DatasetError`` for fewer than one feature and names that cannot be used; `GSLError` as ``covariance()``.
  public func dataset(_ identifier: String, features: Int, using sampler: inout DataSampler) throws -> Dataset {
    guard features >= 1 else { throw DatasetError.empty(dataset: identifier) }
    return try Dataset(
      identifier: identifier, items: itemNames, features: FeatureNames(numbered: features),
      targets: sampleFeatures(features, using: &sampler), population: populationSpectrum())
  }
}
