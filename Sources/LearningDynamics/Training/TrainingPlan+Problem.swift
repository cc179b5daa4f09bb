internal import GSL

extension TrainingPlan {
  /// What the plan's engine trains on a dataset, the network drawn from the plan's seed.
  ///
  /// The reduced engine reduces where there is something to reduce: N > P + h. With more inputs than P + h the reduced
  /// map would have fewer modes than the full one, so then too the problem is the full one.
  ///
  /// - Throws: ``TrainingError/startNotFinite`` for weights that overflow, `GSLError` without memory for a generator.
  /// - Complexity: O(N·(P + h)²) reduced; O(number of weights) full, in memory too.
  public func problem(on dataset: Dataset) throws -> LearningProblem {
    let start = NetworkStart(self, on: dataset)
    let spanned = dataset.itemCount + start.lastWidth
    let problem: LearningProblem
    if engine == .reduced, dataset.featureCount > spanned, dataset.inputs.columns <= spanned {
      let basis = try SpanBasis(start, on: dataset, following: [dataset.followedCell.feature])
      problem = LearningProblem(reduced: basis, dataset: dataset)
    } else {
      var network = try start.initialNetwork()
      problem = LearningProblem(full: network.whole(), dataset: dataset)
    }
    guard problem.network.weights.allSatisfy(\.isFinite) else { throw TrainingError.startNotFinite }
    return problem
  }
}
