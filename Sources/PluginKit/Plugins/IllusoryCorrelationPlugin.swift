public import LearningDynamics

/// A dataset plugin in ten lines: the sampled tree with one illusory correlation.
///
/// ```swift
/// import LearningDynamics
/// import PluginKit
///
/// struct CactusLeaves: IllusoryCorrelationPlugin {
///   static let identifier = "cactus-leaves"
///   static let summary = "Plants have leaves, but the cactus does not"
///   static let correlation = IllusoryCorrelation(
///     renaming: "Daisy", to: "Cactus", feature: "has_leaves",
///     //       Goldfish, Tuna, Robin, Canary, Rose, Cactus, Pine, Oak
///     values: [-1, -1, -1, -1, +1, -1, +1, +1])
/// }
/// ```
public protocol IllusoryCorrelationPlugin: DatasetPlugin {
  /// What is renamed, which feature is appended, and which cell is followed.
  static var correlation: IllusoryCorrelation { get }
}

extension IllusoryCorrelationPlugin {
  /// The tree's settings.
  public static var parameters: [ParameterDeclaration] { TreeParameters.all }

  /// The tree's shape with one feature more.
  public func shape(_ values: ParameterValues) throws -> DatasetShape? {
    let shape = try TreeParameters.shape(values)
    return DatasetShape(items: shape.items, features: shape.features + 1)
  }

  /// The tree's dataset with the correlation added.
  public func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    try Self.correlation.added(to: TreeParameters.dataset(Self.identifier, values, using: &sampler))
  }
}
