import Foundation
import GSL
import LearningDynamics
import TestSupport
import Testing

@Suite struct TrainingTests {
  /// A random dataset; with `inputs` not one-hot.
  private func dataset(items: Int, features: Int, inputs: Int? = nil, seed: UInt64 = 1) throws -> Dataset {
    try Dataset(
      identifier: "random", items: (1...items).map { "item-\($0)" }, features: FeatureNames(numbered: features),
      inputs: inputs.map { scatteredMatrix(rows: items, columns: $0, seed: seed + 7) },
      targets: scatteredMatrix(rows: items, columns: features, seed: seed))
  }

  private func plan(_ hidden: [Int], rate: Double, scale: Double, engine: TrainingEngine, epochs: Int = 60)
    -> TrainingPlan
  {
    TrainingPlan(
      hiddenWidths: hidden, learningRate: rate, initialization: .scaledNormal(scale: scale), epochs: epochs, seed: 5,
      sampling: .tutorial, engine: engine)
  }

  /// The update compared with its definition: each weight changes by −η times the difference quotient of the loss.
  @Test(arguments: [[], [3], [4, 3]])
  func updateIsTheGradientOfTheLoss(hidden: [Int]) throws {
    let data = try dataset(items: 4, features: 5, inputs: 3)
    var sampler = try WeightSampler(seed: 1, convention: .tutorial)
    let network = WeightDistribution.frameworkDefault.network(widths: [3] + hidden + [5], using: &sampler)
    let rate = 0.01
    var descent = GradientDescent(problem: LearningProblem(full: network, dataset: data), learningRate: rate)
    descent.update()
    let step = 1e-6
    for layer in network.weights.indices {
      for index in network.weights[layer].elements.indices {
        func loss(_ change: Double) -> Double {
          var moved = network
          moved.weights[layer].elements[index] += change
          return GradientDescent(problem: LearningProblem(full: moved, dataset: data), learningRate: rate).loss
        }
        let slope = (loss(step) - loss(-step)) / (2 * step)
        let moved = descent.network.weights[layer].elements[index] - network.weights[layer].elements[index]
        // The error of the central difference is step²; rounding divided by the step is 1e-10.
        #expect(isApproximately(moved, -rate * slope, within: 1e-10))
      }
    }
  }

  /// W₁W₁ᵀ − W₂ᵀW₂ drifts by O(ε²) in a step: a tenth of the rate over ten times the steps leaves a tenth of the drift.
  @Test func balanceDriftsWithTheSquareOfTheRate() throws {
    let data = try dataset(items: 4, features: 6)
    var sampler = try WeightSampler(seed: 1, convention: .tutorial)
    let network = WeightDistribution.frameworkDefault.network(widths: [4, 5, 6], using: &sampler)
    func imbalance(_ network: LinearNetwork) -> Matrix {
      network.weights[0] * network.weights[0].transposed - network.weights[1].transposed * network.weights[1]
    }
    func drift(rate: Double, steps: Int) -> Double {
      var descent = GradientDescent(problem: LearningProblem(full: network, dataset: data), learningRate: rate)
      for _ in 0..<steps { descent.update() }
      return (imbalance(descent.network) - imbalance(network)).largestMagnitude
    }
    let (coarse, fine) = (drift(rate: 0.1, steps: 10), drift(rate: 0.01, steps: 100))
    #expect(coarse > 0 && fine < coarse / 7)
  }

  @Test func divergenceKeepsTheStatesBefore() throws {
    let data = try ReferenceData.dataset("tree")
    let recording = try Recording(
      training: plan([30], rate: 400, scale: 1e-12, engine: .reduced, epochs: 250), on: data)
    guard case .diverged(let epoch) = recording.outcome else {
      Issue.record("did not diverge")
      return
    }
    #expect(recording.stateCount == epoch && epoch > 0)
    #expect(recording.losses.allSatisfy { $0.isFinite && $0 <= 1e6 })
    #expect(recording.singularValues.count == epoch)
    #expect(recording.representationalSimilarities[0].count == epoch)
  }

  /// Between the stable rate (253.6) and about 330 a run stays bounded and oscillates.
  @Test func aboveTheStableRateItBounces() throws {
    let data = try ReferenceData.dataset("tree")
    let recording = try Recording(
      training: plan([30], rate: 290, scale: 1e-12, engine: .reduced, epochs: 250), on: data)
    #expect(recording.outcome == .completed)
    #expect(recording.losses[200] > 1e-3)
  }

  @Test func startThatIsNotFiniteIsRefused() throws {
    let data = try dataset(items: 3, features: 4)
    #expect(throws: TrainingError.startNotFinite) {
      try Recording(training: plan([3], rate: 1, scale: 1e300, engine: .full), on: data)
    }
  }

  /// Plans in old records, without an interval.
  @Test func readsPlansWithoutAnInterval() throws {
    var plan = plan([4], rate: 1, scale: 1e-3, engine: .reduced)
    let text = String(decoding: try JSONEncoder().encode(plan), as: UTF8.self)
    let old = text.replacing(#""recordingInterval":1"#, with: #""x":1"#).replacing(
      #""pinnedEpochs":[]"#, with: #""y":1"#)
    #expect(old != text && !old.contains("pinned"))
    #expect(try JSONDecoder().decode(TrainingPlan.self, from: Data(old.utf8)) == plan)
    (plan.recordingInterval, plan.pinnedEpochs) = (7, [3])
    #expect(try JSONDecoder().decode(TrainingPlan.self, from: JSONEncoder().encode(plan)) == plan)
    let wrong = text.replacing(#""recordingInterval":1"#, with: #""recordingInterval":0"#)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(TrainingPlan.self, from: Data(wrong.utf8)) }
  }

  @Test func samePlanSameRecording() throws {
    let data = try dataset(items: 3, features: 30)
    let plan = plan([4], rate: 1, scale: 1e-3, engine: .reduced)
    #expect(try Recording(training: plan, on: data) == Recording(training: plan, on: data))
  }
}
