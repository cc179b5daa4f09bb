internal import GSL
internal import Support

/// A training, state by state: state t is the network before update t, and T epochs have T + 1 states.
///
/// The loss and the modes are recorded at every state. The end-to-end map and the representational similarities, from which
/// predictions and all other results follow, are also kept at every state, or only at every k-th if the plan says so because
/// they would not fit in memory. If a training diverges, the states before that are kept.
public struct Recording: Equatable, Sendable {
  public let plan: TrainingPlan
  /// How it ended.
  public let outcome: TrainingOutcome
  /// The epoch of the first state of each phase that was reached; [0] for a training without phases.
  public let phaseStarts: [Int]
  /// For each phase that ended, whether it ended at its loss (``LearningPhase/endLoss``).
  public let reachedLoss: [Bool]
  /// The mean squared error at each state; in a history that of the phase, weighted as it shows the items.
  public let losses: [Double]
  /// The test error ‖W_tot − W̄‖²/‖W̄‖² at each state, W̄ the map that the targets were made with; empty where that is not known.
  public let testErrors: [Double]
  /// The singular values of W_tot at each state, descending: min(n, N) of them.
  public let singularValues: VectorSeries
  /// The epochs at which matrices are kept, ascending: 0, k, 2k, …, those that the plan pins, and the last, unless the
  /// training diverged.
  public let keptEpochs: [Int]
  /// W_tot at each of the ``keptEpochs``, in the trainer's coordinates of the outputs: r × n. In a network that is not linear
  /// (``LearningVariant/isLinear``), its responses to the items, r × P.
  public let endToEndMaps: MatrixSeries
  /// H Hᵀ at each of the ``keptEpochs``, P × P, for each hidden layer, input side first; H is the layer's activity, P × h.
  public let representationalSimilarities: [MatrixSeries]
  /// H 1, the sum of each item's activity over the hidden units, at each of the ``keptEpochs`` and for each hidden layer:
  /// a correlation needs it in addition to H Hᵀ.
  package let activitySums: [VectorSeries]
  /// The problem, in the trainer's coordinates. For a network that is not linear it has one-hot inputs: its responses are
  /// what W_tot would be with them.
  public let problem: LearningProblem

  /// The weights at the first state of each phase after the first, and at the end, by epoch, where a theory may start from them.
  let switchWeights: [Int: LinearNetwork]

  /// Results that need maps that are not kept, computed during the training; nil if all maps are kept.
  let course: Course?
  let target = Memo<LearnedModes>()
  let strengths = Memo<VectorSeries>()
  /// Results that later folders compute from the recording, each only once.
  let derived = Memos()

  /// The number of states, at least 1.
  public var stateCount: Int { losses.count }

  /// The last recorded epoch.
  public var lastEpoch: Int { stateCount - 1 }

  /// The index in ``keptEpochs`` of the epoch nearest to a given one.
  ///
  /// - Complexity: O(log K).
  public func keptIndex(nearest epoch: Int) -> Int {
    var (low, high) = (0, keptEpochs.count)
    while low < high {
      let middle = (low + high) / 2
      if keptEpochs[middle] < epoch { low = middle + 1 } else { high = middle }
    }
    // The first that is not before it, or the one before that if it is as near.
    guard low > 0 else { return 0 }
    guard low < keptEpochs.count else { return keptEpochs.count - 1 }
    return epoch - keptEpochs[low - 1] <= keptEpochs[low] - epoch ? low - 1 : low
  }

  /// The first of the ``keptEpochs`` from which on all ReLU units of some hidden layer are dead: they are 0 for every item, have the slope
  /// 0, and never change again. nil if that does not happen, and for other units.
  public var deadEpoch: Int? {
    guard plan.variant.unit == .relu else { return nil }
    let firsts = representationalSimilarities.compactMap { series -> Int? in
      let alive = (0..<series.count).last { !series[$0..<$0 + 1].allSatisfy { $0 == 0 } }
      let first = (alive ?? -1) + 1
      return first < series.count ? keptEpochs[first] : nil
    }
    return firsts.min()
  }

  /// The epoch at which the training diverged, nil if it did not.
  public var divergedAtEpoch: Int? {
    if case .diverged(let epoch) = outcome { epoch } else { nil }
  }

  /// The number of modes, min(n, N).
  public var modeCount: Int { singularValues.length }

  /// The size of its matrices and curves in memory, in bytes.
  package var byteCount: Int {
    let matrices = [endToEndMaps] + representationalSimilarities
    let vectors = [singularValues] + activitySums
    return 8
      * (losses.count + matrices.reduce(0) { $0 + $1.rows * $1.columns * $1.count }
        + vectors.reduce(0) { $0 + $1.length * stateCount })
  }
}

extension Recording {
  /// Trains a network on a dataset and records every state.
  ///
  /// - Throws: ``TrainingError`` when the start itself is not finite, `GSLError` when a decomposition fails,
  ///   `CancellationError` when the task it runs in is cancelled.
  public init(training plan: TrainingPlan, on dataset: Dataset) throws {
    try self.init(training: plan, problem: plan.problem(on: dataset))
  }

  /// Trains on a problem that is already in the trainer's coordinates.
  ///
  /// - Throws: as ``init(training:on:)``.
  /// - Complexity: as `GradientDescent.update()` and O(r·n·min(n, r) + Σ P²·h) more for each epoch. No allocation there, but for
  ///   the modes of some hundred epochs at a time.
  public init(training plan: TrainingPlan, problem: LearningProblem) throws {
    let read = problem.read(by: plan.variant)
    var states = try RecordedStates(plan, read)
    let course = try plan.train(problem, observedBy: &states)
    (outcome, phaseStarts, reachedLoss) = (course.outcome, course.phaseStarts, course.reachedLoss)
    try states.finish()
    self.plan = plan
    self.problem = read
    losses = states.losses
    testErrors = states.testErrors
    singularValues = states.singularValues
    keptEpochs = states.keptEpochs
    endToEndMaps = states.maps
    representationalSimilarities = states.similarities
    activitySums = states.activitySums
    self.course = states.course
    switchWeights = states.markedWeights
  }
}
