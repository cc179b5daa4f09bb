import Foundation
import GSL
import LearningDynamics
import TestSupport
import Testing

/// Balanced initial weights, for which the theory is exact at every depth.
@Suite struct BalancedWeightsTests {
  private func plan(
    _ dataset: Dataset, depth: Int, width: Int = 30, strength: Double = 0.01, epochs: Int = 100,
    engine: TrainingEngine = .reduced
  ) throws -> TrainingPlan {
    TrainingPlan(
      hiddenWidths: Array(repeating: width, count: depth - 1),
      learningRate: try dataset.largestStableLearningRate(depth: depth) / 2,
      initialization: .balanced(modeStrength: strength), epochs: epochs, seed: 2021, sampling: .tutorial, engine: engine
    )
  }

  /// Epochs in which the tree's last modes are learned from a₀ = 0.01.
  static let depths = [(1, 10), (2, 40), (3, 250), (4, 1100)]

  /// Strengths, half-rises and similarities follow the scalar map and the law of the layers: 1e-10 of the strongest mode, and of
  /// each similarity. Rounding is 1e-16, and a rise from 0.01 to 157 magnifies initial differences by 1e4.
  @Test(arguments: depths)
  func theoryIsExact(depth: Int, epochs: Int) throws {
    let data = try ReferenceData.dataset("tree")
    let plan = try plan(data, depth: depth, epochs: epochs)
    let recording = try Recording(training: plan, on: data)
    let targets = try data.targetSingularValues()
    let strengths = try recording.modeStrengths()
    let rate = data.effectiveLearningRate(for: plan.learningRate)
    var halfRises: [Int?] = []
    for (mode, target) in targets.enumerated() {
      let map = ModeStrengthMap(target: target, effectiveRate: rate, depth: depth)
      #expect(
        largestDifference(strengths.component(mode), map.course(from: 0.01, epochs: epochs)) < 1e-10 * targets[0])
      halfRises.append(map.halfRise(from: 0.01, within: epochs))
      #expect(strengths[epochs][mode] > 0.99 * target)
    }
    #expect(try recording.halfRiseEpochs() == halfRises && !halfRises.contains(nil))
    if depth == 1 {
      #expect(try recording.largestLayerDeviation() == nil)
    } else {
      let deviation = try #require(try recording.largestLayerDeviation())
      #expect(deviation < 1e-10, "\(deviation)")
    }
  }

  /// The law holds only for balanced weights: for random weights the deviation of a rising mode is much larger.
  @Test func lawDoesNotHoldFromRandomWeights() throws {
    let data = try ReferenceData.dataset("tree")
    var plan = try plan(data, depth: 3, epochs: 60)
    plan.initialization = .scaledNormal(scale: 1)
    let deviation = try #require(try Recording(training: plan, on: data).largestLayerDeviation())
    #expect(deviation > 0.1)
  }

  /// W_(k+1)ᵀW_(k+1) = W_kW_kᵀ and W_tot = a₀ U Vᵀ, to rounding.
  @Test func startIsBalanced() throws {
    let data = try ReferenceData.dataset("tree")
    let network = try plan(data, depth: 4, width: 11).problem(on: data).network
    #expect(network.hiddenWidths == [11, 11, 11] && network.outputWidth == 8)
    for (weights, next) in zip(network.weights, network.weights.dropFirst()) {
      #expect(largestDifference(weights * weights.transposed, next.transposed * next) < 1e-15)
    }
    let values = try SingularValueDecomposition(network.endToEndMap).singularValues
    #expect(largestDifference(values, [Double](repeating: 0.01, count: 8)) < 1e-16)
  }

  /// Reduced and full are the same numbers to rounding: 1e-10, as for random starts. Signs of singular vectors may differ, and
  /// enter nothing.
  @Test(arguments: [1, 2, 3])
  func enginesAreEqual(depth: Int) throws {
    var data = try ReferenceData.dataset("shark-bones")
    for number in 0..<2 {
      if number == 1 {
        // Two equal items and a constant feature: the rank is below the number of items.
        var targets = scatteredMatrix(rows: 5, columns: 40, seed: 3)
        for feature in 0..<40 { targets[4, feature] = targets[0, feature] }
        data = try Dataset(
          identifier: "few", items: ["a", "b", "c", "d", "e"], features: FeatureNames(numbered: 40), targets: targets)
      }
      let strength = 1e-3 * (try data.targetSingularValues().first ?? 0)
      let reduced = try Recording(training: plan(data, depth: depth, strength: strength), on: data)
      let full = try Recording(training: plan(data, depth: depth, strength: strength, engine: .full), on: data)
      #expect(
        reduced.problem.network.outputWidth == data.itemCount && full.problem.network.outputWidth == data.featureCount)
      let difference = try RecordingDifference(full, reduced)
      #expect(difference.largest < 1e-10, "\(difference)")
      #expect(largestDifference(try full.finalEndToEndMap(), try reduced.finalEndToEndMap()) < 1e-10)
      let cell = Probe(item: 2, feature: 17)
      #expect(largestDifference(try full.predictions(of: cell), try reduced.predictions(of: cell)) < 1e-10)
    }
  }

  /// Fewer features than items: the features are their own coordinates.
  @Test func fewFeatures() throws {
    let data = try Dataset(
      identifier: "few", items: ["a", "b", "c"], features: FeatureNames(numbered: 2),
      targets: Matrix([[1, 0], [0, 2], [1, 1]]))
    let recording = try Recording(training: plan(data, depth: 2, width: 2), on: data)
    #expect(recording.modeCount == 2 && recording.losses[100] < 1e-9)
    let nothing = try Dataset(
      identifier: "nothing", items: ["a"], features: FeatureNames(numbered: 1), targets: Matrix([[0]]))
    var plan = try plan(data, depth: 2, width: 2)
    plan.epochs = 3
    #expect(try Recording(training: plan, on: nothing).losses == [0, 0, 0, 0])
  }

  @Test func refusesWhatItCannotStart() throws {
    let data = try ReferenceData.dataset("tree")
    #expect(throws: TrainingError.narrowHiddenLayer(width: 7, rank: 8)) {
      try plan(data, depth: 2, width: 7).problem(on: data)
    }
    #expect(throws: TrainingError.modeStrength(0)) { try plan(data, depth: 2, strength: 0).problem(on: data) }
    #expect(throws: TrainingError.modeStrength(-1)) { try plan(data, depth: 1, strength: -1).problem(on: data) }
    var sampler = try DataSampler(seed: 1, convention: .tutorial)
    let map = try NoisyLinearMap().dataset("map", using: &sampler)
    #expect(throws: TrainingError.inputsNotOneHot) { try plan(map, depth: 2).problem(on: map) }
    #expect("\(TrainingError.narrowHiddenLayer(width: 7, rank: 8))".contains("at least 8 units"))
  }

  /// It is not available where weights are drawn without the data.
  @Test func isNotDrawn() throws {
    let data = try ReferenceData.dataset("tree")
    #expect(Initialization.balanced(modeStrength: 1).distribution == nil)
    #expect(InitialWeights(try plan(data, depth: 2), on: data) == nil)
    #expect(Initialization.scaledNormal(scale: 2).distribution == .scaledNormal(scale: 2))
  }

  @Test func isWrittenAndReadBack() throws {
    let start = Initialization.balanced(modeStrength: 0.25)
    let text = try JSONEncoder().encode(start)
    #expect(String(decoding: text, as: UTF8.self) == #"{"balanced":{"modeStrength":0.25}}"#)
    #expect(try JSONDecoder().decode(Initialization.self, from: text) == start)
    // The form of older records.
    let old = Data(#"{"scaledNormal":{"scale":1e-12}}"#.utf8)
    #expect(try JSONDecoder().decode(Initialization.self, from: old) == .scaledNormal(scale: 1e-12))
  }
}

