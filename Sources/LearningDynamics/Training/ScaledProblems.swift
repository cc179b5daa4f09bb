internal import GSL

/// The problems of one dataset with the same random numbers, for every scale γ of the weights, shared by trainings that
/// differ only in η, γ and T.
///
/// γ only multiplies the drawn weights, so the data, the random numbers and the basis of `SpanBasis` are made once for all of
/// them. Each problem equals that of ``TrainingPlan/problem(on:)``, bit by bit.
public struct ScaledProblems: Sendable {
  private enum Start: Sendable {
    case reduced(SpanBasis)
    /// Standard normals with the shapes of all layers.
    case full([Matrix])
    /// Weights that are not drawn: one problem for every scale.
    case fixed(LearningProblem)
  }

  private let start: Start
  private let dataset: Dataset
  /// The plan for which the numbers were drawn.
  private let numbers: InitialWeights?

  /// Whether the problems are in the coordinates of a basis, not of the features.
  public let isReduced: Bool

  /// Draws the numbers, and builds the basis if the plan's engine reduces.
  ///
  /// - Parameters:
  ///   - plan: network, seed, convention and engine; its η, γ and T are not used.
  ///   - dataset: the dataset.
  ///   - weights: the network's weights, if they are already being drawn; others are ignored.
  /// - Throws: `GSLError` without memory for a generator, `CancellationError` when the task it runs in is cancelled.
  /// - Complexity: as ``TrainingPlan/problem(on:)``.
  public init(_ plan: TrainingPlan, on dataset: Dataset, from weights: WeightsAhead? = nil) throws {
    self.dataset = dataset
    guard plan.initialization.scale != nil else {
      var plain = plan
      plain.variant.layerRatio = 1
      let problem = try plain.problem(on: dataset)
      (start, numbers) = (.fixed(problem), nil)
      if case .features = problem.basis { isReduced = false } else { isReduced = true }
      return
    }
    let numbers = InitialWeights(.scaledNormal(scale: 1), plan, on: dataset)
    isReduced = Self.reduces(plan, numbers, dataset)
    if isReduced {
      start = .reduced(try SpanBasis(numbers, from: weights, on: dataset, following: [dataset.followedCell.feature]))
    } else {
      var network = try numbers.initialNetwork()
      start = .full(network.unscaledFirstLayers + [network.wholeLastLayer(scale: 1)])
    }
    self.numbers = numbers
  }

  /// Whether a plan's problem is one of these: it has the same network, seed, convention and engine.
  public func serves(_ plan: TrainingPlan) -> Bool {
    guard let numbers else { return false }
    return plan.initialization.scale != nil && InitialWeights(.scaledNormal(scale: 1), plan, on: dataset) == numbers
      && Self.reduces(plan, numbers, dataset) == isReduced
  }

  /// The size of the numbers and the basis in memory, in bytes, without the dataset.
  public var byteCount: Int {
    switch start {
    case .reduced(let basis): basis.byteCount
    case .full(let normals): 8 * normals.reduce(0) { $0 + $1.elements.count }
    case .fixed(let problem): 8 * problem.network.weights.reduce(0) { $0 + $1.elements.count }
    }
  }

  private static func reduces(_ plan: TrainingPlan, _ numbers: InitialWeights, _ dataset: Dataset) -> Bool {
    plan.engine.reduces(
      items: dataset.spannedTargets, features: dataset.featureCount,
      lastWidth: numbers.lastWidth)
  }

  /// The problem with weights of scale γ.
  ///
  /// - Parameters:
  ///   - scale: γ, finite; not used for weights that are not drawn.
  ///   - ratio: ``LearningVariant/layerRatio``.
  /// - Throws: ``TrainingError/startNotFinite`` for weights that overflow.
  /// - Complexity: O(number of weights in the trainer's coordinates).
  public func problem(scale: Double, ratio: Double = 1) throws(TrainingError) -> LearningProblem {
    let unstretched =
      switch start {
      case .reduced(let basis):
        LearningProblem(reduced: basis.scaled(by: scale), dataset: dataset)
      case .full(let normals):
        LearningProblem(
          full: LinearNetwork(
            weights: zip(numbers?.scaled(by: scale).scales ?? [], normals).map { $0 * $1 }),
          dataset: dataset)
      case .fixed(let problem): problem
      }
    let problem = unstretched.stretched(by: ratio)
    guard problem.network.weights.allSatisfy(\.isFinite) else { throw .startNotFinite }
    return problem
  }
}
