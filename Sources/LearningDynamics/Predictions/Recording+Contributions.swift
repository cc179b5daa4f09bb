public import GSL

/// A prediction taken apart into what each mode contributes.
///
/// ŷ_(i,f)(t) = Σ_(αβ) u_fα A_αβ(t) v_iβ with A = Uᵀ W_tot V. The terms α = β are the modes' contributions,
/// c_α(t) = u_fα a_α(t) v_iα; all others together, by which modes mix, are the remainder.
public struct ModeContributions: Sendable {
  /// The contribution of each mode at each state.
  public let modes: VectorSeries
  /// What is left of the prediction at each state.
  public let remainder: [Double]
  /// u_fα s_α v_iα: what each mode contributes to the target.
  public let final: [Double]
}

extension Recording {
  /// The contributions of the modes to the prediction of the problem's followed cell, at every state.
  ///
  /// - Complexity: O(T·k) beside ``modeStrengths()`` and ``followedPredictions()``.
  public func contributions() throws(GSLError) -> ModeContributions {
    let (modes, targets) = (try targetModes().decomposition, try targetModes().targets)
    let row = try problem.basis.row(ofFeature: problem.followedCell.feature)
    // With other inputs than one-hot an item is a mixture of them.
    let item = problem.inputs.row(problem.followedCell.item)
    let weights = modes.singularValues.indices.map { mode in
      let feature = zip(row, modes.left.column(mode)).reduce(0) { $0 + $1.0 * $1.1 }
      return feature * zip(item, modes.right.column(mode)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    var series = VectorSeries(length: weights.count)
    var remainder: [Double] = []
    for (strengths, prediction) in zip(try modeStrengths(), try followedPredictions()) {
      let contributions = zip(weights, strengths).map { $0 * $1 }
      series.append(contentsOf: contributions)
      remainder.append(prediction - contributions.reduce(0, +))
    }
    return ModeContributions(
      modes: series, remainder: remainder, final: zip(weights, targets).map { $0 * $1 })
  }

  /// Where the followed prediction rests after each stage of this training.
  ///
  /// - Parameter dataset: what was trained on, with one-hot inputs.
  public func ladder(of dataset: Dataset) throws(GSLError) -> (stages: [LearningStage], ladder: IllusionLadder) {
    let stages = try stages()
    return (
      stages,
      IllusionLadder(
        of: dataset.followedCell, in: dataset, right: try targetModes().decomposition.right, groups: stages.map(\.modes)
      )
    )
  }
}
