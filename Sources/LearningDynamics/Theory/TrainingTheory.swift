public import GSL
internal import Support

/// The theory of a recorded training, or the reason why none applies.
public enum TrainingTheory: Sendable {
  /// The course it predicts.
  case holds(PredictedCourse)
  /// The reason why no theory applies.
  case doesNotHold(TheoryLimit)

  /// The predicted course, if there is one.
  public var course: PredictedCourse? {
    if case .holds(let course) = self { course } else { nil }
  }

  /// The reason if there is none.
  public var limit: TheoryLimit? {
    if case .doesNotHold(let limit) = self { limit } else { nil }
  }
}

extension Recording {
  /// The theory of this training, from its initial weights alone; computed once.
  ///
  /// - Throws: `GSLError` if a decomposition fails, `CancellationError`.
  /// - Complexity: as ``PredictedCourse/init(_:_:epochs:)`` when first asked for.
  public func theory() throws -> TrainingTheory {
    try derived.value {
      do {
        return .holds(try PredictedCourse(problem, plan, modes: learnedModes(), epochs: lastEpoch))
      } catch let error as TheoryLimitError {
        return .doesNotHold(error.limit)
      }
    }
  }
}

/// Why no theory applies to a training.
public enum TheoryLimit: Hashable, Sendable, CustomStringConvertible {
  /// Inputs that are not white (``ItemInputs/strength``), with a hidden layer.
  case inputs
  /// One-hot inputs that are not shown equally often, with a hidden layer.
  case frequencies
  /// Three or more weight layers with random initial weights.
  case depth(Int)
  /// Initial weights that are not small compared with the targets; with the error that predictions would have, as a fraction
  /// of the targets' size.
  case largeStart(expectedError: Double)
  /// A learning rate at which solutions are not stable.
  case unstableRate(largestStable: Double)
  /// Targets that are all zero.
  case nothingToLearn
  /// Several phases.
  case history
  /// More phases than those for which weights are kept.
  case manyPhases
  /// Layers that are not balanced at the beginning of a phase; ‖W_1W_1ᵀ − W_2ᵀW_2‖ as a part of ‖W_1W_1ᵀ‖.
  case unbalanced(share: Double)
  /// Units that are not linear, biases, or another rule than plain gradient descent.
  case variant(LearningVariant)

  /// The reason in words, to follow "no theory is drawn: ".
  public var description: String {
    switch self {
    case .inputs:
      "with a hidden layer it is known for inputs that are not correlated and equally strong (one-hot, for example)"
    case .frequencies: "with a hidden layer it is known for items that are shown equally often"
    case .depth(1): "from a switch it is known with one hidden layer only"
    case .depth(let depth): "from random initial weights it is known for one hidden layer only, not for \(depth - 1)"
    case .largeStart(let error):
      "it assumes small initial weights; with these, predictions would be wrong by about "
        + "\((100 * error).significant(1)) % of the targets' size"
    case .unstableRate(let rate): "it holds only below the largest stable learning rate, \(rate.significant())"
    case .nothingToLearn: "all targets are zero"
    case .history: "it is for one phase; the analysis 'forgetting' draws it for each"
    case .manyPhases: "there are more than \(LearningPhase.largestPredictedCount) phases"
    case .unbalanced(let share):
      "it assumes layers that are balanced, as small initial weights leave them; these differ by "
        + "\((100 * share).significant(1)) %"
    case .variant(let variant):
      "none is known for "
        + ((variant.unit == .linear ? [] : ["\(variant.unit.word) units"]) + variant.words).joined(separator: ", ")
    }
  }

  /// ``InitialModeStrengths/neglectedShare(of:)`` above which the theory is not drawn: predictions would be wrong by more than about
  /// 0.015, which becomes visible. The default network reaches it near γ = 0.17.
  public static let largestNeglectedShare = 0.01
}

extension Recording {
  /// The deviation of the hidden layers from their law, H_k H_kᵀ = V A^(2k/D) Vᵀ: the largest difference of any hidden
  /// layer k at any of the ``keptEpochs``, as a part of the predicted matrix (both by their Frobenius norms).
  ///
  /// V holds the right singular vectors of the regression map, A the strengths a_α that its modes have at the epoch; modes
  /// below ``ModeThreshold/negligible(beside:)`` are left out. The law is exact for balanced weights
  /// (``Initialization/balanced(modeStrength:)``), where the deviation is rounding, about 1e-13. From random weights it does
  /// not hold while a mode rises.
  ///
  /// - Returns: nil for a network without a hidden layer, and if nothing is predicted.
  /// - Complexity: O(P³) for each layer and kept epoch.
  public func largestLayerDeviation() throws(GSLError) -> Double? {
    let modes = try learnedModes().decomposition
    let strengths = try modeStrengths()
    let negligible = ModeThreshold.negligible(beside: modes.singularValues.first ?? 0)
    let counted = modes.singularValues.prefix { $0 > negligible }.count
    guard counted > 0 else { return nil }
    var largest: Double?
    var factor = modes.right.columns(0..<counted)
    var predicted = Matrix(rows: factor.rows, columns: factor.rows)
    for (layer, similarities) in representationalSimilarities.enumerated() {
      let exponent = Double(layer + 1) / Double(representationalSimilarities.count + 1)
      for (index, epoch) in keptEpochs.enumerated() {
        let shares = strengths[epoch].prefix(counted).map { pow(max(0, $0), exponent) }
        for row in 0..<factor.rows {
          for mode in 0..<counted { factor[row, mode] = modes.right[row, mode] * shares[mode] }
        }
        predicted.setProduct(factor, factor.transposedFactor)
        let norm = predicted.frobeniusNorm
        guard norm > 0 else { continue }
        predicted.add(-1, times: similarities[index])
        largest = max(largest ?? 0, predicted.frobeniusNorm / norm)
      }
    }
    return largest
  }
}
