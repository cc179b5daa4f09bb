internal import GSL
public import LearningDynamics

/// A plugin that makes a dataset.
public protocol DatasetPlugin: Plugin {
  /// Whether the dataset has a probe; nil, the default, if that depends on its settings. A dataset without a probe is not made
  /// for analyses that need one. Write `static let hasProbe: Bool? = false`.
  static var hasProbe: Bool? { get }

  /// Makes the dataset. The same values and seed make an equal dataset.
  ///
  /// - Parameters:
  ///   - values: the values of ``Plugin/parameters``.
  ///   - sampler: random numbers, at the start of the seed's sequence.
  /// - Throws: `DatasetError` for values from which no dataset can be made.
  func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset

  /// Its history: what is taught one after the other; empty, the default, for a dataset that is taught as it is.
  ///
  /// ``SampledTreePlugin`` has an example.
  ///
  /// - Parameters:
  ///   - dataset: what ``makeDataset(_:using:)`` made.
  ///   - values: the values of ``Plugin/parameters``.
  func phases(of dataset: Dataset, _ values: ParameterValues) throws -> [PhaseSettings]

  /// The shape that the dataset will have, so that one that does not fit in memory is refused before it is made; nil, the
  /// default, for a dataset that is small with all settings.
  ///
  /// - Throws: `DatasetError` for values from which no dataset can be made.
  func shape(_ values: ParameterValues) throws -> DatasetShape?
}

extension DatasetPlugin {
  /// Unknown.
  public static var hasProbe: Bool? { nil }

  /// One phase: the dataset as it is.
  public func phases(of dataset: Dataset, _ values: ParameterValues) throws -> [PhaseSettings] { [] }

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
  /// How many different targets a history teaches; 1 without one.
  public var targetCount = 1
  /// The width of the hidden layer that the dataset recommends, if it does; see `TrainingRecommendation`.
  public var hiddenWidth: Int?

  /// The shape of a dataset.
  public init(_ dataset: Dataset) {
    self.init(items: dataset.itemCount, features: dataset.featureCount, inputs: dataset.inputs.columns)
    hiddenWidth = dataset.recommendation.hiddenWidth
  }

  /// A shape; by default with one-hot inputs.
  public init(items: Int, features: Int, inputs: Int? = nil) {
    self.items = items
    self.features = features
    self.inputs = inputs ?? items
  }
}

/// The description that every plugin gives. A plugin is a type without state: it gets everything it needs as arguments.
public protocol Plugin: Sendable {
  /// The name on the command line and in file names: kebab-case, unique among all plugins.
  static var identifier: String { get }
  /// One line for `dlnn-sim list`: up to 90 characters (``PluginDescription/longestSummary``), without a full stop.
  static var summary: String { get }
  /// Its settings, which `--set NAME=VALUE` changes; none by default.
  static var parameters: [ParameterDeclaration] { get }
  /// Its place among the tutorial's datasets or analyses, which are run without `--plugin` and listed first; none by default.
  static var tutorialPosition: Int? { get }

  init()
}

extension Plugin {
  /// No settings.
  public static var parameters: [ParameterDeclaration] { [] }
  /// Not part of the tutorial.
  public static var tutorialPosition: Int? { nil }
}

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
  /// The renamed item, the appended feature, and the probe.
  static var correlation: IllusoryCorrelation { get }

  /// The items in their groups; the tutorial's eight items when nil, the default.
  static var tree: ItemTree? { get }
}

extension IllusoryCorrelationPlugin {
  /// It always has the correlation's probe.
  public static var hasProbe: Bool? { true }

  /// The tutorial's tree.
  public static var tree: ItemTree? { nil }

  /// The tree's settings.
  public static var parameters: [ParameterDeclaration] {
    tree == nil ? TreeParameters.all : TreeParameters.ofNamedTree
  }

  /// The tree's shape with one more feature.
  public func shape(_ values: ParameterValues) throws -> DatasetShape? {
    let shape = try TreeParameters.shape(on: Self.tree, values)
    return DatasetShape(items: shape.items, features: shape.features + 1)
  }

  /// The tree's dataset with the correlation added; if it has its own tree, with settings that suit it.
  public func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    let sampled = try TreeParameters.dataset(Self.identifier, on: Self.tree, values, using: &sampler)
    let dataset = try Self.correlation.added(to: sampled)
    return Self.tree == nil ? dataset : try dataset.recommendingTraining()
  }
}

/// A dataset plugin in ten lines: features sampled on the tutorial's tree, and what is taught one after the other.
///
/// ```swift
/// import LearningDynamics
/// import PluginKit
///
/// struct LateOak: SampledTreePlugin {
///   static let identifier = "late-oak"
///   static let summary = "Seven items first, then all eight"
///
///   func phases(of dataset: Dataset, _ values: ParameterValues) -> [PhaseSettings] {
///     [PhaseSettings(epochs: 250, without: ["Oak"]), PhaseSettings(epochs: 250)]
///   }
/// }
/// ```
public protocol SampledTreePlugin: DatasetPlugin {}

extension SampledTreePlugin {
  /// It has no probe.
  public static var hasProbe: Bool? { false }

  /// The tree's settings.
  public static var parameters: [ParameterDeclaration] { TreeParameters.all }

  /// The tree's shape.
  public func shape(_ values: ParameterValues) throws -> DatasetShape? { try TreeParameters.shape(values) }

  /// The tree's dataset.
  public func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    try TreeParameters.dataset(Self.identifier, values, using: &sampler)
  }
}
