import GSL
import LearningDynamics
import TestSupport
import Testing

@Suite struct TheoryTests {
  /// Four digits, known from an independent calculation for the default data at seed 2021.
  @Test(arguments: [(1, 80_000), (2, 253.6), (3, 31.3), (4, 10.1)] as [(Int, Double)])
  func largestStableRate(depth: Int, expected: Double) throws {
    let rate = try ReferenceData.dataset("tree").largestStableLearningRate(depth: depth)
    #expect(isApproximately(rate, expected, within: 0.05))
  }

  @Test func halfRisesOfTheDefaultRun() throws {
    let recording = try ReferenceTraining.all[0].record().recording
    #expect(try recording.halfRiseEpochs() == [94, 116, 138, 137, 188, 186, 187, 188])
    let stages = try recording.stages()
    #expect(stages.map(\.modes) == [[0], [1], [2, 3], [4, 5, 6, 7]])
    #expect(stages.map(\.epoch) == [94, 116, 138, 187])
  }

  @Test func targetSingularValues() throws {
    let values = try ReferenceData.dataset("tree").targetSingularValues()
    #expect(isApproximately(values[0], 157.7, within: 0.05) && isApproximately(values[1], 121.8, within: 0.05))
    // The modes of the trained network are those of the targets.
    let recording = try ReferenceTraining.all[0].record().recording
    #expect(largestDifference(recording.singularValues[250], values) < 1e-9)
    #expect(largestDifference(try recording.modeStrengths()[250], values) < 1e-9)
  }

  @Test func ratesThatSuitTheDepth() throws {
    let tree = try ReferenceData.dataset("tree")
    var settings = TrainingSettings()
    #expect(try settings.plan(for: tree).learningRate == 100)
    settings.hiddenWidths = []
    #expect(try isApproximately(settings.plan(for: tree).learningRate, 1000, within: 1e-9))
    settings.hiddenWidths = [30, 30]
    let deep = try settings.plan(for: tree)
    #expect(isApproximately(deep.learningRate, 15.65, within: 0.05))
    #expect(deep.initialization == .scaledNormal(scale: 0.1))
    settings.learningRate = 7
    settings.initializationScale = 0.5
    settings.epochs = 3
    let given = try settings.plan(for: tree)
    #expect(given.learningRate == 7 && given.initialization == .scaledNormal(scale: 0.5) && given.epochs == 3)
  }

  @Test func recommendationsYieldToTheReader() throws {
    var data = try ReferenceData.dataset("tree")
    data.recommendation = TrainingRecommendation(learningRate: 3, initializationScale: 0.1, epochs: 9)
    var settings = TrainingSettings()
    let plan = try settings.plan(for: data)
    #expect(plan.learningRate == 3 && plan.epochs == 9 && plan.initialization == .scaledNormal(scale: 0.1))
    settings.learningRate = 4
    #expect(try settings.plan(for: data).learningRate == 4)
  }

  @Test func modesTellItemsApart() throws {
    let (recording, dataset) = try ReferenceTraining.all[0].record()
    let contrasts = try recording.modeContrasts(names: dataset.inputNames)
    #expect(contrasts[0].oneSide.count == 8 && contrasts[0].otherSide.isEmpty)
    #expect(contrasts[1].oneSide == ["Goldfish", "Tuna", "Robin", "Canary"])
    #expect(contrasts[1].otherSide == ["Rose", "Daisy", "Pine", "Oak"])
  }
}

@Suite struct LearningStageTests {
  @Test func groupsWhatRisesTogether() {
    func stages(_ halfRises: [Int?], riseTime: Double = 10) -> [LearningStage] {
      LearningStage.stages(halfRises: halfRises, riseTimes: halfRises.map { _ in riseTime })
    }
    #expect(stages([]).isEmpty && stages([nil, nil]).isEmpty)
    #expect(stages([7]).map(\.epoch) == [7])
    #expect(stages([100, 10, nil, 12]).map(\.modes) == [[1, 3], [0]])
    #expect(stages([5, 5, 5]).map(\.modes) == [[0, 1, 2]])
    #expect(stages([1, 12, 20]).map(\.modes) == [[0], [1, 2]])
    #expect(stages([1, 12, 20], riseTime: .infinity).count == 1)
  }
}

