import GSL
import LearningDynamics
import TestSupport
import Testing

/// The theory of one hidden layer compared with trainings of shark-bones, with other data and weights for each seed.
@Suite struct MatrixMapTests {
  static let scales = [1e-12, 1e-6, 1e-3, 1e-2, 0.1, 1]

  /// Relative errors: predictions are of size 1, similarities are relative to their largest entry.
  @Test(arguments: Array(UInt32(1)...20))
  func agreesWithTraining(seed: UInt32) throws {
    let dataset = try sharkBones(seed: seed, features: 10_000)
    for scale in Self.scales.dropLast() {
      let recording = try train(dataset, seed: seed, scale: scale)
      let course = try #require(try recording.theory().course)
      let (prediction, similarity) = try errors(of: course, recording)
      // Predictions neglect terms of first order in γ: 0.065 γ was measured, and two to five times that is allowed.
      // Similarities neglect terms of second order: 0.02 γ². At 1e-12 rounding is visible, magnified with the weights.
      let tolerances = scale == 1e-12 ? (1e-9, 1e-9) : (0.2 * scale, 0.1 * scale * scale + 1e-11)
      #expect(prediction < min(tolerances.0, 0.02), "γ = \(scale): \(prediction)")
      #expect(similarity < tolerances.1, "γ = \(scale): \(similarity)")
      if scale <= 1e-2 {
        let pairs = zip(try recording.halfRiseEpochs(), course.halfRiseEpochs)
        #expect(pairs.allSatisfy { abs(($0 ?? -9) - ($1 ?? -99)) <= 1 })
      }
    }
  }

  /// For large weights the theory has to be refused, and it would indeed be wrong.
  @Test func doesNotHoldFromLargeWeights() throws {
    let dataset = try sharkBones(seed: 2021)
    let recording = try train(dataset, seed: 2021, scale: 1)
    guard case .largeStart(let expected) = try recording.theory().limit else {
      Issue.record("a theory of large weights")
      return
    }
    let modes = try SingularValueDecomposition(recording.targetMap())
    let start = InitialModeStrengths(recording.problem.network, in: modes)
    let rate = dataset.effectiveLearningRate(for: recording.plan.learningRate)
    var map = MatrixMap(from: start, targets: modes.singularValues, effectiveRate: rate)
    let feature =
      modes.left.transposed
      * Matrix(
        rows: recording.problem.basis.count, columns: 1,
        elements: try recording.problem.basis.row(ofFeature: dataset.followedCell.feature))
    let simulated = try recording.followedPredictions()
    var worst = 0.0
    for epoch in simulated.indices {
      if epoch > 0 { map.advance() }
      let seen = map.strengths * Matrix(rows: 8, columns: 1, elements: modes.right.row(0))
      let predicted = zip(feature.elements, seen.elements).reduce(0) { $0 + $1.0 * $1.1 }
      worst = max(worst, (predicted - simulated[epoch]).magnitude)
    }
    // 0.08 was found by an independent calculation; the program's estimate is of that size.
    #expect(worst > 0.03 && worst < 0.15)
    #expect(expected > worst / 3 && expected < 3 * worst)
  }

  @Test func saysWhyItDoesNotHold() throws {
    let dataset = try sharkBones(seed: 3)
    #expect(try train(dataset, seed: 3, scale: 1, hidden: [30, 30]).theory().limit == .depth(3))
    guard case .unstableRate(let stable) = try train(dataset, seed: 3, scale: 1e-6, learningRate: 400).theory().limit
    else {
      Issue.record("a theory above the stable rate")
      return
    }
    #expect(isApproximately(stable, try dataset.largestStableLearningRate(depth: 2), within: 1e-6))
    let noisy = try Dataset(
      identifier: "correlated", items: ["a", "b"], features: FeatureNames(numbered: 2),
      inputs: Matrix([[1, 0.5], [0.5, 1]]), targets: Matrix([[1, -1], [1, 1]]))
    #expect(try train(noisy, seed: 1, scale: 1e-6, learningRate: 0.1).theory().limit == .inputs)
    let flat = try Dataset(
      identifier: "flat", items: ["a", "b"], features: FeatureNames(numbered: 2), targets: Matrix(rows: 2, columns: 2))
    #expect(try train(flat, seed: 1, scale: 1e-6).theory().limit == .nothingToLearn)
  }

