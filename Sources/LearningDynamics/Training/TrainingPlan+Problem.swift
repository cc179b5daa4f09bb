internal import GSL

extension TrainingPlan {
  /// What the plan's engine trains on a dataset, the network drawn from the plan's seed or made from the data's modes.
  ///
  /// The reduced engine reduces where ``TrainingEngine/reduces(items:features:inputs:lastWidth:)``; a balanced start, which
  /// lies in the span of the targets, wherever there are more features than items.
  ///
  /// - Throws: ``TrainingError`` for weights that overflow and for a balanced start that cannot be made, `GSLError` without
  ///   memory for a generator.
  /// - Complexity: O(N·(P + h)²) reduced; O(number of weights) full, in memory too.
  public func problem(on dataset: Dataset) throws -> LearningProblem {
    let problem = try startingProblem(on: dataset)
    guard problem.network.weights.allSatisfy(\.isFinite) else { throw TrainingError.startNotFinite }
    return problem
  }

  private func startingProblem(on dataset: Dataset) throws -> LearningProblem {
    switch initialization {
    case .scaledNormal(let scale): try drawnProblem(.scaledNormal(scale: scale), on: dataset)
    case .frameworkDefault: try drawnProblem(.frameworkDefault, on: dataset)
    case .balanced(let strength): try balancedProblem(strength, on: dataset)
    }
  }

  private func drawnProblem(_ distribution: WeightDistribution, on dataset: Dataset) throws -> LearningProblem {
    let start = NetworkStart(distribution, self, on: dataset)
    let isReduced = engine.reduces(
      items: dataset.itemCount, features: dataset.featureCount, inputs: dataset.inputs.columns,
      lastWidth: start.lastWidth)
    guard isReduced else {
      var network = try start.initialNetwork()
      return LearningProblem(full: network.whole(), dataset: dataset)
    }
    let basis = try SpanBasis(start, on: dataset, following: [dataset.followedCell.feature])
    return LearningProblem(reduced: basis, dataset: dataset)
  }

  private func balancedProblem(_ strength: Double, on dataset: Dataset) throws -> LearningProblem {
    var sampler = try WeightSampler(seed: seed, convention: sampling)
    return try LearningProblem(
      BalancedStart(modeStrength: strength, hiddenWidths: hiddenWidths),
      isReduced: engine == .reduced && dataset.featureCount > dataset.itemCount, dataset: dataset, using: &sampler)
  }
}
