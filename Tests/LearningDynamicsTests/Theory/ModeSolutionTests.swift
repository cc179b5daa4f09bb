import GSL
import LearningDynamics
import TestSupport
import Testing

/// The scalar solutions, compared with each other and with trainings.
@Suite struct ModeSolutionTests {
  /// Two layers: a (1 + ε(s − a))², in closed form; without a hidden layer: s(1 − (1 − ε)^t).
  @Test func discreteMaps() {
    let two = ModeStrengthMap(target: 5, effectiveRate: 0.03, depth: 2)
    #expect(isApproximately(two.next(1.5), 1.5 * (1 + 0.03 * 3.5) * (1 + 0.03 * 3.5), within: 1e-15))
    let one = ModeStrengthMap(target: 5, effectiveRate: 0.03, depth: 1)
    #expect(isApproximately(one.course(from: 0, epochs: 40)[40], 5 * (1 - 0.29571228), within: 1e-6))
    for depth in 1...5 {
      let map = ModeStrengthMap(target: 5, effectiveRate: 0.01, depth: depth)
      // The target is a fixed point, and the limit.
      #expect(isApproximately(map.next(5), 5, within: 1e-14))
      let course = map.course(from: 0.5, epochs: 4000)
      #expect(
        isApproximately(course[4000], 5, within: 1e-10)
          && zip(course, course.dropFirst()).allSatisfy { $0 <= $1 + 1e-14 })
      #expect(map.halfRise(from: 0.5, within: 4000) == course.firstIndex { $0 >= 2.5 })
      #expect(map.halfRise(from: 0.5, within: 2) == nil)
    }
    #expect(ModeStrengthMap(target: 0, effectiveRate: 1, depth: 2).halfRise(from: 0, within: 3) == nil)
  }

  /// Seed 2021, known from an independent calculation: simulated 94, 116, 138, 137, 188, 186, 187, 188.
  @Test func scalarMapFromTheInitialStrengths() throws {
    let recording = try ReferenceTraining.all[0].record().recording
    let modes = try SingularValueDecomposition(recording.targetMap())
    let start = InitialModeStrengths(recording.problem.network, in: modes)
    let epochs = zip(modes.singularValues, start.strengths).map {
      ModeStrengthMap(target: $0, effectiveRate: 0.0025, depth: 2).halfRise(from: $1, within: 1000)
    }
    #expect(epochs == [94, 116, 138, 137, 187, 185, 187, 188])
    // The matrix map is exact.
    #expect(try recording.theory().course?.halfRiseEpochs == [94, 116, 138, 137, 188, 186, 187, 188])
    // Continuous time is 14 to 17 epochs early, so it cannot agree here.
    for (mode, simulated) in try recording.halfRiseEpochs().enumerated() {
      let continuous = ContinuousMode(target: modes.singularValues[mode], effectiveRate: 0.0025)
      let early = Double(simulated ?? 0) - continuous.halfRise(from: start.strengths[mode])
      #expect(early > 12 && early < 19, "mode \(mode + 1): \(early)")
    }
  }

  /// The limit of the scalar map: for nearly equal modes its predictions are wrong by up to 0.15; the matrix map is exact.
  @Test func scalarMapMissesHowModesMix() throws {
    let (recording, dataset) = try ReferenceTraining.all[1].record()
    let modes = try SingularValueDecomposition(recording.targetMap())
    let start = InitialModeStrengths(recording.problem.network, in: modes)
    let rate = dataset.effectiveLearningRate(for: 100)
    let feature =
      modes.left.transposed
      * Matrix(
        rows: recording.problem.basis.count, columns: 1,
        elements: try recording.problem.basis.row(ofFeature: dataset.followedCell.feature))
    let courses = modes.singularValues.enumerated().map { mode, target in
      ModeStrengthMap(target: target, effectiveRate: rate, depth: 2).course(from: start.strengths[mode], epochs: 250)
    }
    let scalar = (0...250).map { epoch in
      courses.indices.reduce(0) { $0 + feature.elements[$1] * courses[$1][epoch] * modes.right[0, $1] }
    }
    let error = largestDifference(scalar, try recording.followedPredictions())
    #expect(error > 0.02 && error < 0.2)
    #expect(
      largestDifference(try #require(recording.theory().course).predictions, try recording.followedPredictions()) < 1e-8
    )
  }

  /// As ε → 0 at fixed εt the discrete map becomes the logistic curve; the difference goes with ε.
  @Test func continuousTimeIsTheLimit() {
    let start = 1e-6
    func error(_ rate: Double) -> Double {
      let course = ModeStrengthMap(target: 3, effectiveRate: rate, depth: 2).course(from: start, epochs: Int(5 / rate))
      let mode = ContinuousMode(target: 3, effectiveRate: rate)
      return course.indices.reduce(0) { max($0, (course[$1] - mode.strength(at: Double($1), from: start)).magnitude) }
    }
    let (coarse, fine) = (error(0.002), error(0.0002))
    #expect(coarse > 0.005 && fine < coarse / 8 && fine > coarse / 12)
    let mode = ContinuousMode(target: 3, effectiveRate: 0.01)
    #expect(isApproximately(mode.strength(at: mode.halfRise(from: start), from: start), 1.5, within: 1e-12))
    let (tenth, most) = (mode.halfRise(from: start) - mode.riseTime / 2, mode.halfRise(from: start) + mode.riseTime / 2)
    #expect(isApproximately(mode.strength(at: tenth, from: start), 0.3, within: 1e-6))
    #expect(isApproximately(mode.strength(at: most, from: start), 2.7, within: 1e-6))
  }

  /// Against small steps of the two layers themselves. The steps' own error goes with ε = 1e-5.
  @Test(
    arguments: [(1.0, 0.1), (0.3, 0.3), (2.0, 0), (0.2, -0.1), (1e-7, 3e-8), (1 + 1e-9, 1), (4, 1)]
      as [(Double, Double)])
  func unbalancedLayers(input: Double, output: Double) {
    var (p, q) = (input, output)
    let (rate, target) = (1e-5, 2.0)
    let mode = ContinuousMode(target: target, effectiveRate: rate)
    for step in 0...800_000 {
      if step.isMultiple(of: 100_000) {
        let predicted = mode.strength(at: Double(step), fromLayers: input, output)
        #expect(isApproximately(predicted, p * q, within: 1e-3), "at \(step): \(predicted), not \(p * q)")
        #expect(mode.strength(at: Double(step), fromLayers: output, input) == predicted)
      }
      (p, q) = (p + rate * q * (target - p * q), q + rate * p * (target - p * q))
    }
  }

  /// The matrix solution compared with the discrete matrix map at a hundredth of the rate, and with the exact values at both
  /// ends.
  @Test func matrixSolution() throws {
    let problem = try train(sharkBones(seed: 8), seed: 8, scale: 1e-4, epochs: 1).problem
    let modes = try SingularValueDecomposition(problem.targetMap())
    let start = InitialModeStrengths(problem.network, in: modes)
    let rate = 1e-4 / modes.singularValues[0]
    var map = MatrixMap(from: start, targets: modes.singularValues, effectiveRate: rate)
    let solution = try #require(
      try ContinuousMatrixSolution(from: start, targets: modes.singularValues, effectiveRate: rate))
    var worst = 0.0
    for epoch in 0...200_000 {
      if epoch.isMultiple(of: 20_000) {
        worst = max(worst, largestDifference(map.strengths, try solution.strengths(at: Double(epoch))))
      }
      map.advance()
    }
    // A step's error is of the order εs = 1e-4; while a mode rises it adds up to that fraction of s₁.
    #expect(worst < 1e-2 * modes.singularValues[0] && worst > 0)
    // Fewer hidden units than modes, and none that are not zero: K₀ has no inverse.
    for (hidden, scale) in [(5, 1e-4), (30, 0)] {
      let problem = try train(sharkBones(seed: 8), seed: 8, scale: scale, hidden: [hidden], epochs: 1).problem
      let singular = InitialModeStrengths(problem.network, in: try SingularValueDecomposition(problem.targetMap()))
      #expect(try ContinuousMatrixSolution(from: singular, targets: modes.singularValues, effectiveRate: rate) == nil)
    }
    let end = try solution.strengths(at: 1e7)
    for mode in modes.singularValues.indices {
      #expect(isApproximately(end[mode, mode], modes.singularValues[mode], within: 1e-9 * modes.singularValues[0]))
    }
  }

  /// W_1W_1ᵀ − W_2ᵀW_2 does not change in continuous time; by O(ε²) in a step.
  @Test func conservedQuantity() throws {
    let dataset = try sharkBones(seed: 9, features: 300)
    func drift(_ part: Double) throws -> Double {
      let plan = TrainingPlan(
        hiddenWidths: [12], learningRate: part * (try dataset.largestStableLearningRate(depth: 2)),
        initialization: .scaledNormal(scale: 0.5), epochs: 1, seed: 9, sampling: .tutorial, engine: .reduced)
      var descent = GradientDescent(problem: try plan.problem(on: dataset), learningRate: plan.learningRate)
      func conserved() -> Matrix {
        let (first, second) = (descent.network.weights[0], descent.network.weights[1])
        return first * first.transposed - second.transposed * second
      }
      let before = conserved()
      descent.update()
      return (conserved() - before).largestMagnitude
    }
    let (large, small) = (try drift(0.2), try drift(0.02))
    #expect(large > 0 && isApproximately(large / small, 100, within: 1))
  }
}
