import GSL
import TestSupport
import Testing

@testable import LearningDynamics

/// Test errors, against an independent program in NumPy: data from `RandomState(2021).randn`, weights from `RandomState(7).randn`.
@Suite struct GeneralizationTests {
  private func teacher(_ teacher: NoisyTeacher? = nil, seed: UInt32 = 2021) throws -> Dataset {
    var sampler = try DataSampler(seed: seed, convention: .tutorial)
    return try (try teacher ?? NoisyTeacher()).dataset("teacher", using: &sampler)
  }

  /// The weights of the other program: γ/√(fan-in + fan-out) times normal numbers, row by row.
  private func plan(on dataset: Dataset) throws -> TrainingPlan {
    var sampler = try DataSampler(seed: 7, convention: .tutorial)
    let layers = [(60, 100), (50, 60)].map { rows, columns in
      Matrix(
        rows: rows, columns: columns,
        elements: (0..<rows * columns).map { _ in 1e-3 * sampler.standardNormal() / Double(rows + columns).squareRoot()
        })
    }
    var settings = TrainingSettings()
    settings.ownWeights = try OwnWeights(name: "other", layers: layers)
    settings.hiddenWidths = [60]
    settings.learningRate = 50
    settings.epochs = 3000
    return try settings.plan(for: dataset)
  }

  /// 1e-9: the other program adds in another order over 3,000 epochs.
  @Test func agreesWithNumPy() throws {
    let dataset = try teacher()
    let recording = try Recording(training: plan(on: dataset), on: dataset)
    let known = [
      (0, 1.0000000330756877), (100, 0.9801379250034875), (148, 0.1650908466799148), (250, 0.4100182924961459),
      (500, 4.628216655264902), (1000, 5.5002395602274525), (3000, 5.557380077490894),
    ]
    for (epoch, error) in known {
      #expect(isApproximately(recording.testErrors[epoch], error, within: 1e-9), "\(epoch)")
    }
    #expect(recording.testErrors.indices.min { recording.testErrors[$0] < recording.testErrors[$1] } == 153)
    #expect(recording.testErrors.count == 3001)
    // The theory of the other program: least 0.1580674 at epoch 153. It differs from the simulation by at most 1.5e-5 there.
    let theory = try #require(try recording.theory().course)
    #expect(isApproximately(theory.testErrors[153], 0.1580673818917372, within: 1e-9))
    #expect(isApproximately(theory.testErrors[3000], 5.557380077490667, within: 1e-9))
    let difference = zip(theory.testErrors, recording.testErrors).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
    #expect(isApproximately(difference, 1.5002e-5, within: 1e-8))
  }

  /// The other program's singular values of the data, to rounding.
  @Test func drawsAsNumPy() throws {
    let dataset = try teacher()
    let values = try dataset.targetSingularValues()
    #expect(isApproximately(values[0], 3.117444230844993, within: 1e-12))
    #expect(isApproximately(values[1], 1.6432999746169508, within: 1e-12))
    #expect(dataset.noise == 0.1)
    let truth = try SingularValueDecomposition(try #require(dataset.trueMap)).singularValues
    #expect(isApproximately(truth[0], 3, within: 1e-13) && truth[1] < 1e-13)
  }

  /// Formulas evaluated elsewhere, at A = ½ and s̄ = 3.
  @Test func limits() {
    let spectrum = NoisySpectrum(outputs: 50, items: 100)
    #expect(isApproximately(spectrum.edge, 1.7071067811865475, within: 1e-15))
    #expect(isApproximately(spectrum.singularValue(ofSignal: 3) ?? 0, 3.2489314482696545, within: 1e-14))
    #expect(isApproximately(spectrum.overlap(ofSignal: 3), 0.9176806371428323, within: 1e-14))
    #expect(
      isApproximately(
        spectrum.leastTestError(ofSignals: [3]), 1 - 0.9176806371428323 * 0.9176806371428323, within: 1e-14))
    // A signal of A^¼ is at the edge, with no overlap; a weaker one is lost.
    let threshold = spectrum.smallestVisibleSignal
    #expect(isApproximately(spectrum.singularValue(ofSignal: threshold * (1 + 1e-9)) ?? 0, spectrum.edge, within: 1e-8))
    #expect(spectrum.singularValue(ofSignal: threshold) == nil && spectrum.overlap(ofSignal: threshold) == 0)
    #expect(spectrum.overlap(ofSignal: threshold * (1 + 1e-9)) < 1e-3)
    #expect(spectrum.leastTestError(ofSignals: [0.5]) == 1)
    #expect(spectrum.overlap(ofSignal: 1e200) == 1 && spectrum.singularValue(ofSignal: 1e200) == 1e200)
  }

