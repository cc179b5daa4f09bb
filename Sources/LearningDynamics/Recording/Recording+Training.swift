internal import GSL

extension Recording {
  /// A run has diverged when its loss is above this many times max(1, first loss), or not finite.
  public static let divergenceFactor = 1e6

  /// Trains a network on a dataset and records every state.
  ///
  /// - Throws: ``TrainingError`` when the start itself is not finite, `GSLError` when a decomposition fails,
  ///   `CancellationError` when the task it runs in is cancelled.
  public init(training plan: TrainingPlan, on dataset: Dataset) throws {
    try self.init(training: plan, problem: plan.problem(on: dataset))
  }

  /// Trains on a problem that is already in the trainer's coordinates.
  ///
  /// - Throws: as ``init(training:on:)``.
  /// - Complexity: as ``GradientDescent/update()`` and O(r·n·min(n, r) + Σ P²·h) more for each epoch. No allocation there, but for
  ///   the modes of some hundred epochs at a time.
  public init(training plan: TrainingPlan, problem: LearningProblem) throws {
    var descent = GradientDescent(problem: problem, learningRate: plan.learningRate)
    let limit = Self.divergenceFactor * max(1, descent.loss)
    guard descent.loss.isFinite else { throw TrainingError.startNotFinite }

    var states = try RecordedStates(plan, problem)
    var outcome = Outcome.completed
    for epoch in 0...plan.epochs {
      if epoch > 0 { descent.update() }
      // Tested before any decomposition: on entries of 1e100 and more those fail.
      guard descent.loss <= limit else {
        outcome = .diverged(epoch: epoch)
        break
      }
      try states.append(descent)
    }
    try states.finish()
    self.plan = plan
    self.outcome = outcome
    self.problem = problem
    losses = states.losses
    singularValues = states.singularValues
    keptEpochs = states.keptEpochs
    endToEndMaps = states.maps
    representationalSimilarities = states.similarities
    activitySums = states.activitySums
    course = states.course
  }
}
