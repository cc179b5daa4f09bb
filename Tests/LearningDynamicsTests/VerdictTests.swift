import GSL
import LearningDynamics
import TestSupport
import Testing

/// Statements about a prediction do not depend on the unit of the data, and are made only if they are certain.
@Suite struct VerdictTests {
  /// A course with a time on the wrong side, a turn and convergence.
  private static let course = [0, -0.01, -0.25, 0.1, 0.52, 0.3, -0.5, -0.95, -0.99, -1, -1, -1]

  @Test(arguments: [1e-9, 0.001, 1, 1000, 1e12])
  func anotherUnitIsTheSameStory(unit: Double) {
    let column = [-1.0, 1, 1, -1].map { unit * $0 }
    let target = PredictionTarget(column[0], scale: FeatureScale(column))
    let found = PredictionCourse(predictions: Self.course.map { unit * $0 }, target: target)
    let plain = PredictionCourse(predictions: Self.course, target: PredictionTarget(-1))
    #expect(found.wrongSide == plain.wrongSide && found.converged == plain.converged && plain.converged == 7)
    #expect(found.worst?.epoch == plain.worst?.epoch && plain.worst?.epoch == 4)
    #expect(found.turningPoints.map(\.epoch) == plain.turningPoints.map(\.epoch))
    // Rounding of a dozen products.
    let area = WrongSideMeasure(Self.course.map { unit * $0 }, target: target).area
    #expect(isApproximately(area, 0.1 + 0.52 + 0.3, within: 1e-12))
  }

  /// Rumelhart's pine has no leaves, written as 0: a value of 0.71 is on the wrong side of the middle.
  @Test func ofTwoValuesTheMiddleCounts() {
    let scale = FeatureScale([0, 1, 1, 1, 0])
    #expect(scale.midpoint == 0.5 && scale.range == 1)
    let pine = PredictionCourse(
      predictions: [0, 0.3, 0.71, 0.6, 0.3, 0.04, 0.01], target: PredictionTarget(0, scale: scale))
    #expect(pine.wrongSide.map(\.first) == [2] && pine.wrongSide.map(\.last) == [3])
    #expect(pine.worst?.epoch == 2 && pine.worst?.value == 0.71 && pine.converged == 5)
    let fish = PredictionCourse(predictions: [0, -0.2, 0.4, 1], target: PredictionTarget(1, scale: scale))
    #expect(fish.wrongSide.map(\.first) == [1] && fish.wrongEpochs == 1)
  }

  /// With more than two values only the distance counts.
  @Test func ofManyValuesTheDistanceCounts() {
    let scale = FeatureScale([1, 2, 5])
    #expect(scale.midpoint == nil && scale.range == 4)
    let course = PredictionCourse(predictions: [0, 2.03, 2.05, 1], target: PredictionTarget(1, scale: scale))
    #expect(course.wrongSide.map(\.first) == [2] && course.wrongEpochs == 1)
  }

