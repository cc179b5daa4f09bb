public import GSL
internal import Support

/// The course of a phase, predicted from the weights at its beginning.
///
/// With q = [W_1ᵀ; W_2] and R = qqᵀ, whose blocks are the similarities W_1ᵀW_1 of the hidden activity, the end-to-end map and
/// W_2W_2ᵀ, an epoch is R ← G R G with G = I + ε(S̃ − ½R) and S̃ = [[0, Σᵀ], [Σ, 0]]; it is computed as q ← G q.
///
/// *Holds* for one hidden layer of linear units, one-hot inputs that are shown equally often, and balanced layers, W_1W_1ᵀ =
/// W_2ᵀW_2, which is what training from small weights leaves. Then it differs from gradient descent only by what an update of
/// finite size does to the balance: at the tutorial's rate the map from inputs to outputs is wrong by up to 2 % of its largest
/// entry, at a twentieth of it by 0.1 %.
///
/// Continuous limit: Braun, L., Dominé, C., Fitzgerald, J. & Saxe, A. (2022). Exact learning dynamics of deep linear networks
/// with prior knowledge. NeurIPS 35.
public struct PhaseCourse: Sendable {
  /// W_1ᵀ, P × h.
  private var inputs: Matrix
  /// W_2, r × h.
  private var outputs: Matrix
  /// Yᵀ, r × P.
  private let targets: Matrix
  private let rate: Double
  private let featureCount: Double

  /// The course at its first state.
  ///
  /// - Parameters:
  ///   - network: two layers, the weights at the beginning of the phase.
  ///   - targets: by output, r × P.
  ///   - effectiveRate: ε, times how often each item is shown.
  ///   - featureCount: N.
  init(from network: LinearNetwork, targets: Matrix, effectiveRate: Double, featureCount: Int) {
    let (first, second) = (network.weights[0], network.weights[1])
    let (items, hidden) = (first.columns, first.rows)
    inputs = first.transposed
    rate = effectiveRate
    self.featureCount = Double(featureCount)
    // In the span of targets and weights the course is the same.
    guard second.rows > 2 * (items + hidden) else {
      (outputs, self.targets) = (second, targets)
      return
    }
    var both = Matrix(rows: second.rows, columns: items + hidden)
    for row in 0..<second.rows {
      for item in 0..<items { both[row, item] = targets[row, item] }
      for unit in 0..<hidden { both[row, items + unit] = second[row, unit] }
    }
    let triangle = TriangularFactor(of: both).triangle
    self.targets = triangle.columns(0..<items)
    outputs = triangle.columns(items..<items + hidden)
  }

  /// The loss of each item, (1/N) ‖ŷ_i − y_i‖².
  public var itemLosses: [Double] {
    map.columnDistances(to: targets).map { $0 / featureCount }
  }

  /// W_1ᵀW_1, P × P: the similarities of the hidden activity.
  public var similarities: Matrix {
    var result = Matrix(rows: inputs.rows, columns: inputs.rows)
    result.setProduct(inputs, inputs.transposedFactor)
    return result
  }

  /// W_2 W_1 in some coordinates of the outputs, r × P.
  package var map: Matrix {
    var result = Matrix(rows: outputs.rows, columns: inputs.rows)
    result.setProduct(outputs, inputs.transposedFactor)
    return result
  }

  /// Advances by one epoch.
  ///
  /// - Complexity: O((P + r)·h² + r·P·h).
  public mutating func advance() {
    var square = Matrix(rows: inputs.columns, columns: inputs.columns)
    square.setProduct(inputs.transposedFactor, inputs)
    square.setProduct(outputs.transposedFactor, outputs, adding: 1)
    var (first, second) = (inputs, outputs)
    first.setProduct(targets.transposedFactor, outputs, scale: rate, adding: 1)
    first.setProduct(inputs, square, scale: -rate / 2, adding: 1)
    second.setProduct(targets, inputs, scale: rate, adding: 1)
    second.setProduct(outputs, square, scale: -rate / 2, adding: 1)
    (inputs, outputs) = (first, second)
  }
}

/// What a ``PhaseCourse`` predicts: from the weights of which epoch, and what is taught.
public struct PredictedPhase: Hashable, Sendable {
  /// The epoch of the first state: that of a switch between phases, or the last one.
  public var epoch: Int
  /// The phase that is taught, from 0.
  public var taught: Int
  /// Whether all items are shown once, whatever the phase shows.
  public var showsAllItems: Bool

  /// A prediction; by default of what the phase shows.
  public init(from epoch: Int, teaching taught: Int, showingAllItems showsAllItems: Bool = false) {
    (self.epoch, self.taught, self.showsAllItems) = (epoch, taught, showsAllItems)
  }
}

extension Recording {
  /// The course that theory predicts for a phase, or why it predicts none.
  ///
  /// - Throws: `GSLError` if a decomposition fails.
  /// - Complexity: O(N·(P + h)²).
  public func predict(_ phase: PredictedPhase) throws(GSLError) -> Result<PhaseCourse, TheoryLimitError> {
    func refuse(_ limit: TheoryLimit) -> Result<PhaseCourse, TheoryLimitError> {
      .failure(TheoryLimitError(limit: limit))
    }
    guard problem.phases.indices.contains(phase.taught) else { return refuse(.history) }
    guard plan.variant.isPlain else { return refuse(.variant(plan.variant)) }
    guard problem.network.depth == 2 else { return refuse(.depth(problem.network.depth)) }
    let taught = problem.phases[phase.taught]
    guard taught.itemInputs.isOneHot else { return refuse(.inputs) }
    let frequencies = phase.showsAllItems ? [1] : taught.itemInputs.frequencies ?? [1]
    guard Set(frequencies).count == 1 else { return refuse(.frequencies) }
    guard let network = switchWeights[phase.epoch] else {
      return refuse(plan.phases.count > LearningPhase.largestPredictedCount ? .manyPhases : .history)
    }
    let unbalanced = network.unbalancedShare
    guard unbalanced <= TheoryLimit.largestNeglectedShare else { return refuse(.unbalanced(share: unbalanced)) }
    let rate = problem.effectiveRate(for: plan.phases[phase.taught].learningRate) * frequencies[0]
    let triangle = TriangularFactor(of: taught.outputTargets).triangle
    // What is known may be stronger than what is taught.
    let known = try SingularValueDecomposition(TriangularFactor(of: network.endToEndMap).triangle)
    let strongest = max(
      try SingularValueDecomposition(triangle).singularValues.first ?? 0, known.singularValues.first ?? 0)
    guard rate * strongest < 1 else {
      let stable = EffectiveRate(entryCount: problem.entryCount).learningRate(1 / (strongest * frequencies[0]))
      return refuse(.unstableRate(largestStable: stable))
    }
    return .success(
      PhaseCourse(
        from: network, targets: taught.outputTargets, effectiveRate: rate,
        featureCount: problem.entryCount / problem.inputs.rows))
  }
}

extension LinearNetwork {
  /// ‖W_1W_1ᵀ − W_2ᵀW_2‖ as a part of ‖W_1W_1ᵀ‖, for two layers: 0 where they are balanced.
  fileprivate var unbalancedShare: Double {
    let (first, second) = (weights[0], weights[1])
    var difference = Matrix(rows: first.rows, columns: first.rows)
    difference.setProduct(first, first.transposedFactor)
    let size = difference.frobeniusNorm
    difference.setProduct(second.transposedFactor, second, scale: -1, adding: 1)
    return size > 0 ? difference.frobeniusNorm / size : 1
  }
}
