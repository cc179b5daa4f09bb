public import GSL
internal import Support

/// The course of a training, predicted state by state from its initial weights alone.
///
/// - One hidden layer and white inputs, XᵀFX = cI (``ItemInputs/strength``): the ``MatrixMap``, with the targets S/c, the rate
///   εc and the decay λ/c. One-hot inputs have c = 1.
/// - Without a hidden layer, any inputs and weight decay λ: the error of the map shrinks along each eigenvector q of XᵀFX by
///   1 − ε(μ + λ), μ its eigenvalue: W(t) − W∞ = (W(0) − W∞)(I − ε(XᵀFX + λI))^t, W∞ = Σ_yx (XᵀFX + λI)⁺, exactly, for any
///   initial weights.
///
/// It is computed without training, up to the end of the training or a given epoch.
public struct PredictedCourse: Sendable {
  /// The theory used: "matrix map".
  public let name: String
  /// η of the training that it predicts.
  public let learningRate: Double
  /// The strengths that the modes approach: those of the data, or what weight decay leaves of them.
  public let targets: [Double]
  /// What weight decay takes from the strength of a mode with one hidden layer, λ/c with λ = d·P·N/2; without one 0, because there it
  /// scales them.
  public let shrinkage: Double
  /// The mean squared error at each state.
  public private(set) var losses: [Double] = []
  /// The strength of each mode at each state.
  public private(set) var strengths: VectorSeries
  /// The prediction for the probe at each state.
  public private(set) var predictions: [Double] = []

  /// The test error at each state, as ``Recording/testErrors``; empty where the true map is not known.
  public private(set) var testErrors: [Double] = []

  /// ‖Y − Ŷ‖² of what no map of the inputs can explain, weighted as the items are shown.
  let inexplicable: Double
  private let law: Law
  /// X V: how much of each mode an item has.
  private let itemModes: Matrix

  private enum Law: Sendable {
    case matrixMap(MatrixMap)
    case shallow
  }

  /// Predicts a training.
  ///
  /// - Parameters:
  ///   - problem: the data and the initial weights.
  ///   - plan: the plan of the training.
  ///   - epochs: the last state; the plan's own when nil.
  /// - Throws: ``TheoryLimitError`` if no theory applies, `GSLError` if a decomposition fails.
  /// - Complexity: O(T·k²·min(h, k)) for k modes; for a network without a hidden layer O(T·k), for inputs that are not one-hot
  ///   O(T·k·n).
  public init(_ problem: LearningProblem, _ plan: TrainingPlan, epochs: Int? = nil) throws {
    let problem = problem.read(by: plan.variant)
    try self.init(problem, plan, modes: try LearnedModes(problem), epochs: epochs)
  }

  init(_ problem: LearningProblem, _ plan: TrainingPlan, modes: LearnedModes, epochs: Int? = nil) throws {
    learningRate = plan.learningRate
    let rate = problem.effectiveRate(for: plan.learningRate)
    if let limit = try Self.limit(problem, plan.variant, modes, rate) { throw TheoryLimitError(limit: limit) }
    itemModes =
      problem.isOneHot ? modes.decomposition.right : problem.inputs * modes.decomposition.right
    strengths = VectorSeries(length: modes.targets.count)
    shrinkage = problem.shrinkage
    let inputs = problem.itemInputs
    inexplicable =
      inputs.isOneHot || inputs.strength == nil
      ? 0
      : max(
        0,
        inputs.weighting(problem.outputTargets.transposed).sumOfSquares
          - (inputs.strength ?? 1) * modes.dataStrengths.reduce(0) { $0 + $1 * $1 })
    let epochs = epochs ?? plan.epochs
    if problem.network.depth == 1 {
      (name, law) = ("exact solution", .shallow)
      let solution = try ShallowSolution(
        problem, modes, effectiveRate: rate, decay: plan.variant.decay * Double(problem.entryCount) / 2)
      targets = solution.targets
      try addStates(of: solution, epochs)
    } else {
      targets = modes.targets
      let strength = problem.itemInputs.strength ?? 1
      let map = MatrixMap(
        from: InitialModeStrengths(problem.network, in: modes.decomposition), targets: modes.dataStrengths,
        effectiveRate: rate * strength, shrinkage: shrinkage)
      (name, law) = ("matrix map", .matrixMap(map))
      try addStates(of: map, problem, modes, epochs)
    }
  }

