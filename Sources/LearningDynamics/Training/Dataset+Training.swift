internal import GSL

extension Dataset {
  /// The dataset as trainings of a variant are read: for a network that is not linear each item is its own input, because such
  /// a network has no map from inputs to outputs, only responses to the items.
  package func read(by variant: LearningVariant) -> Dataset {
    guard !variant.isLinear, !isOneHot else { return self }
    var result = self
    result.itemInputs = ItemInputs(
      .identity(itemCount), isOneHot: true, frequencies: itemInputs.frequencies)
    result.trueMap = nil
    return result
  }

  /// The dataset with other frequencies for some items, and with a learning rate and epochs that suit them: a rate that was
  /// recommended, or is the tutorial's, stays if it is stable enough, and so do epochs if they are enough.
  ///
  /// - Parameter frequencies: how often items are shown in an epoch, by name; other items as before.
  /// - Throws: ``DatasetError`` for an unknown item, numbers that cannot be frequencies, and if nothing is shown; `GSLError`.
  public func showing(_ frequencies: [String: Double]) throws -> Dataset {
    var all = itemInputs.frequencies ?? Array(repeating: 1, count: itemCount)
    for (item, frequency) in frequencies { all[try index(ofItem: item)] = frequency }
    var result = self
    result.itemInputs = ItemInputs(inputs, isOneHot: isOneHot, frequencies: all)
    try result.validate()
    guard result.itemInputs != itemInputs else { return self }
    let before = recommendation
    let rate = before.learningRate ?? TrainingSettings.Default.learningRate
    let epochs = before.epochs ?? TrainingSettings.Default.epochs
    result.recommendation = TrainingRecommendation()
    let stable = try result.recommendingTraining().recommendation.learningRate ?? rate
    // Epochs for the rate that will be used.
    result.recommendation = TrainingRecommendation(learningRate: min(rate, stable))
    result = try result.recommendingTraining()
    result.recommendation.epochs = max(epochs, result.recommendation.epochs ?? epochs)
    result.recommendation.initializationScale = before.initializationScale
    result.recommendation.hiddenWidth = before.hiddenWidth
    return result
  }
}
