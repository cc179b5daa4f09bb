public import LearningDynamics

/// A plugin that makes a dataset.
public protocol DatasetPlugin: Plugin {
  /// Whether the dataset has a probe; nil, the default, where that depends on its settings. Where there is none, a run for
  /// analyses that need one does not make the dataset.
  static var hasProbe: Bool? { get }

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
  public static var hasProbe: Bool? { nil }

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

/// What every plugin says of itself. A plugin is a type without state: what it needs it is given.
public protocol Plugin: Sendable {
  /// The name on the command line and in file names: kebab-case, unique among all plugins.
  static var identifier: String { get }
  /// One line for `dlnn-sim list`: up to 90 characters (``PluginDescription/longestSummary``), without a full stop.
  static var summary: String { get }
  /// The settings it takes, reached with `--set NAME=VALUE`; none by default.
  static var parameters: [ParameterDeclaration] { get }
  /// Its place among the tutorial's datasets or analyses: those are run without `--plugin`, and listed first. None by
  /// default.
  static var tutorialPosition: Int? { get }

  init()
}

extension Plugin {
  /// No settings.
  public static var parameters: [ParameterDeclaration] { [] }
  /// Not part of the tutorial.
  public static var tutorialPosition: Int? { nil }
}
