public import Experiments
internal import LearningDynamics

/// What a reader asks for: a run, and what of it is varied. Enough to do the same again.
public struct SweepRequest: Codable, Hashable, Sendable {
  /// The arguments of `--vary`, in their order.
  public var vary: [String] = []
  /// Everything that is the same in all runs.
  public var run = RunRequest()

  /// The dataset of a sweep that names none: the tutorial's tree with a probe, so that every outcome is there.
  public static let usualDataset = "shark-bones"

  /// A sweep of nothing yet.
  public init() {}

  /// The request without what says nothing about outcomes: which figures there are, and how they are drawn.
  var essential: SweepRequest {
    var request = self
    let usual = RunRequest()
    request.run.format = usual.format
    request.run.medium = usual.medium
    request.run.showsTheory = usual.showsTheory
    request.run.shownEpochs = usual.shownEpochs
    request.run.training.recordingInterval = nil
    return request
  }
}
