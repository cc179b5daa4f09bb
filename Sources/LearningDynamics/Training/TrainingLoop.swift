/// Sees every state of a training, the initial one included.
protocol TrainingObserver {
  /// - Parameters:
  ///   - state: network, loss and maps at an epoch.
  ///   - epoch: 0, 1, 2, … in this order.
  /// - Throws: what ends the training, such as `CancellationError`.
  mutating func see(_ state: borrowing GradientDescent, at epoch: Int) throws
}

/// How a training ended.
public enum TrainingOutcome: Codable, Hashable, Sendable {
  /// All epochs were trained.
  case completed
  /// At this epoch the loss was not finite or above 10⁶ · max(1, first loss).
  case diverged(epoch: Int)

  /// A training has diverged when its loss is above this many times max(1, first loss), or not finite.
  package static let divergenceFactor = 1e6
}

extension TrainingPlan {
  /// Trains by gradient descent and shows each state to an observer. Recordings and sweeps both train here.
  ///
  /// The state at which a training diverges is not shown: decompositions fail on entries of 1e100 and more.
  ///
  /// - Parameters:
  ///   - problem: what is trained, in any coordinates of the outputs.
  ///   - observer: what sees the states; it is changed in place.
  /// - Throws: ``TrainingError/startNotFinite``; what the observer throws.
  /// - Complexity: as ``GradientDescent/update()`` for each epoch, and what the observer needs.
  func train(_ problem: LearningProblem, observedBy observer: inout some TrainingObserver) throws -> TrainingOutcome {
    var descent = GradientDescent(problem: problem, learningRate: learningRate)
    let limit = TrainingOutcome.divergenceFactor * max(1, descent.loss)
    guard descent.loss.isFinite else { throw TrainingError.startNotFinite }
    for epoch in 0...epochs {
      if epoch > 0 { descent.update() }
      guard descent.loss <= limit else { return .diverged(epoch: epoch) }
      try observer.see(descent, at: epoch)
    }
    return .completed
  }
}