@Suite struct PredictionCourseTests {
  /// The tutorial's results, seed 2021.
  @Test func sharkAndParrot() throws {
    let (shark, sharkData) = try ReferenceTraining.all[1].record()
    var course = PredictionCourse(
      predictions: try shark.predictions(of: sharkData.followedCell), target: PredictionTarget(-1))
    #expect(course.wrongSide.map(\.first) == [115] && course.wrongSide.map(\.last) == [171])
    #expect(course.worst?.epoch == 125 && isApproximately(course.worst?.value ?? 0, 0.52, within: 0.005))
    #expect(course.converged == 193)
    #expect(course.turningPoints.map(\.epoch).count == 2)
    let (parrot, parrotData) = try ReferenceTraining.all[2].record()
    course = PredictionCourse(
      predictions: try parrot.predictions(of: parrotData.followedCell), target: PredictionTarget(-1))
    #expect(course.wrongSide.map(\.first) == [88] && course.wrongSide.map(\.last) == [144])
    #expect(course.worst?.epoch == 100 && isApproximately(course.worst?.value ?? 0, 0.76, within: 0.005))
    #expect(course.converged == 193)
  }

  @Test func smallCourses() {
    let straight = PredictionCourse(predictions: [0, 0.5, 0.95, 1], target: PredictionTarget(1))
    #expect(straight.wrongSide.isEmpty && straight.worst == nil && straight.converged == 2 && straight.wrongEpochs == 0)
    let twice = PredictionCourse(predictions: [0, -0.5, 0.2, -0.1, 0.3], target: PredictionTarget(1))
    #expect(twice.wrongSide.map(\.first) == [1, 3] && twice.wrongEpochs == 2 && twice.converged == nil)
    #expect(twice.worst?.epoch == 1 && twice.worst?.value == -0.5)
    #expect(twice.turningPoints.map(\.epoch) == [1, 2, 3])
    #expect(PredictionCourse(predictions: [1], target: PredictionTarget(1)).converged == 0)
    // Both sides of the threshold, 0.02.
    #expect(PredictionCourse(predictions: [0, -0.0199], target: PredictionTarget(1)).wrongSide.isEmpty)
    #expect(PredictionCourse(predictions: [0, -0.0201], target: PredictionTarget(1)).wrongEpochs == 1)
  }
}

@Suite struct LinearRegressionTests {
  private let map = Matrix([[1, 2], [3, 4], [5, -6]])

  @Test func findsTheMap() throws {
    let inputs = scatteredMatrix(rows: 9, columns: 2)
    let fit = try LinearRegression(inputs: inputs, targets: inputs * map.transposed)
    #expect(largestDifference(fit.map, map) < 1e-12)
    #expect(fit.rank == 2 && !fit.isRankDeficient && fit.intercept == nil)
  }

  @Test func findsTheIntercept() throws {
    let inputs = scatteredMatrix(rows: 9, columns: 2)
    var targets = inputs * map.transposed
    for sample in 0..<9 {
      for output in 0..<3 { targets[sample, output] += Double(output) - 1 }
    }
    let fit = try LinearRegression(inputs: inputs, targets: targets, withIntercept: true)
    #expect(largestDifference(fit.map, map) < 1e-12)
    #expect(largestDifference(fit.intercept ?? [], [-1, 0, 1]) < 1e-12)
  }

  @Test func saysWhenInputsAreRankDeficient() throws {
    let inputs = Matrix([[1, 1], [2, 2], [3, 3]])
    let fit = try LinearRegression(inputs: inputs, targets: Matrix([[2], [4], [6]]))
    #expect(fit.isRankDeficient && fit.rank == 1)
    #expect(largestDifference(fit.map, Matrix([[1, 1]])) < 1e-12)
  }

  /// Both networks converge to the regression solution.
  @Test func isTheLimitOfTraining() throws {
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    var data = try NoisyLinearMap().dataset("noisy", using: &sampler)
    data.recommendation = TrainingRecommendation(learningRate: 0.05, initializationScale: 1, epochs: 1000)
    let regression = try LinearRegression(inputs: data.inputs, targets: data.targets)
    var settings = TrainingSettings()
    let deep = try Recording(training: settings.plan(for: data), on: data)
    #expect((try deep.finalEndToEndMap() - regression.map).largestMagnitude < 1e-2)
    settings.hiddenWidths = []
    settings.initializationScale = 1
    let shallow = try Recording(training: settings.plan(for: data), on: data)
    #expect((try shallow.finalEndToEndMap() - regression.map).largestMagnitude < 1e-9)
    let distances = deep.relativeDistances(to: try deep.targetMap())
    #expect(distances[0] > 0.9 && distances[1000] < 1e-3)
  }
}
