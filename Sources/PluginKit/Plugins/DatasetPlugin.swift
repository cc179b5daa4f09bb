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

  /// The shape that the dataset will have, so that one too large for the memory is refused before it is made; nil, the
  /// default, for a dataset that is small whatever its settings.
  ///
  /// - Throws: `DatasetError` for values that make no dataset.
  func shape(_ values: ParameterValues) throws -> DatasetShape?
}

extension DatasetPlugin {
  /// Unknown: small.
  public func shape(_ values: ParameterValues) throws -> DatasetShape? { nil }
}

/// How large a dataset is.
public struct DatasetShape: Hashable, Sendable {
  /// P.
  public let items: Int
  /// N.
  public let features: Int
  /// n.
  public let inputs: Int

  /// A shape; one-hot inputs unless said otherwise.
  public init(items: Int, features: Int, inputs: Int? = nil) {
    self.items = items
    self.features = features
    self.inputs = inputs ?? items
  }
}
