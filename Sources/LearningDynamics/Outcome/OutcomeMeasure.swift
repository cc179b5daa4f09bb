internal import GSL

/// Trains without recording, and measures the ``LearningOutcome`` during the training.
///
/// One measure, made for a dataset and a basis, is used for all trainings from ``ScaledProblems``. It keeps only running
/// numbers, so the memory does not grow with the epochs. The results equal those of a ``Recording`` of the same plan, up to
/// the last bits, because the training is the same.
///
/// It is a class so that a training, which looks at it in every epoch, does not copy it.
public final class OutcomeMeasure: Sendable {
  /// A training has converged from the state on at which the unexplained part stays, for at least a fiftieth of the epochs,
  /// below a thousandth of what a linear network of this width can explain, and below a quarter of what the weakest relevant
  /// mode explains:
  ///
  /// (L − L*)·PN ≤ min(0.001 · (L₀ − L*)·PN, s²/4)
  ///
  /// with L₀ the loss of a network that predicts 0, L* the least possible one, and s the smallest singular value of at least a
  /// twentieth of the largest. So every relevant mode is then at least half learned, however weak it is.
  public static let unexplainedShare = 0.001

  private let target: LearnedModes
  private let negligible: Double
  private let sampledLevels: [ModeLevel]
  private let countedLevels: [ModeLevel]
  private let feature: [Double]
  private let item: [Double]
  /// The only input of the item, where inputs are one-hot.
  private let onlyInput: Int?
  /// The target of the probe; nil without a probe.
  private let probeTarget: PredictionTarget?
  private let convergedLoss: Double
  /// The switches of a history, and what its phases teach.
  private let history: (switches: [PhaseSwitch], problem: LearningProblem)?
  private let trueMap: TrueMap?
  /// For the kernel's movement; nil for networks for which it is not known.
  private let kernelInputs: KernelState.Inputs?

  /// The measure for problems of a dataset.
  ///
  /// - Parameters:
  ///   - problem: one of them.
  ///   - variant: the variant of its trainings.
  ///   - dataset: the dataset.
  /// - Throws: `GSLError` if a decomposition fails.
  /// - Complexity: O(r·n·min(n, r) + r²), and of the spectrum of the data when it is first asked for.
  public init(_ problem: LearningProblem, _ variant: LearningVariant = .tutorial, of dataset: Dataset) throws {
    let unread = problem
    let problem = problem.read(by: variant)
    let dataset = dataset.read(by: variant)
    // A history has converged when its last phase has.
    let last =
      problem.phases.isEmpty ? problem : unread.alone(inPhase: problem.phases.count - 1).read(by: variant)
    target = try LearnedModes(problem)
    let values = target.targets
    negligible = ModeThreshold.negligible(beside: values.max() ?? 0)
    sampledLevels = try dataset.sampledLevels(count: values.count) ?? []
    countedLevels = try dataset.countedLevels()
    feature = try problem.basis.row(ofFeature: problem.followedCell.feature)
    item = problem.inputs.row(problem.followedCell.item)
    onlyInput = problem.isOneHot ? problem.followedCell.item : nil
    probeTarget = dataset.probe.map { dataset.target(of: $0) }
    convergedLoss = try Self.convergedLoss(last, last.finalMap(), variant)
    history = problem.phases.count > 1 ? (dataset.switches, problem) : nil
    trueMap = problem.trueMap
    kernelInputs = variant.isLinear && problem.network.depth == 2 ? KernelState.Inputs(problem) : nil
  }