  /// In a large sample the limit is near: fluctuations are of the order 1/√P, 3 % here.
  @Test func limitOfALargeSample() throws {
    let dataset = try teacher(NoisyTeacher(items: 1000, outputs: 250, rank: 3, signal: 4, weakestShare: 0.5), seed: 3)
    let spectrum = NoisySpectrum(outputs: 250, items: 1000)
    let sample = try SingularValueDecomposition(dataset.targets.transposed)
    let truth = try SingularValueDecomposition(try #require(dataset.trueMap))
    for (mode, signal) in [4.0, 3, 2].enumerated() {
      #expect(isApproximately(truth.singularValues[mode], signal, within: 1e-12))
      let predicted = try #require(spectrum.singularValue(ofSignal: signal))
      #expect(isApproximately(sample.singularValues[mode], predicted, within: 0.05 * predicted))
      let left = zip(truth.left.column(mode), sample.left.column(mode)).reduce(0) { $0 + $1.0 * $1.1 }
      let right = zip(truth.right.column(mode), sample.right.column(mode)).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(isApproximately(left * right, spectrum.overlap(ofSignal: signal), within: 0.03))
    }
    #expect(isApproximately(sample.singularValues[3], spectrum.edge, within: 0.05))
  }

  /// The reduced engine, in the coordinates of a basis, gives the errors of the full one. 1e-10: sums in another order.
  @Test(arguments: [[5], [], [4, 5]], [0.5, 1e-3])
  func enginesAgree(hidden: [Int], scale: Double) throws {
    let dataset = try teacher(NoisyTeacher(items: 6, outputs: 90, rank: 2, signal: 3, weakestShare: 0.5, noise: 0.3))
    var settings = TrainingSettings()
    settings.hiddenWidths = hidden
    settings.initializationScale = scale
    settings.epochs = 120
    settings.engine = .reduced
    var plan = try settings.plan(for: dataset)
    let problem = try plan.problem(on: dataset)
    let reduced = try Recording(training: plan, problem: problem)
    guard case .span = problem.basis else {
      Issue.record("it was not reduced")
      return
    }
    plan.engine = .full
    let full = try Recording(training: plan, on: dataset)
    for (one, other) in zip(reduced.testErrors, full.testErrors) { #expect(isApproximately(one, other, within: 1e-10)) }
    // By definition, from the map of the last state.
    let map = try problem.basis.expand(reduced.endToEndMaps[reduced.keptEpochs.count - 1])
    let truth = try #require(dataset.trueMap)
    let error = (map - truth).sumOfSquares / truth.sumOfSquares
    #expect(isApproximately(reduced.testErrors[reduced.lastEpoch], error, within: 1e-10))
  }

  /// Where the basis has dependent columns (no noise: the targets have rank 1), any coordinates of the map give the same error.
  @Test(arguments: [0, 1e-12]) func dependentTargets(noise: Double) throws {
    let dataset = try teacher(NoisyTeacher(items: 6, outputs: 90, rank: 1, signal: 3, noise: noise))
    var settings = TrainingSettings()
    settings.hiddenWidths = [5]
    settings.initializationScale = 0.1
    settings.learningRate = 10
    settings.epochs = 60
    var plan = try settings.plan(for: dataset)
    let reduced = try Recording(training: plan, on: dataset)
    plan.engine = .full
    let full = try Recording(training: plan, on: dataset)
    #expect(try #require(full.testErrors.last) < 0.9)
    for (one, other) in zip(reduced.testErrors, full.testErrors) { #expect(isApproximately(one, other, within: 1e-10)) }
  }

  /// Phases with different targets are not made with one map; a training that diverged has no best moment to stop; and a feature that is
  /// added was not made with the map.
  @Test func withoutOneMap() throws {
    var dataset = try teacher(NoisyTeacher(items: 6, outputs: 4))
    #expect(try dataset.appending(feature: "new", values: [1, 2, 3, 4, 5, 6]).trueMap == nil)
    var settings = TrainingSettings()
    settings.epochs = 30
    settings.initializationScale = 0.1
    settings.learningRate = 1e4
    let wild = try settings.plan(for: dataset)
    let problem = try wild.problem(on: dataset)
    let outcome = try OutcomeMeasure(problem, of: dataset).outcome(of: wild, from: problem)
    guard case .diverged = outcome.ending else {
      Issue.record("\(outcome.ending)")
      return
    }
    #expect(outcome.bestStop == nil)
    settings.learningRate = 1
    dataset = try dataset.taught(in: [
      LearningPhase("one", epochs: 5), LearningPhase("other", epochs: 5, targets: -1 * dataset.targets),
    ])
    #expect(try Recording(training: settings.plan(for: dataset), on: dataset).testErrors.isEmpty)
  }

  /// Balanced weights lie in the span of the targets, which the true map does not.
  @Test func balancedWeights() throws {
    let dataset = try teacher(NoisyTeacher(items: 6, outputs: 90, noise: 0.3))
    var plan = TrainingPlan(
      hiddenWidths: [8], learningRate: 5, initialization: .balanced(modeStrength: 0.01), epochs: 80, seed: 1,
      sampling: .tutorial, engine: .reduced)
    let reduced = try Recording(training: plan, on: dataset)
    plan.engine = .full
    let full = try Recording(training: plan, on: dataset)
    #expect(try #require(reduced.testErrors.last) < 0.9)
    for (one, other) in zip(reduced.testErrors, full.testErrors) { #expect(isApproximately(one, other, within: 1e-10)) }
  }

  /// Without a hidden layer the theory is exact, for any inputs and with weight decay; 1e-12 of the first error: rounding.
  @Test(arguments: [0, 0.01])
  func shallowTheory(decay: Double) throws {
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    for dataset in [
      try NoisyLinearMap().dataset("noisy", using: &sampler), try teacher(NoisyTeacher(items: 8, outputs: 5)),
    ] {
      var settings = TrainingSettings()
      settings.hiddenWidths = []
      settings.variant.decay = decay
      settings.initializationScale = 0.4
      settings.epochs = 300
      let recording = try Recording(training: settings.plan(for: dataset), on: dataset)
      let theory = try #require(try recording.theory().course)
      #expect(theory.testErrors.count == 301 && recording.testErrors[300] < 0.9 * recording.testErrors[0])
      for (one, other) in zip(theory.testErrors, recording.testErrors) {
        #expect(isApproximately(one, other, within: 1e-12 * max(1, recording.testErrors[0])))
      }
    }
  }

  /// A sweep's numbers are those of the recording, to the last bit.
  @Test func outcome() throws {
    let dataset = try teacher(NoisyTeacher(items: 20, outputs: 10))
    var settings = TrainingSettings()
    settings.initializationScale = 1e-2
    settings.learningRate = 2
    settings.epochs = 800
    let plan = try settings.plan(for: dataset)
    let problem = try plan.problem(on: dataset)
    let outcome = try OutcomeMeasure(problem, of: dataset).outcome(of: plan, from: problem)
    let errors = try Recording(training: plan, on: dataset).testErrors
    let least = try #require(errors.min())
    let found = try #require(outcome.bestStop)
    #expect(
      found.testError == least && found.epoch == errors.firstIndex(of: least) && found.finalTestError == errors.last)
    #expect(found.epoch > 0 && found.epoch < 800 && found.finalTestError > least)
    // Without a true map there is none.
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    let tree = try DiffusionTree().dataset("tree", features: 20, using: &sampler)
    let other = try settings.plan(for: tree)
    let start = try other.problem(on: tree)
    #expect(try OutcomeMeasure(start, of: tree).outcome(of: other, from: start).bestStop == nil)
    #expect(try Recording(training: other, on: tree).testErrors.isEmpty)
  }

  /// A width that is given goes before the recommended one, also if it is the tutorial's.
  @Test func recommendedWidth() throws {
    var dataset = try teacher()
    dataset.recommendation.hiddenWidth = 60
    var settings = TrainingSettings()
    #expect(try settings.plan(for: dataset).hiddenWidths == [60])
    settings.hiddenWidths = [30]
    #expect(try settings.plan(for: dataset).hiddenWidths == [30])
    settings.givenHiddenWidths = nil
    #expect(try settings.plan(for: dataset).hiddenWidths == [60] && settings == TrainingSettings())
    settings.hiddenWidths = []
    #expect(try settings.plan(for: dataset).hiddenWidths == [])
  }

  @Test func refusals() {
    #expect(throws: DatasetError.self) { try NoisyTeacher(items: 5, outputs: 3, rank: 4) }
    #expect(throws: DatasetError.self) { try NoisyTeacher(signal: 0) }
    #expect(throws: DatasetError.self) { try NoisyTeacher(noise: -1) }
    #expect(throws: DatasetError.self) { try NoisyTeacher(noise: .infinity) }
    #expect(throws: DatasetError.self) { try NoisyTeacher(rank: 2, weakestShare: 0) }
    #expect(throws: DatasetError.self) { try NoisyTeacher(items: 0) }
    #expect(throws: DatasetError.self) { try NoisyTeacher(items: 5000) }
    #expect(throws: DatasetError.self) { try NoisyTeacher(outputs: 0) }
    #expect(throws: DatasetError.self) { try NoisyTeacher(rank: 0) }
  }
}
