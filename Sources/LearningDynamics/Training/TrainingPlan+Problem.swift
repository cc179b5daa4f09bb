internal import GSL

extension TrainingPlan {
  /// What the plan's engine trains on a dataset, the network drawn from the plan's seed.
  ///
  /// The reduced engine reduces where ``TrainingEngine/reduces(items:features:inputs:lastWidth:)``.
  ///
  /// - Throws: ``TrainingError/startNotFinite`` for weights that overflow, `GSLError` without memory for a generator.
  /// - Complexity: O(N·(P + h)²) reduced; O(number of weights) full, in memory too.
  public func problem(on dataset: Dataset) throws -> LearningProblem {
    let start = NetworkStart(self, on: dataset)
    let isReduced = engine.reduces(
      items: dataset.itemCount, features: dataset.featureCount, inputs: dataset.inputs.columns,
      lastWidth: start.lastWidth)
    let problem: LearningProblem
    if isReduced {
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