  /// Why no theory applies; nil if one does.
  private static func limit(
    _ problem: LearningProblem, _ variant: LearningVariant, _ modes: LearnedModes, _ rate: Double
  ) throws(GSLError) -> TheoryLimit? {
    guard problem.phases.isEmpty else { return .history }
    let depth = problem.network.depth
    // Both theories hold for weight decay too.
    var rest = variant
    if depth <= 2 { rest.decay = 0 }
    guard rest.isPlain else { return .variant(variant) }
    guard depth <= 2 else { return .depth(depth) }
    let entries = Double(problem.entryCount)
    func unstable(above rate: Double) -> TheoryLimit {
      .unstableRate(largestStable: EffectiveRate(entryCount: problem.entryCount).learningRate(rate))
    }
    guard let strongest = modes.dataStrengths.max(), strongest > 0 else { return .nothingToLearn }
    guard depth == 2 else {
      let stable = 2 / (try problem.itemInputs.largestMoment() + variant.decay * entries / 2)
      return rate < stable ? nil : unstable(above: stable)
    }
    guard let strength = problem.itemInputs.strength else {
      return problem.itemInputs.isOneHot ? .frequencies : .inputs
    }
    let stable = 1 / (strength * strongest)
    guard rate < stable else { return unstable(above: stable) }
    let start = InitialModeStrengths(problem.network, in: modes.decomposition)
    let share = start.neglectedShare(of: modes.dataStrengths)
    return share <= TheoryLimit.largestNeglectedShare ? nil : .largeStart(expectedError: 1.3 * share)
  }

  private mutating func addStates(
    of map: MatrixMap, _ problem: LearningProblem, _ modes: LearnedModes, _ epochs: Int
  ) throws {
    let row = try problem.basis.row(ofFeature: problem.followedCell.feature)
    let feature = modes.decomposition.left.transposed * Matrix(rows: row.count, columns: 1, elements: row)
    let item = itemModes.row(problem.followedCell.item)
    let strength = problem.itemInputs.strength ?? 1
    // ‖U K Vᵀ − W̄‖² = ‖K − UᵀW̄V‖² + what of W̄ is outside of the modes.
    let truth = problem.trueMap.flatMap {
      TrueMap(
        coordinates: modes.decomposition.left.transposed * $0.coordinates * modes.decomposition.right,
        squaredNorm: $0.squaredNorm)
    }
    var map = map
    var diagonal = [Double](repeating: 0, count: targets.count)
    for epoch in 0...epochs {
      if epoch > 0 {
        if epoch.isMultiple(of: 64) { try Task.checkCancellation() }
        map.advance()
      }
      losses.append((strength * map.squaredDistance + inexplicable) / Double(problem.entryCount))
      if let truth { testErrors.append(truth.error(of: map.strengths)) }
      for mode in targets.indices { diagonal[mode] = map.strengths[mode, mode] }
      strengths.append(contentsOf: diagonal)
      var prediction = 0.0
      for row in targets.indices {
        var inner = 0.0
        for column in targets.indices { inner += map.strengths[row, column] * item[column] }
        prediction += feature.elements[row] * inner
      }
      predictions.append(prediction)
    }
  }

  private mutating func addStates(of solution: ShallowSolution, _ epochs: Int) throws {
    var solution = solution
    for epoch in 0...epochs {
      if epoch.isMultiple(of: 64) { try Task.checkCancellation() }
      let state = solution.state()
      losses.append(state.loss)
      strengths.append(contentsOf: state.strengths)
      predictions.append(state.prediction)
      if let error = state.testError { testErrors.append(error) }
      solution.advance()
    }
  }

  /// X V K(t) Vᵀ Xᵀ, P × P, at some epochs: the similarity of the hidden activity; nil without a hidden layer.
  ///
  /// The map is computed again, so that not all states have to be kept.
  ///
  /// - Parameters:
  ///   - epochs: ascending.
  ///   - body: called with the index of each epoch in the list, and its matrix.
  /// - Throws: errors of the body, and `CancellationError`.
  /// - Complexity: O(T·k²·min(h, k)), and O(P·(P + k)·min(h, k)) for each epoch in the list.
  public func forEachSimilarity(at epochs: [Int], _ body: (Int, Matrix) throws -> Void) throws {
    guard case .matrixMap(var map) = law else { return }
    var epoch = 0
    var (activity, similarity) = (Matrix(rows: 0, columns: 0), Matrix(rows: itemModes.rows, columns: itemModes.rows))
    for (place, wanted) in epochs.enumerated() {
      while epoch < wanted {
        if epoch.isMultiple(of: 64) { try Task.checkCancellation() }
        map.advance()
        epoch += 1
      }
      map.similarity(in: itemModes, activity: &activity, &similarity)
      try body(place, similarity)
    }
  }

  /// The first state at which each mode is at least half learned; nil if it never is, and for modes that are only rounding.
  public var halfRiseEpochs: [Int?] { strengths.halfRises(to: targets) }

  /// The first state at which all relevant modes are learned to a given share; nil if that is after the last state, and if
  /// decay leaves nothing to learn.
  public func epoch(reaching share: Double) -> Int? {
    guard let strongest = targets.max(), strongest > 0 else { return nil }
    let counted = targets.indices.filter { targets[$0] >= ModeThreshold.relevant(beside: strongest) }
    return strengths.indices.first { state in
      counted.allSatisfy { strengths[state][$0] >= share * targets[$0] }
    }
  }
}

/// The error if no theory applies.
public struct TheoryLimitError: Error, Hashable, Sendable {
  /// The reason.
  public let limit: TheoryLimit
}
