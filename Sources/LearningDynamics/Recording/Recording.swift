internal import GSL

/// A training, state by state: state t is the network before update t, and T epochs have T + 1 states.
///
/// Loss, end-to-end map and representational similarity are recorded, and the modes computed from them once; predictions
/// and everything else are functions of these. A training that diverged keeps the states before that.
public struct Recording: Equatable, Sendable {
  /// How a training ended.
  public enum Outcome: Codable, Hashable, Sendable {
    /// All epochs were trained.
    case completed
    /// At this epoch the loss was not finite or above 10⁶ · max(1, first loss).
    case diverged(epoch: Int)
  }

  /// What was trained.
  public let plan: TrainingPlan
  /// How it ended.
  public let outcome: Outcome
  /// The mean squared error at each state.
  public let losses: [Double]
  /// W_tot at each state, in the trainer's coordinates of the outputs: r × n.
  public let endToEndMaps: MatrixSeries
  /// H Hᵀ at each state, P × P, for each hidden layer, input side first; H is the layer's activity, P × h.
  public let representationalSimilarities: [MatrixSeries]
  /// The singular values of W_tot at each state, descending: min(n, N) of them.
  public let singularValues: [[Double]]
  /// What was learned from, in the trainer's coordinates.
  public let problem: LearningProblem

  /// The number of recorded states, at least 1.
  public var stateCount: Int { losses.count }

  /// The last recorded epoch.
  public var lastEpoch: Int { stateCount - 1 }

  /// The epoch at which the training diverged, nil if it did not.
  public var divergedAtEpoch: Int? {
    if case .diverged(let epoch) = outcome { epoch } else { nil }
  }

  /// The number of modes, min(n, N).
  public var modeCount: Int { singularValues[0].count }
}
