internal import GSL

extension Recording {
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
    var states = try RecordedStates(plan, problem)
    outcome = try plan.train(problem, observedBy: &states)
    try states.finish()
    self.plan = plan
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
