internal import GSL

extension Recording {
  /// A run has diverged when its loss is above this many times max(1, first loss), or not finite.
  public static let divergenceFactor = 1e6

  /// Trains a network on a dataset and records every state.
  ///
  /// - Throws: ``TrainingError`` when the start itself is not finite, `GSLError` when a decomposition fails,
  ///   `CancellationError` when the task it runs in is cancelled.
  public init(training plan: TrainingPlan, on dataset: Dataset) throws {
    var sampler = try WeightSampler(seed: plan.seed, convention: plan.sampling)
    let widths = [dataset.inputs.columns] + plan.hiddenWidths + [dataset.featureCount]
    let network = plan.initialization.network(widths: widths, using: &sampler)
    guard network.weights.allSatisfy({ $0.elements.allSatisfy(\.isFinite) }) else { throw TrainingError.startNotFinite }
    let problem =
      switch plan.engine {
      case .full: LearningProblem(full: network, dataset: dataset)
      case .reduced: try LearningProblem(reduced: network, dataset: dataset)
      }
    try self.init(training: plan, problem: problem)
  }

  /// Trains on a problem that is already in the trainer's coordinates.
  init(training plan: TrainingPlan, problem: LearningProblem) throws {
    var descent = GradientDescent(problem: problem, learningRate: plan.learningRate)
    let limit = Self.divergenceFactor * max(1, descent.loss)
    guard descent.loss.isFinite else { throw TrainingError.startNotFinite }

    let items = problem.inputs.rows
    var losses: [Double] = []
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
        similarities[layer].append(
          Self.similarity(of: problem.inputs, under: descent.partialMaps[layer]))
      }
      singularValues.append(try SingularValueDecomposition(descent.endToEndMap).singularValues)
    }
    self.plan = plan
    self.outcome = outcome
    self.losses = losses
    endToEndMaps = maps
    representationalSimilarities = similarities
    self.singularValues = singularValues
    self.problem = problem
  }

  /// H Hᵀ with H = X Mᵀ: the dot products between the items' activities.
  private static func similarity(of inputs: Matrix, under map: Matrix) -> Matrix {
    var activity = Matrix(rows: inputs.rows, columns: map.rows)
    activity.setProduct(inputs, map.transposedFactor)
    var similarity = Matrix(rows: inputs.rows, columns: inputs.rows)
    similarity.setProduct(activity, activity.transposedFactor)
    return similarity
  }
}
