public import LearningDynamics

/// A plugin that makes a dataset.
public protocol DatasetPlugin: Plugin {
  /// Makes the dataset. The same values and seed make an equal dataset.
  ///
  /// - Parameters:
  ///   - values: the values of ``Plugin/parameters``.
  ///   - sampler: random numbers, at the start of the seed's sequence.
  /// - Throws: `DatasetError` for values that make no dataset.
  func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset
}
