import PluginKit

/// The plugins of this package.
public enum Weather {
  /// A week of it.
  public static let datasets = [DatasetDescriptor(Week.self)]
  /// How well it is known.
  public static let analyses = [AnalysisDescriptor(Certainty.self)]
}
