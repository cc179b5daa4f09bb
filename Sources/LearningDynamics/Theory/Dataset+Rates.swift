public import GSL
internal import Support

extension Dataset {
  /// The largest learning rate η at which a solution with balanced layers is stable.
  ///
  /// ε < 2/(D · s₁^(2 − 2/D) · λ₁), η = ε·P·N/2, with s₁ the largest singular value of the regression map and λ₁ the
  /// largest eigenvalue of XᵀFX. Exact for white inputs (λ₁ = 1 for one-hot ones). For other inputs the curvature is at most this large, so
  /// the true limit is not below it.
  ///
  /// The loss falls monotonically up to about 0.9 of it. Above it a run oscillates, and sooner or later diverges: with one
  /// hidden layer and the default data at 1.19 of it after 715 epochs, at 1.3 of it after 271.
  ///
  /// - Parameter depth: D, the number of weight layers, at least 1.
  /// - Returns: η; infinite for targets that are all zero.
  public func largestStableLearningRate(depth: Int) throws(GSLError) -> Double {
    try largestStableLearningRate(depth: depth, strongest: try targetSingularValues().first ?? 0)
  }

  /// The largest learning rate η at which a training is stable: at the solution, and with one hidden layer at its initial
  /// weights too.
  ///
  /// Large initial weights are steep: ε < 2/((σ₁(W_1)² + σ₁(W_2)²) λ₁), with the norms that random weights of scale γ have on
  /// average, σ₁ ≈ γ/√(n_in + n_out) · (√n_in + √n_out) (Davidson & Szarek 2001,
  /// doi:10.1016/S1874-5849(01)80010-3), or with the norms of given weights. For the default data the solution is steeper for γ up
  /// to about 10.
  ///
  /// - Parameter plan: the training.
  /// - Returns: η, at most ``largestStableLearningRate(depth:)``; ∞ for other units, biases,
  ///   batches and Adam, for which no limit is known.
  public func largestStableLearningRate(for plan: TrainingPlan) throws(GSLError) -> Double {
    let variant = plan.variant
    guard variant.isLinear, variant.hasEffectiveRate else { return .infinity }
    // Momentum: ηλ < 2(1 + μ). Decay adds d to the curvature λ, and takes from the mode, which is neglected.
    let plain = try largestStablePlainRate(for: plan)
    let momentum = 1 + variant.momentum
    return variant.decay > 0 && plain.isFinite
      ? 2 * momentum / (2 / plain + variant.decay) : momentum * plain
  }

  private func largestStablePlainRate(for plan: TrainingPlan) throws(GSLError) -> Double {
    let depth = plan.hiddenWidths.count + 1
    let atSolution = try largestStableLearningRate(depth: depth)
    guard depth == 2 else { return atSolution }
    let ratio = plan.variant.layerRatio
    if case .own(let weights) = plan.initialization, weights.layers.count == 2 {
      let norms = zip(try weights.norms(), [ratio, 1 / ratio]).map { $0 * $1 }
      let steepness = norms.reduce(0) { $0 + $1 * $1 } * (try itemInputs.largestMoment())
      return steepness > 0 ? min(atSolution, learningRate(forEffective: 2 / steepness)) : atSolution
    }
    guard let scale = plan.initialization.scale, scale > 0 else { return atSolution }
    let widths = [inputs.columns, plan.hiddenWidths[0], featureCount].map(Double.init)
    let steepness = zip(zip(widths, widths.dropFirst()), [ratio, 1 / ratio]).reduce(0) { sum, layer in
      let (shape, factor) = layer
      let norm = factor * scale / (shape.0 + shape.1).squareRoot() * (shape.0.squareRoot() + shape.1.squareRoot())
      return sum + norm * norm
    }
    let moment = try itemInputs.largestMoment()
    guard moment > 0 else { return atSolution }
    return min(atSolution, learningRate(forEffective: 2 / (steepness * moment)))
  }

