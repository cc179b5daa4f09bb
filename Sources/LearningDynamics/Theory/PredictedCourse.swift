public import GSL
internal import Support

/// The course of a training, predicted state by state from its initial weights alone.
///
/// - One hidden layer: the ``MatrixMap``.
/// - Without a hidden layer: the error shrinks by 1 − ε at every update, W_tot(t) = W* + (1 − ε)^t (W_tot(0) − W*), exactly,
///   for any initial weights.
///
/// It is computed without training, up to the end of the training or a given epoch.
public struct PredictedCourse: Sendable {
  /// The theory used: "matrix map".
  public let name: String
  /// The strengths that the modes approach: S, or max(0, s − λ) with weight decay.
  public let targets: [Double]
  /// λ = d·P·N/2, the weight decay in units of S.
  public let shrinkage: Double
  /// The mean squared error at each state.
  public private(set) var losses: [Double] = []
  /// The strength of each mode at each state.
  public private(set) var strengths: VectorSeries
  /// The prediction for the probe at each state.
  public private(set) var predictions: [Double] = []

  private let law: Law
  private let right: Matrix

  private enum Law: Sendable {
    case matrixMap(MatrixMap)
    case shallow(rate: Double)
  }

  /// Predicts a training.
  ///
  /// - Parameters:
  ///   - problem: the data and the initial weights.
  ///   - plan: the plan of the training.
  ///   - epochs: the last state; the plan's own when nil.
  /// - Throws: ``TheoryLimitError`` if no theory applies, `GSLError` if a decomposition fails.
  /// - Complexity: O(T·k²·min(h, k)) for k modes; for a network without a hidden layer O(T·k).
  public init(_ problem: LearningProblem, _ plan: TrainingPlan, epochs: Int? = nil) throws {
    try self.init(problem, plan, modes: try LearnedModes(problem), epochs: epochs)
  }

  init(_ problem: LearningProblem, _ plan: TrainingPlan, modes: LearnedModes, epochs: Int? = nil) throws {
    let modes = modes.decomposition
    let rate = problem.effectiveRate(for: plan.learningRate)
    if let limit = Self.limit(problem, plan.variant, modes, rate) { throw TheoryLimitError(limit: limit) }
    let shrinkage = problem.network.depth == 2 ? plan.variant.decay * Double(problem.entryCount) / 2 : 0
    targets = modes.singularValues.map { max(0, $0 - shrinkage) }
    self.shrinkage = shrinkage
    right = modes.right
    strengths = VectorSeries(length: targets.count)
    let epochs = epochs ?? plan.epochs
    if problem.network.depth == 1 {
      (name, law) = ("exact solution", .shallow(rate: rate))
      try addShallowStates(problem, modes, rate, epochs)
    } else {
      let start = InitialModeStrengths(problem.network, in: modes)
      let map = MatrixMap(
        from: start, targets: modes.singularValues, effectiveRate: rate, shrinkage: shrinkage)
      (name, law) = ("matrix map", .matrixMap(map))
      try addStates(of: map, problem, modes, epochs)
    }
  }

  /// Why no theory applies; nil if one does.
  private static func limit(
    _ problem: LearningProblem, _ variant: LearningVariant, _ modes: SingularValueDecomposition, _ rate: Double
  ) -> TheoryLimit? {
    let depth = problem.network.depth
    // The map also holds for weight decay in two layers.
    var rest = variant
    if depth == 2 { rest.decay = 0 }
    guard rest.isPlain else { return .variant(variant) }
    guard problem.isOneHot else { return .inputs }
    guard depth <= 2 else { return .depth(depth) }
    guard let strongest = modes.singularValues.first, strongest > 0 else { return .nothingToLearn }
    let stable = 2 / (Double(depth) * pow(strongest, 2 - 2 / Double(depth)))
    guard rate < stable else {
      return .unstableRate(largestStable: EffectiveRate(entryCount: problem.entryCount).learningRate(stable))
    }
    guard depth == 2 else { return nil }
    let share = InitialModeStrengths(problem.network, in: modes).neglectedShare(of: modes.singularValues)
    return share <= TheoryLimit.largestNeglectedShare ? nil : .largeStart(expectedError: 1.3 * share)
  }

  private mutating func addStates(
    of map: MatrixMap, _ problem: LearningProblem, _ modes: SingularValueDecomposition, _ epochs: Int
  ) throws {
    let feature = modes.left.transposed * (try Self.column(problem.basis.row(ofFeature: problem.followedCell.feature)))
    let item = right.row(problem.followedCell.item)
    var map = map
    var diagonal = [Double](repeating: 0, count: targets.count)
    for epoch in 0...epochs {
      if epoch > 0 {
        if epoch.isMultiple(of: 64) { try Task.checkCancellation() }
        map.advance()
      }
      losses.append(map.squaredDistance / Double(problem.entryCount))
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

  private mutating func addShallowStates(
    _ problem: LearningProblem, _ modes: SingularValueDecomposition, _ rate: Double, _ epochs: Int
  ) throws {
    let map = problem.network.endToEndMap
    let feature = try problem.basis.row(ofFeature: problem.followedCell.feature)
    func value(_ matrix: Matrix) -> Double {
      zip(feature, matrix.column(problem.followedCell.item)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let (first, last) = (value(map), value(problem.outputTargets))
    let error = (map - problem.outputTargets).sumOfSquares / Double(problem.entryCount)
    let projected = modes.left.transposed * map
    let starts = targets.indices.map { mode in
      (0..<right.rows).reduce(0) { $0 + projected[mode, $1] * right[$1, mode] }
    }
    var left = 1.0
    for _ in 0...epochs {
      losses.append(left * left * error)
      strengths.append(contentsOf: zip(targets, starts).map { $0 + left * ($1 - $0) })
      predictions.append(last + left * (first - last))
      left *= 1 - rate
    }
  }

  private static func column(_ values: [Double]) -> Matrix {
    Matrix(rows: values.count, columns: 1, elements: values)
  }

  /// V K(t) Vᵀ, P × P, at some epochs: the similarity of the hidden activity; nil without a hidden layer.
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
    var (activity, similarity) = (Matrix(rows: 0, columns: 0), Matrix(rows: right.rows, columns: right.rows))
    for (place, wanted) in epochs.enumerated() {
      while epoch < wanted {
        if epoch.isMultiple(of: 64) { try Task.checkCancellation() }
        map.advance()
        epoch += 1
      }
      map.similarity(in: right, activity: &activity, &similarity)
      try body(place, similarity)
    }
  }

  /// The first state at which each mode is at least half learned; nil if it never is, and for modes that are only rounding.
  public var halfRiseEpochs: [Int?] { strengths.halfRises(to: targets) }

  /// The first state at which all relevant modes are learned to a given share; nil if that is after the last state, and if
  /// decay leaves nothing to learn.
  public func epoch(reaching share: Double) -> Int? {
    guard let strongest = targets.first, strongest > 0 else { return nil }
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
