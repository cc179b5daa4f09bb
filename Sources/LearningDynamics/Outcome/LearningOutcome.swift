/// What came of a training, in a few numbers: what a map over thousands of trainings is made of.
public struct LearningOutcome: Hashable, Sendable {
  /// How a training ended.
  public enum Ending: Hashable, Sendable {
    /// From this epoch on the network explains what there is to explain, see ``OutcomeMeasure/unexplainedShare``.
    case converged(epoch: Int)
    /// The epochs were over before.
    case unfinished
    /// At this epoch the loss was not finite or above 10⁶ · max(1, first loss); nothing was measured from it on.
    case diverged(epoch: Int)
  }

  /// How it ended.
  public let ending: Ending
  /// The mean squared error at the last state; of a training that diverged at the last one before that.
  public let finalLoss: Double
  /// The first state at which each mode is at least half of what it is to become, as ``Recording/halfRiseEpochs()``.
  public let halfRiseEpochs: [Int?]
  /// For each level that the features were sampled with the mean of its modes' half-rise epochs; nil where not all of them
  /// rise. Empty for features that were not sampled.
  public let levelHalfRises: [Double?]
  /// How step-like learning was: the mean over successive levels of ``ModeRise/sharpness(of:after:)``.
  ///
  /// - 0: all levels are learned at once.
  /// - 1: on average a level begins about when the one before it ends.
  /// - above 1: the loss rests on plateaus in between, the longer, the larger the number.
  ///
  /// The levels are those of ``Dataset/countedLevels()``. It hardly depends on η while that is small, because the waits and the
  /// rises scale alike; it grows with ln(1/γ), because only the waits do. nil where there are fewer than two levels, or not
  /// all of them are learned to nine tenths: of a hidden layer too narrow for all modes there is none.
  public let stagingIndex: Double?
  /// How far and how long the followed prediction went the wrong way; nil for a dataset without a probe.
  public let wrongWay: WrongWay?
}
