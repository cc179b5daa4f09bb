internal import GSL

/// Trains without recording, and measures on the way what is wanted in the end: a ``LearningOutcome``.
///
/// Made once for a dataset and a basis, it serves all trainings from ``ScaledProblems``. It keeps nothing of a state but running
/// numbers, so that a training takes no memory for its epochs. The numbers are those that a ``Recording`` of the same plan
/// has, to the last bits: the training itself is the same.
public struct OutcomeMeasure: Sendable {
  /// A training has converged from the state on at which what is left unexplained stays, for at least a fiftieth of the epochs,
  /// below a thousandth of what a linear network of this width can explain, and below a quarter of what the weakest mode carries
  /// that is waited for:
  ///
  /// (L − L*)·PN ≤ min(0.001 · (L₀ − L*)·PN, s²/4)
  ///
  /// with L₀ the loss of a network that predicts 0, L* the least possible one, and s the smallest singular value of at least a
  /// twentieth of the largest. So every mode that is waited for is at least half learned then, however weak it is beside all
  /// others.
  public static let unexplainedShare = 0.001

  private let target: TargetModes
  private let negligible: Double
  private let sampledLevels: [ModeLevel]
  private let countedLevels: [ModeLevel]
  private let feature: [Double]
  private let item: [Double]
  /// The only input of the item, where inputs are one-hot.
  private let onlyInput: Int?
  /// What the followed prediction should be; nil without a probe.
  private let probeTarget: PredictionTarget?
  private let convergedLoss: Double

  /// The measure for problems of a dataset.
  ///
  /// - Parameters:
  ///   - problem: one of them.
  ///   - dataset: what is learned.
  /// - Throws: `GSLError` if a decomposition fails.
  /// - Complexity: O(r·n·min(n, r) + r²), and of the spectrum of the data when it is first asked for.
  public init(_ problem: LearningProblem, of dataset: Dataset) throws {
    let map = try problem.targetMap()
    target = try TargetModes(problem)
    let values = target.targets
    negligible = ModeThreshold.negligible(beside: values.max() ?? 0)
    sampledLevels = try dataset.sampledLevels(count: values.count) ?? []
    countedLevels = try dataset.countedLevels()
    feature = try problem.basis.row(ofFeature: problem.followedCell.feature)
    item = problem.inputs.row(problem.followedCell.item)
    onlyInput = problem.isOneHot ? problem.followedCell.item : nil
    probeTarget = dataset.probe.map { dataset.target(of: $0) }
    convergedLoss = try Self.convergedLoss(problem, map)
  }

  /// L* + min(0.001 · (L₀ − L*), s²/4PN).
  ///
  /// Of all maps of rank ρ the best explains the ρ strongest modes of the fit W* Xᵀ (Eckart and Young); what no linear map
  /// explains is left too.
  private static func convergedLoss(_ problem: LearningProblem, _ map: Matrix) throws -> Double {
    let entries = Double(problem.entryCount)
    let whole = problem.outputTargets.sumOfSquares
    var fit = map
    if !problem.isOneHot {
      fit = Matrix(rows: map.rows, columns: problem.inputs.rows)
      fit.setProduct(map, problem.inputs.transposed)
    }
    let width = problem.network.weights.dropLast().map(\.rows).min() ?? Int.max
    var modes = SingularValues(rows: fit.rows, columns: fit.columns)
    try modes.compute(fit)
    let learned = modes.values.prefix(width)
    let explainable = learned.reduce(0) { $0 + $1 * $1 }
    let weakest = ModeThreshold.weakestRelevant(of: Array(learned)) ?? 0
    let left = min(unexplainedShare * explainable, weakest * weakest / 4)
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
    let outcome = try plan.train(problem, observedBy: &course)
    let ending: LearningOutcome.Ending =
      if case .diverged(let epoch) = outcome {
        .diverged(epoch: epoch)
      } else {
        PredictionTarget.lasting(from: course.converged, lastState: plan.epochs).map { .converged(epoch: $0) }
          ?? .unfinished
      }
    let modes = course.modes
    return LearningOutcome(
      ending: ending, finalLoss: course.loss, halfRiseEpochs: modes.map(\.halfState),
      levelHalfRises: sampledLevels.map { $0.halfRise(modes.map(\.halfState)) },
      stagingIndex: stagingIndex(modes), wrongWay: course.wrongWay)
  }

