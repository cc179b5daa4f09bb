import GSL
import LearningDynamics
import TestSupport
import Testing

/// The measured values equal those of a recording of the same training.
@Suite struct LearningOutcomeTests {
  /// The losses are equal to the last bit, because the training is the same. 1e-12: a prediction is added up in another order.
  @Test(arguments: 1...60 as ClosedRange<UInt64>, [TrainingEngine.reduced, .full])
  func agreesWithRecording(number: UInt64, engine: TrainingEngine) throws {
    let training = try RandomTraining(number, scales: [1, 1e-2, 1e-6])
    var plan = training.plan
    plan.engine = engine
    let recording = try Recording(training: plan, on: training.dataset)
    let problem = try plan.problem(on: training.dataset)
    let outcome = try OutcomeMeasure(problem, of: training.dataset).outcome(of: plan, from: problem)
    #expect(outcome.finalLoss == recording.losses.last)
    let halfRises = try recording.halfRiseEpochs()
    #expect(outcome.halfRiseEpochs == halfRises)
    let cell = try #require(training.dataset.probe)
    let expected = WrongSideMeasure(
      try recording.followedPredictions(), target: training.dataset.target(of: cell))
    let found = try #require(outcome.wrongSide)
    #expect(found.stateCount == expected.stateCount && found.worstState == expected.worstState)
    #expect(isApproximately(found.worst, expected.worst, within: 1e-12 * max(1, expected.worst.magnitude)))
  }

  /// One basis for all scales gives the problem of each scale, bit by bit.
  @Test(arguments: 1...40 as ClosedRange<UInt64>, [TrainingEngine.reduced, .full])
  func problemsOfAllScales(number: UInt64, engine: TrainingEngine) throws {
    let training = try RandomTraining(number, scales: [1])
    var plan = training.plan
    plan.engine = engine
    let problems = try ScaledProblems(plan, on: training.dataset)
    for scale in [1e-12, 0.3, 2] {
      plan.initialization = .scaledNormal(scale: scale)
      let (shared, own) = (try problems.problem(scale: scale), try plan.problem(on: training.dataset))
      #expect(shared.network == own.network && shared.outputTargets == own.outputTargets)
      let feature = training.dataset.followedCell.feature
      #expect(try shared.basis.row(ofFeature: feature) == own.basis.row(ofFeature: feature))
    }
    #expect(throws: TrainingError.startNotFinite) { try problems.problem(scale: .infinity) }
  }

  private func tutorial(_ change: (inout TrainingPlan) -> Void = { _ in }) throws -> (LearningOutcome, Recording) {
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    let dataset = try DiffusionTree().dataset("tree", features: 10_000, using: &sampler)
    var plan = try TrainingSettings().plan(for: dataset)
    change(&plan)
    let problem = try plan.problem(on: dataset)
    return (
      try OutcomeMeasure(problem, of: dataset).outcome(of: plan, from: problem),
      try Recording(training: plan, on: dataset)
    )
  }

  /// The tutorial's run: half-rises as known (94, 116, 138, 137, 188, 186, 187, 188), levels as their means.
  @Test func tutorialsRun() throws {
    let (outcome, recording) = try tutorial()
    #expect(outcome.halfRiseEpochs == [94, 116, 138, 137, 188, 186, 187, 188])
    #expect(outcome.levelHalfRises == [94, 116, 137.5, 187.25])
    // The first state from which on at most a thousandth of the squares remains; the loss of a network that predicts 0 is 1.
    let last = try #require(recording.losses.lastIndex { $0 > 0.001 })
    #expect(outcome.ending == .converged(epoch: last + 1))
    #expect(outcome.wrongSide == nil)
    // By hand: the mean of the times between stages, such as 138 − 94, over the rises, from the recorded strengths.
    let strengths = try recording.modeStrengths()
    let rises = try Self.targets(recording).enumerated().map { mode, target in
      try #require(ModeRise(strengths.component(mode), target: target))
    }
    let levels = [[rises[0]], [rises[1]], [rises[2], rises[3]], Array(rises[4...])]
    let stagingIndex = try zip(levels.dropFirst(), levels).map {
      try #require(ModeRise.stagingIndex(of: $0, after: $1))
    }
    let index = try #require(outcome.stagingIndex)
    // Sums of eight numbers near 3 in another order.
    #expect(isApproximately(index, stagingIndex.reduce(0, +) / 3, within: 1e-12))
    #expect(index > 3)
  }

  /// The singular values of the map to be learned.
  private static func targets(_ recording: Recording) throws -> [Double] {
    try SingularValueDecomposition(recording.targetMap()).singularValues
  }

  @Test func largeStartsHaveNoStages() throws {
    let small = try tutorial().0.stagingIndex
    let large = try tutorial { $0.initialization = .scaledNormal(scale: 1) }.0.stagingIndex
    #expect(try #require(large) < 0.5 * #require(small))
  }

  @Test func howRunsEnd() throws {
    #expect(try tutorial { $0.epochs = 150 }.0.ending == .unfinished)
    let (diverged, recording) = try tutorial {
      $0.learningRate = 500
      $0.initialization = .scaledNormal(scale: 1)
    }
    let epoch = try #require(recording.divergedAtEpoch)
    #expect(diverged.ending == .diverged(epoch: epoch))
    #expect(diverged.finalLoss == recording.losses.last)
  }

  /// A hidden layer too narrow for all modes is expected to learn only what it can.
  @Test func narrowNetworksConverge() throws {
    let (outcome, recording) = try tutorial {
      $0.hiddenWidths = [2]
      $0.epochs = 600
    }
    #expect(outcome.finalLoss > 0.4)
    guard case .converged(let epoch) = outcome.ending else {
      Issue.record("a network of two hidden units learns its two modes")
      return
    }
    #expect(recording.losses[epoch] - outcome.finalLoss < 0.001)
  }
}
