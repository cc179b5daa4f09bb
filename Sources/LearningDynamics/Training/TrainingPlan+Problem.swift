public import GSL

extension TrainingPlan {
  /// The network at state 0, drawn from the plan's seed.
  ///
  /// - Throws: ``TrainingError/startNotFinite`` for weights that overflow, `GSLError` without memory for a generator.
  /// - Complexity: O(number of weights).
  public func network(for dataset: Dataset) throws -> LinearNetwork {
    var sampler = try WeightSampler(seed: seed, convention: sampling)
    let widths = [dataset.inputs.columns] + hiddenWidths + [dataset.featureCount]
    let network = initialization.network(widths: widths, using: &sampler)
    guard network.weights.allSatisfy({ $0.elements.allSatisfy(\.isFinite) }) else { throw TrainingError.startNotFinite }
    return network
  }

  /// What the plan's engine trains, given the network at state 0.
  ///
  /// - Throws: `GSLError` if the decomposition behind the reduction fails.
  public func problem(for network: LinearNetwork, _ dataset: Dataset) throws(GSLError) -> LearningProblem {
    switch engine {
    case .full: LearningProblem(full: network, dataset: dataset)
    case .reduced: try LearningProblem(reduced: network, dataset: dataset)
    }
  }
}