  /// The running numbers of one training.
  private struct Course: TrainingObserver {
    private let measure: OutcomeMeasure
    private var strengths: ModeStrengths
    private var isRising = true
    private(set) var modes: [RisingMode]
    private(set) var wrongWay: WrongWay?
    /// The loss at the last state.
    private(set) var loss = Double.nan
    /// The state after the last one at which too much was unexplained.
    private(set) var converged = 0

    init(_ measure: OutcomeMeasure) {
      self.measure = measure
      strengths = ModeStrengths(measure.target)
      modes = measure.target.targets.map { RisingMode(target: $0 > measure.negligible ? $0 : 0) }
    }

    mutating func see(_ state: borrowing GradientDescent, at epoch: Int) throws {
      if epoch.isMultiple(of: 64) { try Task.checkCancellation() }
      loss = state.loss
      if loss > measure.convergedLoss { converged = epoch + 1 }
      if isRising {
        strengths.compute(state.endToEndMap)
        for mode in modes.indices { modes[mode].add(strengths.values[mode]) }
        isRising = modes.contains { !$0.hasRisen }
      }
      guard let target = measure.probeTarget else { return }
      let prediction = measure.prediction(of: state.endToEndMap)
      if epoch == 0 { wrongWay = WrongWay(target: target, initial: prediction) }
      wrongWay?.add(prediction, at: epoch)
    }
  }

  private func stagingIndex(_ modes: [RisingMode]) -> Double? {
    let byLevel = countedLevels.map { level in level.modes.compactMap { modes[$0].rise } }
    guard byLevel.count > 1, zip(byLevel, countedLevels).allSatisfy({ $0.count == $1.modes.count }) else { return nil }
    return Self.mean(of: zip(byLevel.dropFirst(), byLevel).map { ModeRise.sharpness(of: $0, after: $1) })
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

/// What came of a training, in a few numbers: what a map over thousands of trainings is made of.
public struct LearningOutcome: Hashable, Sendable {
  /// How a training ended.
  public enum Ending: Hashable, Sendable {
    /// From this epoch on the network explains what there is to explain, see ``OutcomeMeasure/unexplainedShare``.
    case converged(epoch: Int)
    /// The epochs were over before.
    case unfinished
    /// At this epoch the loss was not finite or above 10⁶ · max(1, first loss); nothing was measured from it on.
    case diverged(epoch: Int)
  }

  /// How it ended.
  public let ending: Ending
  /// The mean squared error at the last state; of a training that diverged at the last one before that.
  public let finalLoss: Double
  /// The first state at which each mode is at least half of what it is to become, as ``Recording/halfRiseEpochs()``.
  public let halfRiseEpochs: [Int?]
  /// For each level that the features were sampled with the mean of its modes' half-rise epochs; nil where not all of them
  /// rise. Empty for features that were not sampled.
  public let levelHalfRises: [Double?]
  /// How step-like learning was: the mean over successive levels of ``ModeRise/sharpness(of:after:)``.
  ///
  /// - 0: all levels are learned at once.
  /// - 1: on average a level begins about when the one before it ends.
  /// - above 1: the loss rests on plateaus in between, the longer, the larger the number.
  ///
  /// The levels are those of ``Dataset/countedLevels()``. It hardly depends on η while that is small, because the waits and the
  /// rises scale alike; it grows with ln(1/γ), because only the waits do. nil where there are fewer than two levels, or not
  /// all of them are learned to nine tenths: of a hidden layer too narrow for all modes there is none.
  public let stagingIndex: Double?
  /// How far and how long the followed prediction went the wrong way; nil for a dataset without a probe.
  public let wrongWay: WrongWay?
}