  /// The same for a regression map of another strength with these inputs.
  func largestStableLearningRate(depth: Int, strongest: Double) throws(GSLError) -> Double {
    let exponent = 2 - 2 / Double(depth)
    let curvature = Double(depth) * pow(strongest, exponent) * (try itemInputs.largestMoment())
    return learningRate(forEffective: 2 / curvature)
  }
}

extension Dataset {
  /// An estimate, before any weight is drawn, of when a mode will be half learned; nil if no theory applies.
  ///
  /// - One hidden layer, small weights of scale γ: ln(s/a₀ − 1)/(2 ln(1 + εs)), the logistic curve of ``ContinuousMode`` with
  ///   the growth of a discrete step, from the mean `InitialModeStrengths.expectedStrength(scale:inputs:hidden:outputs:)`. For the
  ///   default data it is within 5 epochs of the simulation.
  /// - Without a hidden layer, small weights: ln 2/−ln(1 − ε), the same for all modes.
  ///
  /// - Parameters:
  ///   - target: s.
  ///   - plan: the training; at a stable rate.
  /// - Returns: an epoch; infinite if the mode never rises.
  public func expectedHalfRise(ofMode target: Double, in plan: TrainingPlan) -> Double? {
    guard let strength = itemInputs.strength, let scale = plan.initialization.scale, target > 0 else { return nil }
    let rate = strength * effectiveLearningRate(for: plan.learningRate)
    switch plan.hiddenWidths.count {
    case 0:
      return rate < 1 ? -log(2) / log1p(-rate) : 1
    case 1:
      let start = InitialModeStrengths.expectedStrength(
        scale: scale, inputs: inputs.columns, hidden: plan.hiddenWidths[0], outputs: featureCount)
      guard start > 0 else { return .infinity }
      return ContinuousMode.discreteHalfRise(of: target, from: start, effectiveRate: rate)
    default:
      return nil
    }
  }

  /// An epoch before which no relevant mode (at least a twentieth of the strongest) can be half learned in a network with two
  /// or more hidden layers and random initial weights.
  ///
  /// Until a mode is half learned the error is at most (3/2)s₁, so in one update a layer's spectral norm grows by at most ε(3/2)s₁
  /// times the product of the others'. With b₀ the largest norm of an initial layer, about σ(√n_in + √n_out) for random weights
  /// (on average; Davidson & Szarek 2001, doi:10.1016/S1874-5849(01)80010-3), the map b ← b + ε(3/2)s₁ b^(D−1) is an
  /// upper bound for every layer, and b^D for every mode.
  ///
  /// - Returns: an epoch up to the limit, or up to a million; nil if it is later; 0 if this gives no bound.
  public func earliestHalfRise(in plan: TrainingPlan, within limit: Int) throws -> Int? {
    guard let strength = itemInputs.strength, let scale = plan.initialization.scale else { return 0 }
    let values = try targetSingularValues()
    let strongest = values.first ?? 0
    let weakest = ModeThreshold.weakestRelevant(of: values) ?? strongest
    let widths = [inputs.columns] + plan.hiddenWidths + [featureCount]
    var layer = zip(widths, widths.dropFirst()).reduce(0.0) { largest, shape in
      let (inputs, outputs) = (Double(shape.0), Double(shape.1))
      return max(largest, scale / (inputs + outputs).squareRoot() * (inputs.squareRoot() + outputs.squareRoot()))
    }
    let rate = strength * effectiveLearningRate(for: plan.learningRate)
    let depth = Double(widths.count - 1)
    let goal = pow(weakest / 2, 1 / depth)
    for epoch in 0...min(limit, 1_000_000) {
      if layer >= goal { return epoch }
      layer += 1.5 * rate * strongest * pow(layer, depth - 1)
    }
    return limit <= 1_000_000 ? nil : 0
  }
}

extension Matrix {
  /// σ₁, the largest singular value.
  func spectralNorm() throws(GSLError) -> Double {
    // The triangle of a long matrix has the same singular values.
    let small =
      rows > columns ? TriangularFactor(of: self).triangle : TriangularFactor(of: transposed).triangle
    var values = SingularValues(rows: small.rows, columns: small.columns)
    try values.compute(small)
    return values.values.first ?? 0
  }
}