  /// L* + min(0.001 · (L₀ − L*), s²/4PN).
  ///
  /// The best map of rank ρ explains the ρ strongest modes of the fit W* Xᵀ√F (Eckart and Young). The part that no linear map can
  /// explain remains too, and what weight decay takes from each mode.
  private static func convergedLoss(
    _ problem: LearningProblem, _ map: Matrix, _ variant: LearningVariant
  ) throws -> Double {
    let entries = Double(problem.entryCount)
    var whole = problem.outputTargets.sumOfSquares
    var fit = map
    if !problem.itemInputs.isStandard {
      let inputs = problem.itemInputs
      whole = inputs.weighting(problem.outputTargets.transposed).sumOfSquares
      fit = Matrix(rows: map.rows, columns: inputs.matrix.rows)
      fit.setProduct(map, inputs.weighting(inputs.matrix).transposed)
    }
    // Biases add one direction to the responses of a narrow network. Other units have no such limit.
    let narrowest = problem.network.weights.dropLast().map(\.rows).min() ?? Int.max / 2
    let width = variant.unit == .linear ? narrowest + (variant.hasBiases ? 1 : 0) : Int.max
    var modes = SingularValues(rows: fit.rows, columns: fit.columns)
    try modes.compute(fit)
    let learned = modes.values.prefix(width)
    let explainable = learned.reduce(0) { $0 + $1 * $1 }
    let weakest = ModeThreshold.weakestRelevant(of: Array(learned)) ?? 0
    // In the units of the fit, √c times those of the map.
    let shrinkage = problem.shrinkage * (problem.itemInputs.strength ?? 1).squareRoot()
    var removed = learned.reduce(0) { $0 + min($1, shrinkage) * min($1, shrinkage) }
    if problem.ridge > 0 {
      // What the ridge regression leaves: nothing else is missing from its own fit.
      let inputs = problem.itemInputs
      var error = inputs.weighting(problem.outputTargets.transposed)
      error.setProduct(inputs.weighting(inputs.matrix), map.transposedFactor, scale: -1, adding: 1)
      removed = error.sumOfSquares - (whole - explainable)
    }
    let left = removed + min(unexplainedShare * explainable, weakest * weakest / 4)
    return max(0, whole - explainable + left) / entries
  }

  /// Trains, and measures.
  ///
  /// - Parameters:
  ///   - plan: η and T; the rest is in the problem.
  ///   - problem: a problem of the dataset and the basis that this measure was made for.
  /// - Throws: ``TrainingError/startNotFinite``, `CancellationError` when the task it runs in is cancelled.
  /// - Complexity: as `GradientDescent.update()` for each epoch, and O(r·n·min(n, r)) more until all modes have risen.
  public func outcome(of plan: TrainingPlan, from problem: LearningProblem) throws -> LearningOutcome {
    var course = Course(self)
    let trained = try plan.train(problem, observedBy: &course)
    let ending: LearningOutcome.Ending =
      if case .diverged(let epoch) = trained.outcome {
        .diverged(epoch: epoch)
      } else if trained.reachedLoss.last == true {
        // It was to end at a loss, and has.
        .converged(epoch: course.epoch)
      } else {
        PredictionTarget.lasting(
          from: max(0, course.converged - trained.lastStart), lastState: course.epoch - trained.lastStart
        ).map { .converged(epoch: $0 + trained.lastStart) } ?? .unfinished
      }
    let modes = course.modes
    return LearningOutcome(
      ending: ending, finalLoss: course.loss, halfRiseEpochs: modes.map(\.halfState),
      levelHalfRises: sampledLevels.map { $0.halfRise(modes.map(\.halfState)) },
      stagingIndex: stagingIndex(modes), wrongSide: course.wrongSide,
      kernelMovement: trained.hasDiverged ? nil : course.movement?.kernel,
      hiddenMovement: trained.hasDiverged ? nil : course.movement?.hidden,
      bestStop: trained.hasDiverged ? nil : course.bestStop, phases: phaseOutcomes(trained, course))
  }

