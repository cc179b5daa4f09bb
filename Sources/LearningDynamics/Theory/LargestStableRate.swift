public import GSL
internal import Support

extension Dataset {
  /// The largest learning rate η at which a solution with balanced layers is stable.
  ///
  /// ε < 2/(D · s₁^(2 − 2/D) · λ₁), η = ε·P·N/2, with s₁ the largest singular value of the map to be learned and λ₁
  /// the largest eigenvalue of XᵀX. Exact for one-hot inputs (λ₁ = 1). For other inputs the curvature is at most this
  /// large, so the true limit is not below it.
  ///
  /// The loss falls monotonically up to about 0.9 of it. Above it a run bounces, and sooner or later diverges: with one hidden
  /// layer and the default data at 1.19 of it after 715 epochs, at 1.3 of it after 271.
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
  /// doi:10.1016/S1874-5849(01)80010-3). From the default γ to about 10 the solution is the steeper one on the default data.
  ///
  /// - Parameter plan: the training.
  /// - Returns: η, at most ``largestStableLearningRate(depth:)``.
  public func largestStableLearningRate(for plan: TrainingPlan) throws(GSLError) -> Double {
    let depth = plan.hiddenWidths.count + 1
    let atSolution = try largestStableLearningRate(depth: depth)
    guard depth == 2, let scale = plan.initialization.scale, scale > 0 else { return atSolution }
    let widths = [inputs.columns, plan.hiddenWidths[0], featureCount].map(Double.init)
    let steepness = zip(widths, widths.dropFirst()).reduce(0) { sum, shape in
      let norm = scale / (shape.0 + shape.1).squareRoot() * (shape.0.squareRoot() + shape.1.squareRoot())
      return sum + norm * norm
    }
    let inputScale = isOneHot ? 1 : try SingularValueDecomposition(inputs).singularValues.first ?? 0
    guard inputScale > 0 else { return atSolution }
    return min(atSolution, learningRate(forEffective: 2 / (steepness * inputScale * inputScale)))
  }

  /// The same for a map of another strength to be learned from these inputs.
  func largestStableLearningRate(depth: Int, strongest: Double) throws(GSLError) -> Double {
    let inputScale = isOneHot ? 1 : try SingularValueDecomposition(inputs).singularValues.first ?? 0
    let exponent = 2 - 2 / Double(depth)
    let curvature = Double(depth) * pow(strongest, exponent) * inputScale * inputScale
    return learningRate(forEffective: 2 / curvature)
  }
}