  @Test func scalesOfOddColumns() throws {
    let data = try Dataset(
      identifier: "odd", items: ["a", "b"], features: FeatureNames(numbered: 0, named: ["same", "other"]),
      targets: Matrix([[2, -1], [2, 3]]))
    #expect(data.scale(ofFeature: 0).range == 4 && data.scale(ofFeature: 1).range == 4)
    #expect(data.featureScales() == [data.scale(ofFeature: 0), data.scale(ofFeature: 1)])
    #expect(FeatureScale([0, 0]).range == 1 && FeatureScale([-3, -3]).range == 3)
    #expect(FeatureScale([-.greatestFiniteMagnitude, .greatestFiniteMagnitude]).range.isFinite)
    #expect(FeatureScale([-1, 1]).text(0.5249) == "+0.52" && FeatureScale([-1, 1]).text(-0.004) == "0")
    #expect(
      FeatureScale([-3300, 0]).text(-3304.09) == "−3304" && FeatureScale([0, 0.003]).text(0.00062) == "+0.00062")
    #expect(FeatureScale([0, 1e-300]).text(3.2e-301) == "+3.2e-301")
  }

  private static func tree(features: Int) throws -> Dataset {
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    return try DiffusionTree().dataset("tree", features: features, using: &sampler)
  }

  /// Nothing uncertain is stated.
  @Test func storiesSayWhatWasSeen() {
    func story(_ predictions: [Double], divergedAtEpoch epoch: Int? = nil) -> String {
      PredictionCourse(predictions: predictions, target: PredictionTarget(-1), divergedAtEpoch: epoch).story
    }
    #expect(
      story([0, -0.1, -0.25]) == "not on the wrong side before the run ends at epoch 2; not converged, ends at −0.25")
    #expect(story([0, 1, 40], divergedAtEpoch: 3) == "not evaluated: training diverged at epoch 3")
    #expect(story([0, 0.001, 0.002]) == "not learned yet when the run ends at epoch 2")
    let bouncing = (0...250).map { $0.isMultiple(of: 2) ? -1.0 : -0.4 }
    #expect(story([0] + bouncing).hasPrefix("oscillates until the end, where it is −1.00"))
    // Near the target in the last of a hundred states only.
    #expect(story([Double](repeating: -0.5, count: 99) + [-0.95, -1]).contains("too briefly to count as converged"))
    #expect(story([0, -0.5] + [Double](repeating: -1, count: 99)) == "never on the wrong side; converged at epoch 2")
  }

  /// 2/(σ₁(W_1)² + σ₁(W_2)²) with the norms of random weights, by hand: γ = 20, widths 8, 30, 10,000, P·N = 80,000.
  @Test func largeStartsLimitTheRate() throws {
    let data = try Self.tree(features: 10_000)
    var settings = TrainingSettings()
    let solution = try data.largestStableLearningRate(depth: 2)
    #expect(try data.largestStableLearningRate(for: settings.plan(for: data)) == solution)
    settings.initializationScale = 20
    let found = try data.largestStableLearningRate(for: settings.plan(for: data))
    let norms = (
      20 / 38.0.squareRoot() * (8.0.squareRoot() + 30.0.squareRoot()),
      20 / 10_030.0.squareRoot() * (30.0.squareRoot() + 10_000.0.squareRoot())
    )
    let expected = 40_000 * 2 / (norms.0 * norms.0 + norms.1 * norms.1)
    #expect(isApproximately(found, expected, within: 1e-9) && found < solution / 3)
    // Below the predicted limit training is stable; well above, it diverges.
    settings.learningRate = 0.9 * found
    #expect(try Recording(training: settings.plan(for: data), on: data).divergedAtEpoch == nil)
    settings.learningRate = 150
    #expect(try Recording(training: settings.plan(for: data), on: data).divergedAtEpoch != nil)
  }

  /// The defaults for two hidden layers show the stages as clearly as the tutorial's run with one hidden layer, whose staging
  /// index is 3.25, and in another unit too.
  @Test(arguments: [1.0, 0.001]) func deeperNetworksShowStages(unit: Double) throws {
    let tree = try Self.tree(features: 300)
    let data = try Dataset(
      identifier: "tree", items: tree.items, features: tree.features, targets: unit * tree.targets, tree: tree.tree)
    var settings = TrainingSettings()
    settings.hiddenWidths = [20, 20]
    let plan = try settings.plan(for: data)
    let problem = try plan.problem(on: data)
    let outcome = try OutcomeMeasure(problem, of: data).outcome(of: plan, from: problem)
    #expect(outcome.halfRiseEpochs.allSatisfy { $0 != nil })
    #expect(try #require(outcome.stagingIndex) > 2)
  }

  /// With inputs that are not one-hot the modes of Σ_yx = Yᵀ X determine the order of learning: 586.8,
  /// 10.5 and 5.4 for the noisy linear data of seed 2021 (NumPy), the half-rises follow, and each strength ends at uᵀ W* v.
  @Test func modesAreThoseOfTheCorrelation() throws {
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    let data = try NoisyLinearMap().dataset("noisy-linear", using: &sampler)
    let correlation = try SingularValueDecomposition(data.targets.transposed * data.inputs)
    // Four digits were given.
    #expect(largestDifference(correlation.singularValues, [586.8, 10.5, 5.4]) < 0.06)
    var plan = try TrainingSettings().plan(for: data)
    (plan.learningRate, plan.initialization, plan.epochs) = (0.04678, .scaledNormal(scale: 1), 1000)
    let recording = try Recording(training: plan, on: data)
    let halfRises = try recording.halfRiseEpochs().compactMap(\.self)
    #expect(halfRises.count == 3 && halfRises == halfRises.sorted())
    let map = try recording.targetMap()
    let wanted = (0..<3).map { mode in
      let (left, right) = (correlation.left.column(mode), correlation.right.column(mode))
      return (0..<3).reduce(0.0) { sum, row in
        sum + left[row] * zip(map.row(row), right).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    // The map in the reduced coordinates has other rows, but the same strengths, to a few units in the last place.
    let contrasts = try recording.modeContrasts(names: data.inputNames)
    #expect(largestDifference(contrasts.map(\.target), wanted) < 1e-10)
  }
}