  /// What each phase after the first has done; a phase that diverged has none.
  private func phaseOutcomes(_ trained: TrainingCourse, _ course: Course) -> [LearningOutcome.PhaseOutcome] {
    guard let history else { return [] }
    let starts = trained.phaseStarts
    return history.switches.compactMap { change in
      guard change.phase < starts.count, change.phase + 1 < starts.count || !trained.hasDiverged else { return nil }
      let end = change.phase + 1 < starts.count ? starts[change.phase + 1] : course.epoch
      guard let map = course.markedMaps[end] else { return nil }
      let features = Double(history.problem.entryCount / history.problem.inputs.rows)
      let responses = history.problem.isOneHot ? map : map * history.problem.inputs.transposed
      func meanLoss(_ items: [Int], _ phase: (Int) -> Int) -> Double? {
        guard !items.isEmpty else { return nil }
        let taught = Dictionary(grouping: items, by: phase)
        let sum = taught.sorted { $0.key < $1.key }.reduce(0.0) { sum, part in
          let losses = responses.columnDistances(to: history.problem.phases[part.key].outputTargets)
          return part.value.reduce(sum) { $0 + losses[$1] }
        }
        return sum / features / Double(items.count)
      }
      return LearningOutcome.PhaseOutcome(
        phase: change.phase, epochs: end - starts[change.phase],
        reachedLoss: trained.reachedLoss.indices.contains(change.phase) && trained.reachedLoss[change.phase],
        oldLoss: meanLoss(change.oldItems) { change.lastTaught[$0] ?? 0 },
        newLoss: meanLoss(change.newItems) { _ in change.phase })
    }
  }

  /// The running numbers of one training.
  private struct Course: TrainingObserver {
    private let measure: OutcomeMeasure
    private var strengths: ModeStrengths
    private var isRising = true
    private(set) var modes: [RisingMode]
    private(set) var wrongSide: WrongSideMeasure?
    /// The loss at the last state.
    private(set) var loss = Double.nan
    /// The state after the last one with too large an unexplained part.
    private(set) var converged = 0
    /// From the first state to the last; nil if that was not reached.
    private(set) var movement: KernelState.Movement?
    private var firstKernel: KernelState?
    /// Up to the present state; nil without a true map.
    private(set) var bestStop: BestStop?
    /// The present state.
    private(set) var epoch = 0
    /// W_tot, or the responses, at switches and at the end, by epoch.
    private(set) var markedMaps: [Int: Matrix] = [:]

    init(_ measure: OutcomeMeasure) {
      self.measure = measure
      strengths = ModeStrengths(measure.target)
      modes = measure.target.targets.map { RisingMode(target: $0 > measure.negligible ? $0 : 0) }
    }

    mutating func see(_ state: borrowing some TrainedNetwork & ~Copyable, at epoch: Int, isMark: Bool) throws {
      if epoch.isMultiple(of: 64) { try Task.checkCancellation() }
      loss = state.loss
      self.epoch = epoch
      if isMark, measure.history != nil { markedMaps[epoch] = state.endToEndMap }
      if loss > measure.convergedLoss { converged = epoch + 1 }
      if isRising {
        strengths.compute(state.endToEndMap)
        for mode in modes.indices { modes[mode].add(strengths.values[mode]) }
        isRising = modes.contains { !$0.hasRisen }
      }
      if epoch == 0 || isMark, let inputs = measure.kernelInputs {
        let kernel = KernelState(state, inputs)
        if isMark { movement = (firstKernel ?? kernel).movement(to: kernel) }
        if epoch == 0 { firstKernel = kernel }
      }
      if let error = measure.trueMap?.error(of: state.endToEndMap) {
        if bestStop == nil { bestStop = BestStop(initial: error) } else { bestStop?.add(error, at: epoch) }
      }
      guard let target = measure.probeTarget else { return }
      let prediction = measure.prediction(of: state.endToEndMap)
      if epoch == 0 { wrongSide = WrongSideMeasure(target: target, initial: prediction) }
      wrongSide?.add(prediction, at: epoch)
    }
  }

  private func stagingIndex(_ modes: [RisingMode]) -> Double? {
    let byLevel = countedLevels.map { level in level.modes.compactMap { modes[$0].rise } }
    guard byLevel.count > 1, zip(byLevel, countedLevels).allSatisfy({ $0.count == $1.modes.count }) else { return nil }
    return Self.mean(of: zip(byLevel.dropFirst(), byLevel).map { ModeRise.stagingIndex(of: $0, after: $1) })
  }

