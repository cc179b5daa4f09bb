internal import GSL
internal import Support

extension Dataset {
  /// About when a mode will be half learned, before any weight is drawn; nil where no theory says.
  ///
  /// - One hidden layer, small weights of scale γ: ln(s/a₀ − 1)/(2 ln(1 + εs)), the logistic curve of ``ContinuousMode`` with
  ///   the growth of a discrete step, from the mean start of ``EffectiveStart/expectedStrength(scale:inputs:hidden:outputs:)``.
  ///   Of the default data it is within 5 epochs of the simulation.
  /// - No hidden layer, small weights: ln 2/−ln(1 − ε), the same for all modes.
  ///
  /// - Parameters:
  ///   - target: s.
  ///   - plan: the training; at a stable rate.
  /// - Returns: an epoch, infinite where the mode never rises.
  public func expectedHalfRise(ofMode target: Double, in plan: TrainingPlan) -> Double? {
    guard isOneHot, let scale = plan.initialization.scale, target > 0 else { return nil }
    let rate = effectiveLearningRate(for: plan.learningRate)
    switch plan.hiddenWidths.count {
    case 0:
      return rate < 1 ? -log(2) / log1p(-rate) : 1
    case 1:
      let start = EffectiveStart.expectedStrength(
        scale: scale, inputs: itemCount, hidden: plan.hiddenWidths[0], outputs: featureCount)
      guard start > 0 else { return .infinity }
      return ContinuousMode.discreteHalfRise(of: target, from: start, effectiveRate: rate)
    default:
      return nil
    }
  }

  /// An epoch before which no mode of at least a twentieth of the strongest can be half learned in a network with two and more
  /// hidden layers, from random weights.
  ///
  /// Until a mode is half learned the error is at most (3/2)s₁, so in one update a layer's spectral norm grows by at most ε(3/2)s₁
  /// times the product of the others'. With b₀ the largest norm of an initial layer, about σ(√n_in + √n_out) for random weights
  /// (on average; Davidson & Szarek 2001, doi:10.1016/S1874-5849(01)80010-3), the map b ← b + ε(3/2)s₁ b^(D−1) is ahead of every layer, and
  /// b^D of every mode.
  ///
  /// - Returns: an epoch up to a limit, or a million; nil if it is later; 0 where this says nothing.
  public func earliestHalfRise(in plan: TrainingPlan, within limit: Int) throws -> Int? {
    guard isOneHot, let scale = plan.initialization.scale else { return 0 }
    let values = try targetSingularValues()
    let strongest = values.first ?? 0
    let weakest = ModeThreshold.weakestRelevant(of: values) ?? strongest
    let widths = [inputs.columns] + plan.hiddenWidths + [featureCount]
    var layer = zip(widths, widths.dropFirst()).reduce(0.0) { largest, shape in
      let (inputs, outputs) = (Double(shape.0), Double(shape.1))
      return max(largest, scale / (inputs + outputs).squareRoot() * (inputs.squareRoot() + outputs.squareRoot()))
    }
    let rate = effectiveLearningRate(for: plan.learningRate)
    let depth = Double(widths.count - 1)
    let goal = pow(weakest / 2, 1 / depth)
    for epoch in 0...min(limit, 1_000_000) {
      if layer >= goal { return epoch }
      layer += 1.5 * rate * strongest * pow(layer, depth - 1)
    }
    return limit <= 1_000_000 ? nil : 0
  }
}
