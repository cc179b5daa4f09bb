public import LearningDynamics

/// A dataset plugin in ten lines: the sampled tree with one illusory correlation.
///
/// ```swift
/// import PluginKit
///
/// struct PenguinFly: IllusoryCorrelationPlugin {
///   static let identifier = "penguin-fly"
///   static let summary = "Birds fly, but the penguin does not"
///   static let correlation = IllusoryCorrelation(
///     renaming: "Robin", to: "Penguin", feature: "can_fly",
///     //       Goldfish, Tuna, Robin, Canary, Rose, Daisy, Pine, Oak
///     values: [-1, -1, -1, +1, -1, -1, -1, -1])
/// }
/// ```
public protocol IllusoryCorrelationPlugin: DatasetPlugin {
  /// What is renamed, which feature is appended, and which cell is followed.
  static var correlation: IllusoryCorrelation { get }
}

extension IllusoryCorrelationPlugin {
  /// The tree's settings.
  public static var parameters: [ParameterDeclaration] { TreeParameters.all }

  /// The tree's dataset with the correlation added.
  public func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    try Self.correlation.added(to: TreeParameters.dataset(Self.identifier, values, using: &sampler))
  }
}
