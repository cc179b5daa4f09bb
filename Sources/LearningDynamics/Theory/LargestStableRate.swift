public import GSL

extension Dataset {
  /// The largest learning rate η at which a solution with balanced layers is stable.
  ///
  /// ε < 2/(D · s₁^(2 − 2/D) · λ₁), η = ε·P·N/2, with s₁ the largest singular value of the map to be learned and λ₁
  /// the largest eigenvalue of XᵀX. Exact for one-hot inputs (λ₁ = 1). For other inputs the curvature is at most this
  /// large, so the true limit is not below it.
  ///
  /// The loss falls monotonically up to about 0.9 of it. For one hidden layer, between it and about 1.3 of it a run
  /// stays bounded and bounces.
  ///
  /// - Parameter depth: D, the number of weight layers, at least 1.
  /// - Returns: η; infinite for targets that are all zero.
  public func largestStableLearningRate(depth: Int) throws(GSLError) -> Double {
    try largestStableLearningRate(depth: depth, strongest: try targetSingularValues().first ?? 0)
  }

  /// The same for a map of another strength to be learned from these inputs.
  func largestStableLearningRate(depth: Int, strongest: Double) throws(GSLError) -> Double {
    let inputScale = isOneHot ? 1 : try SingularValueDecomposition(inputs).singularValues.first ?? 0
    let exponent = 2 - 2 / Double(depth)
    let curvature = Double(depth) * Elementary.pow(strongest, exponent) * inputScale * inputScale
    return learningRate(forEffective: 2 / curvature)
  }
}
