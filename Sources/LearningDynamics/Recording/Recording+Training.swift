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
  public init(training plan: TrainingPlan, problem: LearningProblem) throws {
    var descent = GradientDescent(problem: problem, learningRate: plan.learningRate)
    let limit = Self.divergenceFactor * max(1, descent.loss)
    guard descent.loss.isFinite else { throw TrainingError.startNotFinite }

    let items = problem.inputs.rows
    let transposedInputs = problem.inputs.transposed
    var activities = plan.hiddenWidths.map { Matrix(rows: $0, columns: items) }
    var similarity = Matrix(rows: items, columns: items)
    var modes = SingularValues(rows: problem.network.outputWidth, columns: problem.network.inputWidth)
    var losses: [Double] = []
    losses.reserveCapacity(plan.epochs + 1)
    var maps = MatrixSeries(
      rows: problem.network.outputWidth, columns: problem.network.inputWidth, capacity: plan.epochs + 1)
    var similarities = plan.hiddenWidths.map { _ in
      MatrixSeries(rows: items, columns: items, capacity: plan.epochs + 1)
    }
    var singularValues: [[Double]] = []
    var outcome = Outcome.completed
    for epoch in 0...plan.epochs {
      try Task.checkCancellation()
      if epoch > 0 { descent.update() }
      // Tested before any decomposition: on entries of 1e100 and more those fail.
      guard descent.loss <= limit else {
        outcome = .diverged(epoch: epoch)
        break
      }
      losses.append(descent.loss)
      maps.append(descent.endToEndMap)
      for layer in similarities.indices {
        // H Hᵀ, the dot products between the items' activities, from Hᵀ = M Xᵀ.
        activities[layer].setProduct(descent.map(ofLayer: layer), transposedInputs)
        similarity.setProduct(activities[layer].transposedFactor, activities[layer])
        similarities[layer].append(similarity)
      }
      try modes.compute(descent.endToEndMap)
      singularValues.append(modes.values)
    }
    self.plan = plan
    self.outcome = outcome
    self.losses = losses
    endToEndMaps = maps
    representationalSimilarities = similarities
    self.singularValues = singularValues
    self.problem = problem
  }
}
