import GSL
import LearningDynamics
import TestSupport
import Testing

@Suite struct LearningForecastTests {
  /// Predictions before training agree with the training.
  @Test(arguments: [1, 7, 2021] as [UInt32])
  func agreesWithTraining(seed: UInt32) throws {
    let dataset = try sharkBones(seed: seed, features: 10_000)
    var settings = TrainingSettings()
    settings.seed = seed
    let plan = try settings.plan(for: dataset)
    let forecast = try LearningForecast(of: plan, on: dataset)
    let recording = try Recording(training: plan, on: dataset)
    #expect(forecast.modes.map(\.halfRiseEpoch) == (try recording.halfRiseEpochs()))
    #expect(forecast.stages.map(\.modes) == (try recording.stages().map(\.modes)))
    let course = try #require(forecast.illusion?.course)
    let measured = PredictionCourse(predictions: try recording.followedPredictions(), target: PredictionTarget(-1))
    #expect(course.wrongSide == measured.wrongSide && course.converged == measured.converged)
    // The predicted epoch of all modes at 99 % is exactly that of the training.
    let needed = try #require(forecast.epochsNeeded)
    let targets = forecast.modes.map(\.singularValue)
    func isLearned(_ epoch: Int) throws -> Bool {
      zip(try recording.modeStrengths()[epoch], targets).allSatisfy { $0 >= 0.99 * $1 }
    }
    #expect(try isLearned(needed) && !isLearned(needed - 1))
    // Plateaus of the loss: for the sample equal to the measured ones, for the population within 1.5 %.
    #expect(isApproximately(forecast.stages[0].lossPlateau, recording.losses[104], within: 0.01))
    #expect(largestDifference(try #require(forecast.levels).map(\.lossPlateau), [0.695, 0.507, 0.255, 0]) < 1e-3)
  }

  /// It also predicts beyond the run's end: the epochs that would be needed.
  @Test func looksBeyondTheEnd() throws {
    let dataset = try sharkBones(seed: 5)
    var plan = try TrainingSettings().plan(for: dataset.recommendingTraining())
    plan.epochs = 20
    let forecast = try LearningForecast(of: plan, on: dataset)
    let needed = try #require(forecast.epochsNeeded)
    plan.epochs = needed
    let recording = try Recording(training: plan, on: dataset)
    #expect(forecast.modes.map(\.halfRiseEpoch) == (try recording.halfRiseEpochs()))
    #expect(recording.losses[needed] < 1e-3)
  }

  /// Before any weight is drawn: within 3 epochs of 190, over seeds and initial scales.
  @Test(arguments: [1, 2, 3, 4] as [UInt32], [1e-12, 1e-3])
  func expectedHalfRises(seed: UInt32, scale: Double) throws {
    let dataset = try sharkBones(seed: seed, features: 10_000)
    let recording = try train(dataset, seed: seed, scale: scale)
    for (target, epoch) in zip(try dataset.targetSingularValues(), try recording.halfRiseEpochs()) {
      let expected = try #require(dataset.expectedHalfRise(ofMode: target, in: recording.plan))
      #expect(isApproximately(expected, Double(epoch ?? -99), within: 4), "\(expected), not \(epoch ?? -1)")
    }
    let shallow = try train(dataset, seed: seed, scale: scale, hidden: [], learningRate: 1000)
    let half = try #require(dataset.expectedHalfRise(ofMode: 100, in: shallow.plan))
    #expect(try shallow.halfRiseEpochs().allSatisfy { isApproximately(half, Double($0 ?? -9), within: 1) })
  }

  /// The bound for deep networks is valid: no mode is half learned before, and tiny weights never reach it.
  @Test(arguments: [[30, 30], [12, 40, 9]])
  func deepNetworksAreNotEarlier(hidden: [Int]) throws {
    let dataset = try sharkBones(seed: 4)
    let rate = try dataset.largestStableLearningRate(depth: hidden.count + 1) / 2
    let recording = try train(dataset, seed: 4, scale: 1, hidden: hidden, learningRate: rate, epochs: 600)
    let first = try #require(try recording.halfRiseEpochs().compactMap(\.self).min())
    let bound = try #require(try dataset.earliestHalfRise(in: recording.plan, within: 600))
    #expect(bound > 0 && bound <= first)
    var tiny = recording.plan
    tiny.initialization = .scaledNormal(scale: 1e-12)
    #expect(try dataset.earliestHalfRise(in: tiny, within: 600) == nil)
  }

  /// Population plateaus, in closed form: −¼, +½, 0, −1 and +¾, +½, 0, −1.
  @Test func plateausInClosedForm() throws {
    let tree = try DiffusionTree()
    #expect(PredictionPlateaus(of: [-1, 1, 1, 1, -1, -1, -1, -1], item: 0, on: tree).values == [-0.25, 0.5, 0, -1])
    #expect(PredictionPlateaus(of: [1, 1, 1, -1, 1, 1, 1, 1], item: 3, on: tree).values == [0.75, 0.5, 0, -1])
    // The sample's plateaus are close, and the last one is exactly the target.
    let dataset = try sharkBones(seed: 2, features: 50_000)
    let forecast = try LearningForecast(of: TrainingSettings().plan(for: dataset), on: dataset)
    let steps = try #require(forecast.illusion?.plateaus?.values)
    // Vectors differ by about 1/√N over the gap between levels: 0.03 at 50,000 features.
    #expect(largestDifference(steps, [-0.25, 0.5, 0, -1]) < 0.05)
    #expect(isApproximately(steps[3], -1, within: 1e-12))
  }

  /// The modes' contributions and the remainder add up to the prediction, and end at the contributions to the target.
  @Test func contributionsAddUp() throws {
    let recording = try train(sharkBones(seed: 12), seed: 12, scale: 1e-6)
    let parts = try recording.contributions()
    let predictions = try recording.followedPredictions()
    for state in stride(from: 0, through: 250, by: 10) {
      let sum = parts.modes[state].reduce(parts.remainder[state], +)
      #expect(isApproximately(sum, predictions[state], within: 1e-12))
    }
    #expect(isApproximately(parts.final.reduce(0, +), -1, within: 1e-9))
    #expect(parts.remainder.contains { $0.magnitude > 1e-3 })
    #expect(parts.remainder[250].magnitude < 1e-6)
  }
}
