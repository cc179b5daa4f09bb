import GSL
import LearningDynamics
import Testing

/// What theory says of histories: the course of a phase from the weights at its beginning, and where learning stalls.
@Suite struct PhaseCourseTests {
  /// The course from a switch against the simulation, as a part of the map's largest entry: the two digits that an independent program
  /// (NumPy) printed, 1.8e-2 for new features and 1.6e-2 for one revised item, and at a twentieth of the rate 9.0e-4 and 7.8e-4.
  @Test(arguments: [(isNew: true, errors: [1.8e-2, 9.0e-4]), (isNew: false, errors: [1.6e-2, 7.8e-4])])
  func theoryFromASwitch(isNew: Bool, errors: [Double]) throws {
    let (data, other) = (try Dataset.tutorialTree(), try Dataset.tutorialTree(seed: 7).targets)
    var targets = isNew ? other : data.targets
    if !isNew { for feature in 0..<data.featureCount { targets[0, feature] = other[3, feature] } }
    for (factor, error) in zip([1, 20], errors) {
      let phases = [
        LearningPhase("old", epochs: 250),
        LearningPhase("new", epochs: 60 * factor, targets: targets, learningRate: 100 / Double(factor)),
      ]
      let run = try data.taught(in: phases).train()
      var course = try run.recording.predict(PredictedPhase(from: 250, teaching: 1)).get()
      var (difference, largest) = (0.0, 0.0)
      for epoch in 250...run.lastEpoch {
        if epoch > 250 { course.advance() }
        let map = run.endToEndMaps[run.recording.keptIndex(nearest: epoch)]
        difference = max(difference, (course.map - map).largestMagnitude)
        largest = max(largest, run.problem.outputTargets.largestMagnitude)
      }
      // Half of the last of two digits.
      let digit = factor == 1 ? 1e-3 : 1e-5
      #expect((difference / largest - error).magnitude < digit / 2)
    }
  }

  /// The course in the span of targets and weights is the one in all features. The two trainings before differ by rounding (losses of
  /// items by less than 1e-10, similarities of up to 30 by less than 1e-8).
  @Test func theoryOfBothEngines() throws {
    let data = try HistoryTests.tree(2021).taught(in: [
      LearningPhase("old", epochs: 250), LearningPhase("new", epochs: 40, targets: try HistoryTests.tree(7).targets),
    ])
    let courses = try TrainingEngine.allCases.map { engine in
      let run = try data.train { ($0.learningRate, $0.initializationScale, $0.engine) = (10, 1e-6, engine) }
      var course = try run.recording.predict(PredictedPhase(from: 250, teaching: 1)).get()
      for _ in 0..<20 { course.advance() }
      return course
    }
    for (one, two) in zip(courses[0].itemLosses, courses[1].itemLosses) { #expect((one - two).magnitude < 1e-10) }
    #expect((courses[0].similarities - courses[1].similarities).largestMagnitude < 1e-8)
  }

  /// Where theory does not hold from a switch, the reason is given.
  @Test func limitsOfTheTheory() throws {
    let data = try HistoryTests.tree(2021)
    let oak: [Double] = [0, 0, 0, 0, 0, 0, 0, 1]
    func limit(_ phase: LearningPhase, _ change: (inout TrainingSettings) -> Void = { _ in }) throws -> TheoryLimit? {
      let run = try data.taught(in: [LearningPhase("first", epochs: 60), phase]).train {
        ($0.learningRate, $0.initializationScale) = (10, 1e-3)
        change(&$0)
      }
      guard case .failure(let error) = try run.recording.predict(PredictedPhase(from: 60, teaching: 1)) else {
        return nil
      }
      return error.limit
    }
    let second = LearningPhase("second", epochs: 5)
    #expect(try limit(second) == nil)
    #expect(try limit(LearningPhase("oak", epochs: 5, frequencies: oak)) == .frequencies)
    #expect(try limit(second) { $0.hiddenWidths = [10, 10] } == .depth(3))
    var relu = LearningVariant.tutorial
    relu.unit = .relu
    #expect(try limit(second) { $0.variant = relu } == .variant(relu))
    guard case .unstableRate = try limit(LearningPhase("fast", epochs: 5, learningRate: 200)) else {
      Issue.record("a rate above the largest stable one has no theory")
      return
    }
    guard case .unbalanced = try limit(second, { $0.initializationScale = 3 }) else {
      Issue.record("layers that are not balanced have no theory")
      return
    }
  }

  /// All eight modes of a reversal have no part in the old knowledge; a new sample has; an item that was left out is one new mode.
  @Test func stallsArePredicted() throws {
    let data = try HistoryTests.tree(2021)
    let oak: [Double] = [0, 0, 0, 0, 0, 0, 0, 1]
    func unhelped(_ first: LearningPhase, _ second: LearningPhase) throws -> [Int] {
      let history = try data.taught(in: [first, second])
      return try history.oldKnowledge(for: TrainingSettings().plan(for: history)).map(\.unhelpedCount)
    }
    let all = LearningPhase("all", epochs: 1)
    #expect(try unhelped(all, LearningPhase("reversed", epochs: 1, targets: -1 * data.targets)) == [8])
    #expect(try unhelped(all, LearningPhase("new", epochs: 1, targets: try HistoryTests.tree(7).targets)) == [0])
    #expect(try unhelped(LearningPhase("before", epochs: 1, frequencies: oak.map { 1 - $0 }), all) == [1])
    #expect(try unhelped(all, LearningPhase("oak", epochs: 1, frequencies: oak)) == [0])
  }
}

extension Dataset {
  static func tutorialTree(seed: UInt32 = 2021) throws -> Dataset {
    var sampler = try DataSampler(seed: seed, convention: .tutorial)
    return try DiffusionTree().dataset("tree", features: 10_000, using: &sampler)
  }
}