  /// The mean; nil if a part is missing, or there is none.
  private static func mean(of values: [Double?]) -> Double? {
    let known = values.compactMap(\.self)
    return known.isEmpty || known.count < values.count ? nil : known.reduce(0, +) / Double(known.count)
  }

  /// q · W x.
  private func prediction(of map: Matrix) -> Double {
    let columns = map.columns
    return map.elements.withUnsafeBufferPointer { entries in
      feature.withUnsafeBufferPointer { feature in
        var sum = 0.0
        if let onlyInput {
          for row in feature.indices { sum += feature[row] * entries[row * columns + onlyInput] }
        } else {
          for row in feature.indices {
            for column in 0..<columns { sum += feature[row] * entries[row * columns + column] * item[column] }
          }
        }
        return sum
      }
    }
  }
}

/// The outcome of a training in a few numbers, for maps over thousands of trainings.
public struct LearningOutcome: Hashable, Sendable {
  /// How a training ended.
  public enum Ending: Hashable, Sendable {
    /// It converged at this epoch, see ``OutcomeMeasure/unexplainedShare``. A history has when its last phase has: by the same rule, or
    /// when it ends at the loss that it was to reach.
    case converged(epoch: Int)
    /// It did not converge within its epochs.
    case unfinished
    /// At this epoch the loss was not finite or above 10⁶ · max(1, first loss); the measurement stops before it.
    case diverged(epoch: Int)
  }

  /// How it ended.
  public let ending: Ending
  /// The mean squared error at the last state; for a training that diverged, at the last state before that.
  public let finalLoss: Double
  /// The first state at which each mode is at least half learned, as ``Recording/halfRiseEpochs()``.
  public let halfRiseEpochs: [Int?]
  /// For each level with which the features were sampled, the mean of its modes' half-rise epochs; nil if not all of them rise.
  /// Empty for features that were not sampled.
  public let levelHalfRises: [Double?]
  /// The staging index: the mean over successive levels of ``ModeRise/stagingIndex(of:after:)``.
  ///
  /// - 0: all levels are learned at once.
  /// - 1: on average a level begins about when the one before it ends.
  /// - above 1: the loss has plateaus in between; the larger the number, the longer they are.
  ///
  /// The levels are those of ``Dataset/countedLevels()``. The index hardly depends on η if that is small, because the times
  /// between levels and the rises scale in the same way; it grows with ln(1/γ), because only the times between levels do. nil
  /// if there are fewer than two levels, or if not all of them are learned to nine tenths, as with a hidden layer that is too
  /// narrow.
  public let stagingIndex: Double?
  /// How far and how long the prediction for the probe was on the wrong side; nil for a dataset without a probe.
  public let wrongSide: WrongSideMeasure?
  /// How far the neural tangent kernel moved from the first state to the last, ‖K_T − K_0‖/‖K_0‖, see ``KernelMovement``; nil for a
  /// training that diverged, and for networks for which it is not known.
  public let kernelMovement: Double?
  /// The same for the similarities in the hidden layer.
  public let hiddenMovement: Double?
  /// When the test error is least; nil for a training that diverged, and for a dataset whose true map is not known.
  public let bestStop: BestStop?
  /// What each phase of a history after the first has done; empty without a history.
  public let phases: [PhaseOutcome]

  /// What a phase has done, at its end.
  public struct PhaseOutcome: Hashable, Sendable {
    /// The phase, from 0.
    public let phase: Int
    /// How long it lasted.
    public let epochs: Int
    /// Whether it ended at its loss.
    public let reachedLoss: Bool
    /// The mean loss of the old items, see ``PhaseSwitch``, against what they were taught before; nil without any.
    public let oldLoss: Double?
    /// The mean loss of the new items, against what the phase teaches; nil without any.
    public let newLoss: Double?
  }
}
