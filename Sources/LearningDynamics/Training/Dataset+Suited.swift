internal import Support

extension Dataset {
  /// The dataset with a learning rate and a number of epochs that suit its size, where it recommends none.
  ///
  /// η is 0.4 of the largest stable rate of a network with one hidden layer, as the tutorial's 100 is of 254. The weakest
  /// mode to count is the smallest singular value of at least a twentieth of the largest, and T is 1.2 times the epochs
  /// until it is half learned from weights of scale 1e-12, rounded up to whole 50: a mode of strength s grows by
  /// (1 + εs)² an epoch, and there are about e⁶² to grow. For the default data this gives the tutorial's own 100 and 250.
  ///
  /// γ follows the size of the targets: 1e-12 for s₁ from 3 to 300, as in the tutorial's data and most tables of 0 and 1, and a
  /// tenth of it for targets a hundred times as small. A table in another unit is then learned in the same way.
  ///
  /// - Throws: `GSLError` if the spectrum of the targets cannot be computed.
  public func suited() throws -> Dataset {
    let values = try targetSingularValues()
    // Targets weaker than what such weights make of themselves are nothing to be learned, and suit any rate.
    guard let strongest = values.first, strongest > 1e-24, isOneHot else { return self }
    var result = self
    let suiting = (0.4 * (try largestStableLearningRate(depth: 2))).rounded(significant: 2)
    let rate = recommendation.learningRate ?? suiting
    result.recommendation.learningRate = rate
    if recommendation.initializationScale == nil {
      // From 1e-30 to 1: other weights would not fit into the 32-bit numbers in which they are drawn.
      let decades = min(12, max(-18, (log(strongest / 31) / log(100)).rounded()))
      result.recommendation.initializationScale =
        (TrainingSettings.Default.initializationScale * pow(10, decades)).rounded(significant: 1)
    }
    if recommendation.epochs == nil {
      let weakest = ModeThreshold.weakestRelevant(of: values) ?? strongest
      let growth = 2 * log(1 + effectiveLearningRate(for: rate) * weakest)
      let epochs = 1.2 * 62 / growth
      result.recommendation.epochs = 50 * Int((min(max(epochs, 1), 20_000) / 50).rounded(.up))
    }
    return result
  }
}