@Suite struct ModeRiseTests {
  /// The logistic curve a = 1/(1 + e^(−t/10)) rises from a tenth to nine tenths in 10·ln 81 epochs. Interpolation on a grid of
  /// 1 is off by at most h²a''/8a' = 1/80 of an epoch, at the ends.
  @Test func timesOfALogisticCurve() throws {
    let curve = (0...200).map { 1 / (1 + exp(-(Double($0) - 100) / 10)) }
    let rise = try #require(ModeRise(curve, target: 1))
    #expect(isApproximately(rise.half, 100, within: 1e-9))
    #expect(isApproximately(rise.duration, 10 * log(81), within: 0.025))
    let later = try #require(ModeRise([Double](repeating: 0, count: 60) + curve, target: 1))
    let stagingIndex = try #require(ModeRise.stagingIndex(of: [later, later], after: [rise]))
    #expect(isApproximately(stagingIndex, 60 / (10 * log(81)), within: 1e-3))
    #expect(ModeRise.stagingIndex(of: [rise], after: [rise]) == 0)
  }

  @Test func smallCourses() {
    #expect(ModeRise([0, 1], target: 1)?.half == 0.5 && ModeRise([0, 2], target: 2)?.half == 0.5)
    #expect(ModeRise([3, 3], target: 1)?.duration == 0)
    #expect(ModeRise([0, 0.85], target: 1) == nil && ModeRise([], target: 1) == nil && ModeRise([1], target: 0) == nil)
    #expect(ModeRise.stagingIndex(of: [], after: []) == nil)
  }

  /// The more layers, the more distinct the stages: the tree's levels from the same initial strength.
  @Test func depthSharpens() throws {
    let data = try ReferenceData.dataset("tree")
    let targets = try data.targetSingularValues()
    let numbers = try BalancedWeightsTests.depths.map { depth, epochs in
      let rate = try data.effectiveLearningRate(for: data.largestStableLearningRate(depth: depth)) / 20
      let rises = try [targets[0], targets[1]].map { target in
        let course = ModeStrengthMap(target: target, effectiveRate: rate, depth: depth)
          .course(from: 0.01, epochs: 20 * epochs)
        return try #require(ModeRise(course, target: target))
      }
      return try #require(ModeRise.stagingIndex(of: [rises[1]], after: [rises[0]]))
    }
    #expect(numbers[0].magnitude < 1e-4 && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }, "\(numbers)")
  }
}
