public import Gnuplot
public import LearningDynamics

/// What a reader asks for, as a value: enough to run the same again.
public struct RunRequest: Codable, Hashable, Sendable {
  /// Identifiers of plugins; none means the tutorial's own, "all" everything there is.
  public var plugins: [String] = []
  /// Plugin settings by parameter name.
  public var settings: [String: String] = [:]
  /// Network, learning rate, epochs, seed.
  public var training = TrainingSettings()
  /// The epochs to show; chosen by each analysis when empty.
  public var shownEpochs: [Int] = []
  /// What images are made as; none for scripts and tables only.
  public var format: ImageFormat? = .svg

  /// The tutorial's run.
  public init() {}
}
