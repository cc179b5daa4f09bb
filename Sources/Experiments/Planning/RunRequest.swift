public import Gnuplot
public import LearningDynamics
public import PluginKit

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

  /// Widths, rates and epochs that make sense, whatever the dataset.
  ///
  /// - Throws: `SettingsError` naming the option and what it takes.
  public func validate() throws(SettingsError) {
    func refuse(_ option: String, _ value: Any, _ allowed: String) -> SettingsError {
      .refused(name: option, text: "\(value)", allowed: allowed)
    }
    if let rate = training.learningRate, !(rate.isFinite && rate > 0) {
      throw refuse("learning-rate", rate, "a number above 0")
    }
    if let scale = training.initializationScale, !(scale.isFinite && scale >= 0) {
      throw refuse("gamma", scale, "a number from 0 up")
    }
    if let epochs = training.epochs, !(1...10_000_000).contains(epochs) {
      throw refuse("epochs", epochs, "a whole number from 1 to 10,000,000")
    }
    for width in training.hiddenWidths where !(1...100_000).contains(width) {
      throw refuse("hidden", width, "widths from 1 to 100,000, or 'none'")
    }
    guard training.hiddenWidths.count <= 64 else {
      throw refuse("hidden", "\(training.hiddenWidths.count) layers", "at most 64 layers")
    }
    guard shownEpochs.count <= 24 else { throw refuse("epoch", "\(shownEpochs.count) epochs", "at most 24 of them") }
    for epoch in shownEpochs where epoch < 0 { throw refuse("epoch", epoch, "an epoch from 0 up") }
  }
}
