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

  /// The items in their groups; the tutorial's eight items when nil, the default.
  static var tree: ItemTree? { get }
}

extension IllusoryCorrelationPlugin {
  public static var hasProbe: Bool? { true }

  /// The tutorial's tree.
  public static var tree: ItemTree? { nil }

  /// The tree's settings.
  public static var parameters: [ParameterDeclaration] {
    tree == nil ? TreeParameters.all : TreeParameters.ofNamedTree
  }

  /// The tree's shape with one feature more.
  public func shape(_ values: ParameterValues) throws -> DatasetShape? {
    let shape = try TreeParameters.shape(on: Self.tree, values)
    return DatasetShape(items: shape.items, features: shape.features + 1)
  }

  /// The tree's dataset with the correlation added; on a tree of its own with settings that suit it.
  public func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    let sampled = try TreeParameters.dataset(Self.identifier, on: Self.tree, values, using: &sampler)
    let dataset = try Self.correlation.added(to: sampled)
    return Self.tree == nil ? dataset : try dataset.suited()
  }
}