  /// Fewer hidden units than modes, fewer features than items, equal items, constant features: the map stays within the
  /// network's capacity.
  @Test(arguments: [(9, 3, 6), (6, 40, 2), (5, 5, 5), (4, 200, 1)] as [(Int, Int, Int)])
  func holdsForOtherShapes(items: Int, features: Int, hidden: Int) throws {
    var targets = scatteredMatrix(rows: items, columns: features, seed: 5)
    for feature in 0..<features { targets[1, feature] = targets[0, feature] }
    for item in 0..<items { targets[item, 0] = 1 }
    let dataset = try Dataset(
      identifier: "other", items: (1...items).map { "item-\($0)" }, features: FeatureNames(numbered: features),
      targets: targets)
    let rate = try dataset.largestStableLearningRate(depth: 2) / 3
    let recording = try train(dataset, seed: 4, scale: 1e-5, hidden: [hidden], learningRate: rate, epochs: 150)
    let course = try #require(try recording.theory().course)
    let (prediction, similarity) = try errors(of: course, recording)
    // Thirty times the scale: weak modes of these small data are near 0.1, and the neglected share goes with 1/√s.
    #expect(prediction < 3e-4 && similarity < 3e-4)
    #expect(largestDifference(course.losses, recording.losses) < 3e-4)
  }

  /// Without a hidden layer the solution is exact, for any initial weights and rate.
  @Test(arguments: [Initialization.frameworkDefault, .scaledNormal(scale: 1), .scaledNormal(scale: 0)])
  func shallowIsExact(start: Initialization) throws {
    let dataset = try sharkBones(seed: 6)
    let plan = TrainingPlan(
      hiddenWidths: [], learningRate: 1000, initialization: start, epochs: 300, seed: 6, sampling: .tutorial,
      engine: .reduced)
    let recording = try Recording(training: plan, on: dataset)
    let course = try #require(try recording.theory().course)
    // 300 multiplications by 1 − ε, each rounded.
    #expect(largestDifference(course.losses, recording.losses) < 1e-12)
    #expect(largestDifference(course.predictions, try recording.followedPredictions()) < 1e-11)
    let strengths = try recording.modeStrengths()
    for state in [0, 17, 300] { #expect(largestDifference(course.strengths[state], strengths[state]) < 1e-10) }
  }

  private func errors(of course: PredictedCourse, _ recording: Recording) throws -> (Double, Double) {
    let prediction = largestDifference(course.predictions, try recording.followedPredictions())
    var similarity = 0.0
    let epochs = stride(from: 0, through: recording.lastEpoch, by: 10).map { $0 }
    let largest = recording.representationalSimilarities[0][recording.lastEpoch].largestMagnitude
    try course.forEachSimilarity(at: epochs) { place, predicted in
      let measured = recording.representationalSimilarities[0][epochs[place]]
      similarity = max(similarity, largestDifference(predicted, measured) / largest)
    }
    return (prediction, similarity)
  }
}

/// The data of shark-bones: eight items, a thousand sampled features, one more.
func sharkBones(seed: UInt32, features: Int = 1000) throws -> Dataset {
  var sampler = try DataSampler(seed: seed, convention: .tutorial)
  return try IllusoryCorrelation(
    renaming: "Goldfish", to: "Shark", feature: "has_bones", values: [-1, 1, 1, 1, -1, -1, -1, -1]
  ).added(to: DiffusionTree().dataset("shark-bones", features: features, using: &sampler))
}

/// A training, by default with the tutorial's ε.
func train(
  _ dataset: Dataset, seed: UInt32, scale: Double, hidden: [Int] = [30], learningRate: Double? = nil, epochs: Int = 250
) throws -> Recording {
  let rate = try learningRate ?? dataset.largestStableLearningRate(depth: 2) * 0.4
  return try Recording(
    training: TrainingPlan(
      hiddenWidths: hidden, learningRate: rate, initialization: .scaledNormal(scale: scale), epochs: epochs, seed: seed,
      sampling: .tutorial, engine: .reduced), on: dataset)
}
