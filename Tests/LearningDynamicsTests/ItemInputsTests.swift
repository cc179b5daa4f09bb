import GSL
import LearningDynamics
import TestSupport
import Testing

/// Inputs that are not one-hot, and items that are shown more or less often.
@Suite struct ItemInputsTests {
  /// shark-bones with other inputs or frequencies.
  private func data(
    inputs: Matrix? = nil, frequencies: [Double]? = nil, features: Int = 1000
  ) throws -> Dataset {
    let data = try sharkBones(seed: 2021, features: features)
    return try Dataset(
      identifier: data.identifier, items: data.items, features: data.features, inputs: inputs, frequencies: frequencies,
      targets: data.targets, probe: data.probe)
  }

  private func record(_ data: Dataset, _ change: (inout TrainingSettings) -> Void) throws -> Recording {
    var settings = TrainingSettings()
    (settings.learningRate, settings.initializationScale, settings.epochs) = (5, 1e-3, 200)
    change(&settings)
    return try Recording(training: settings.plan(for: data), on: data)
  }

  /// Orthonormal columns: the left singular vectors of numbers without a pattern.
  private func orthonormal(rows: Int, columns: Int) throws -> Matrix {
    try SingularValueDecomposition(scatteredMatrix(rows: rows, columns: columns, seed: 3)).left
  }

  /// An item with the frequency 0 is as good as left out: the others learn the same, bit by bit up to the order of sums. Its
  /// own input is still there, so that the weights are the same.
  @Test(arguments: [HiddenUnit.linear, .relu], [nil, 3])
  func frequencyZeroIsLeftOut(unit: HiddenUnit, batch: Int?) throws {
    let whole = try data(frequencies: [1, 1, 0, 1, 1, 1, 1, 1])
    let kept = [0, 1, 3, 4, 5, 6, 7]
    let rest = try Dataset(
      identifier: "rest", items: kept.map { whole.items[$0] }, features: whole.features,
      inputs: Matrix(kept.map { Matrix.identity(8).row($0) }), targets: Matrix(kept.map(whole.targets.row)),
      probe: whole.probe)
    // Batches hold other items if one is missing.
    guard batch == nil else { return try blocksWeighTheirItems(unit: unit) }
    let one = try record(whole) { ($0.variant.unit, $0.engine) = (unit, .full) }
    // P counts all items, so the same step needs 7/8 of the rate.
    let other = try record(rest) {
      ($0.variant.unit, $0.engine, $0.learningRate) = (unit, .full, 5 * 7.0 / 8)
    }
    #expect(largestDifference(try one.followedPredictions(), try other.followedPredictions()) < 1e-12)
    #expect(largestDifference(one.losses, other.losses.map { $0 * 7 / 8 }) < 1e-12)
  }

  /// In batches each block is a mean over its items, whose errors count f times: one item with f = 2 in batches of one learns as
  /// with twice the rate.
  private func blocksWeighTheirItems(unit: HiddenUnit) throws {
    let twice = try record(data(frequencies: Array(repeating: 2, count: 8))) {
      ($0.variant.unit, $0.variant.batchSize) = (unit, 1)
    }
    let faster = try record(data()) { ($0.variant.unit, $0.variant.batchSize, $0.learningRate) = (unit, 1, 10) }
    #expect(largestDifference(try twice.followedPredictions(), try faster.followedPredictions()) < 1e-11)
  }

  /// Whole frequencies are the same as repeated rows.
  @Test(arguments: [HiddenUnit.linear, .tanh], [false, true])
  func wholeFrequenciesAreRepeatedRows(unit: HiddenUnit, bias: Bool) throws {
    let frequencies = [3.0, 1, 1, 2, 1, 1, 1, 4]
    let shown = try data(frequencies: frequencies)
    let rows = frequencies.indices.flatMap { Array(repeating: $0, count: Int(frequencies[$0])) }
    let repeated = try Dataset(
      identifier: "repeated", items: rows.enumerated().map { "\($0.offset) \(shown.items[$0.element])" },
      features: shown.features, inputs: Matrix(rows.map { Matrix.identity(8).row($0) }),
      targets: Matrix(rows.map(shown.targets.row)), probe: shown.probe)
    let one = try record(shown) { ($0.variant.unit, $0.variant.hasBiases) = (unit, bias) }
    let other = try record(repeated) {
      ($0.variant.unit, $0.variant.hasBiases, $0.learningRate) = (unit, bias, 5 * Double(rows.count) / 8)
    }
    // Sums of 14 instead of 8, while modes grow by 1e10.
    #expect(largestDifference(try one.followedPredictions(), try other.followedPredictions()) < 1e-10)
    #expect(largestDifference(one.losses, other.losses.map { $0 * Double(rows.count) / 8 }) < 1e-10)
    if unit == .linear, !bias {
      let (left, right) = (try one.targetMap(), try other.targetMap())
      #expect(try one.learnedTargets().count == other.learnedTargets().count)
      #expect(largestDifference(try one.learnedTargets(), try other.learnedTargets()) < 1e-9)
      #expect(abs(left.frobeniusNorm - right.frobeniusNorm) < 1e-9)
    }
  }

  /// The theory of white inputs, XᵀFX = cI: predictions, losses and similarities, as exact as that of one-hot inputs (at
  /// γ = 1e-12, where only rounding is left; it grows with the weights).
  @Test(arguments: ["orthogonal", "hadamard", "24 × 8", "equal frequencies", "decay"])
  func theoryOfWhiteInputs(kind: String) throws {
    let features = 10_000
    let labels = try data(features: features)
    let whole: Dataset
    var strength = 1.0
    switch kind {
    case "hadamard":
      strength = 8
      let pair = Matrix([[1, 1], [1, -1]])
      whole = try data(inputs: Self.kronecker(pair, Self.kronecker(pair, pair)), features: features)
    case "24 × 8":
      strength = 4
      let inputs = 2 * (try orthonormal(rows: 24, columns: 8))
      let targets = 0.5 * (inputs * labels.targets)
      whole = try Dataset(
        identifier: "samples", items: (1...24).map { "sample-\($0)" }, features: labels.features, inputs: inputs,
        targets: targets)
    case "equal frequencies":
      strength = 2.5
      whole = try data(frequencies: Array(repeating: 2.5, count: 8), features: features)
    default: whole = try data(inputs: orthonormal(rows: 8, columns: 8), features: features)
    }
    #expect(isApproximately(try #require(whole.itemInputs.strength), strength, within: 1e-11))
    let run = try record(whole) {
      let rate = 0.0025 / strength.squareRoot() * Double(whole.itemCount * whole.featureCount) / 2
      ($0.learningRate, $0.initializationScale, $0.epochs) = (rate, 1e-12, 250)
      if kind == "decay" { $0.variant.decay = 20 * 2 / Double(whole.itemCount * whole.featureCount) }
    }
    let course = try #require(try run.theory().course)
    let predictions = try run.followedPredictions()
    let scale = predictions.reduce(1) { max($0, $1.magnitude) }
    #expect(largestDifference(course.predictions, predictions) < 1e-9 * scale)
    #expect(largestDifference(course.losses, run.losses) < 1e-9)
    #expect(try course.halfRiseEpochs == run.halfRiseEpochs())
    let largest = run.representationalSimilarities[0][250].largestMagnitude
    try course.forEachSimilarity(at: [80, 120, 200, 250]) { place, matrix in
      let measured = run.representationalSimilarities[0][[80, 120, 200, 250][place]]
      #expect(largestDifference(matrix, measured) < 1e-9 * largest)
    }
    // A prediction before the run says the same.
    let forecast = try LearningForecast(of: run.plan, on: whole)
    let until = forecast.modes.map { $0.halfRiseEpoch ?? .max <= 250 ? $0.halfRiseEpoch : nil }
    #expect(until == (try run.halfRiseEpochs()))
  }

  private static func kronecker(_ one: Matrix, _ other: Matrix) -> Matrix {
    var result = Matrix(rows: one.rows * other.rows, columns: one.columns * other.columns)
    for row in 0..<result.rows {
      for column in 0..<result.columns {
        result[row, column] =
          one[row / other.rows, column / other.columns] * other[row % other.rows, column % other.columns]
      }
    }
    return result
  }

  /// Without a hidden layer the solution is exact for any inputs, frequencies, weight decay and initial weights.
  @Test(arguments: ["correlated", "dependent", "frequencies", "few"], [0, 2e-4])
  func shallowIsExactForAnyInputs(kind: String, decay: Double) throws {
    var inputs = Matrix.identity(8) + 0.3 * scatteredMatrix(rows: 8, columns: 8, seed: 12)
    if kind == "dependent" { for row in 0..<8 { inputs[row, 7] = inputs[row, 0] } }
    if kind == "few" { inputs = inputs.columns(0..<3) }
    let frequencies: [Double]? = kind == "frequencies" ? [2, 1, 0, 0.5, 1, 1, 1, 3] : nil
    let whole = try data(inputs: kind == "frequencies" ? nil : inputs, frequencies: frequencies)
    let run = try record(whole) {
      ($0.hiddenWidths, $0.learningRate, $0.initializationScale) = ([], nil, 1)
      $0.variant.decay = decay
    }
    let course = try #require(try run.theory().course)
    // Each of 200 updates rounds; entries are of size 1, the strengths of size 30.
    #expect(largestDifference(course.losses, run.losses) < 1e-12)
    #expect(largestDifference(course.predictions, try run.followedPredictions()) < 1e-11)
    let strengths = try run.modeStrengths()
    for state in [0, 17, 200] { #expect(largestDifference(course.strengths[state], strengths[state]) < 1e-9) }
  }

  /// One hidden layer, any initial weights, inputs and frequencies: with q = [W_1ᵀ; W_2], R = q qᵀ and E = Σ_yx − R_21 Σ_xx an
  /// update is R ← G R Gᵀ, G = I + ε [[0, Eᵀ], [E, 0]]. An independent way to the same numbers.
  @Test(arguments: [1e-3, 1, 5], [false, true])
  func exactLaw(scale: Double, hasFrequencies: Bool) throws {
    let inputs = Matrix.identity(8) + 0.3 * scatteredMatrix(rows: 8, columns: 8, seed: 5)
    let whole = try data(inputs: inputs, frequencies: hasFrequencies ? [2, 1, 0, 0.5, 1, 1, 1, 3] : nil)
    let run = try record(whole) { ($0.learningRate, $0.initializationScale, $0.epochs) = (0.5, scale, 150) }
    let network = run.problem.network
    let rate = run.problem.effectiveRate(for: run.plan.learningRate)
    let shown = Matrix((0..<8).map { row in inputs.row(row).map { $0 * (whole.itemInputs.frequencies?[row] ?? 1) } })
    let moments = shown.transposed * inputs
    let correlation = run.problem.outputTargets * shown
    let (first, second) = (network.weights[0].transposed, network.weights[1])
    let stacked = Matrix((0..<8).map(first.row) + (0..<second.rows).map(second.row))
    var law = stacked * stacked.transposed
    func block(_ rows: Range<Int>, _ columns: Range<Int>) -> Matrix { Matrix(rows.map { Array(law.row($0)[columns]) }) }
    let all = 8..<law.rows
    for epoch in 0...150 {
      let map = block(all, 0..<8)
      let largest = max(1, run.endToEndMaps[epoch].largestMagnitude)
      #expect(largestDifference(map, run.endToEndMaps[epoch]) < 1e-10 * largest)
      let hidden = inputs * block(0..<8, 0..<8) * inputs.transposed
      let similarity = run.representationalSimilarities[0][epoch]
      #expect(largestDifference(hidden, similarity) < 1e-10 * max(1, similarity.largestMagnitude))
      let error = correlation - map * moments
      var update = Matrix.identity(law.rows)
      for row in all {
        for column in 0..<8 {
          update[row, column] += rate * error[row - 8, column]
          update[column, row] += rate * error[row - 8, column]
        }
      }
      law = update * law * update.transposed
    }
  }

  /// The modes go along Σ_yx = YᵀFX and in its order, whatever is W*'s.
  @Test func modesGoAlongTheCorrelation() throws {
    let often = try data().showing(["Oak": 30])
    let run = try record(often) { ($0.learningRate, $0.epochs) = (nil, nil) }
    let values = try often.correlationSingularValues()
    #expect(values[0] > 25 * 0.9 * (1001.0).squareRoot())
    let first = try run.modeContrasts(names: often.contrastNames)[0]
    #expect(first.oneSide + first.otherSide == ["Oak"])
    let epochs = try run.halfRiseEpochs().compactMap(\.self)
    #expect(epochs.count == 8 && epochs[0] < epochs[1])
    // Where it ends is W*, which does not depend on frequencies.
    let distances = run.relativeDistances(to: try run.targetMap())
    #expect(distances[distances.count - 1] < 0.02)
    #expect(largestDifference(try often.targetSingularValues(), try data().targetSingularValues()) < 1e-9)
    #expect(try run.theory().limit == .frequencies)
  }

  /// All items shown four times is the same data at four times the rate: forecast, plateaus and convergence say so.
  @Test func equalFrequenciesAreAFasterRate() throws {
    let plain = try data(features: 300)
    let four = try data(frequencies: Array(repeating: 4, count: 8), features: 300)
    func settings(_ rate: Double, decay: Double = 0) -> TrainingSettings {
      var settings = TrainingSettings()
      (settings.learningRate, settings.initializationScale, settings.epochs) = (rate, 1e-6, 300)
      settings.variant.decay = decay
      return settings
    }
    let one = try LearningForecast(of: settings(12).plan(for: plain), on: plain)
    let other = try LearningForecast(of: settings(3).plan(for: four), on: four)
    #expect(one.stages.map(\.epoch) == other.stages.map(\.epoch) && !one.stages.isEmpty)
    #expect(largestDifference(one.stages.map { 4 * $0.lossPlateau }, other.stages.map(\.lossPlateau)) < 1e-9)
    let (here, there) = (try #require(one.illusion?.plateaus), try #require(other.illusion?.plateaus))
    #expect(largestDifference(here.values, there.values) < 1e-9)
    // With decay the loss ends above 0, and counts as converged there.
    for (dataset, rate, decay) in [(plain, 12.0, 2e-3), (four, 3, 8e-3)] {
      let plan = try settings(rate, decay: decay).plan(for: dataset)
      let problem = try plan.problem(on: dataset)
      let outcome = try OutcomeMeasure(problem, plan.variant, of: dataset).outcome(of: plan, from: problem)
      guard case .converged(let epoch) = outcome.ending else {
        Issue.record("\(outcome.ending)")
        continue
      }
      #expect(epoch > 50 && outcome.finalLoss > 0.01)
    }
  }

  /// The plateaus of a dataset with two white inputs for four items: not of the inputs but of the items.
  @Test func plateausOfWhiteInputs() throws {
    let two = try Dataset(
      identifier: "two", items: ["a", "b", "c", "d"], features: FeatureNames(numbered: 3),
      inputs: Matrix([[1, 1], [1, -1], [-1, 1], [-1, -1]]),
      targets: Matrix([[3, 1, 0], [1, -1, 0], [-1, 1, 0], [-3, -1, 0]]), probe: Probe(item: 3, feature: 0))
    #expect(try #require(two.itemInputs.strength) == 4)
    let run = try two.train { ($0.learningRate, $0.initializationScale, $0.epochs) = (0.1, 1e-6, 400) }
    let (stages, plateaus) = try run.recording.plateaus(of: two)
    #expect(!stages.isEmpty && isApproximately(plateaus.values[plateaus.values.count - 1], -3, within: 1e-9))
    #expect(isApproximately(try run.followedPrediction[400], -3, within: 1e-3))
    // Linear theory has other modes than the responses to the items.
    let other = try two.train { ($0.variant.unit, $0.epochs) = (.tanh, 20) }
    #expect(try other.linearTheory == nil)
    let labels = try data().train { ($0.variant.unit, $0.epochs, $0.learningRate) = (.tanh, 20, 5) }
    #expect(try labels.linearTheory != nil)
  }

  /// Without a hidden layer decay shrinks the map, and what is learned is what is left.
  @Test func decayWithoutAHiddenLayer() throws {
    let plain = try data()
    let run = try record(plain) {
      ($0.hiddenWidths, $0.learningRate, $0.epochs) = ([], nil, 400)
      $0.variant.decay = 2 * 2 / Double(plain.itemCount * plain.featureCount)
    }
    let values = try plain.targetSingularValues()
    #expect(largestDifference(run.targetStrengths, values.map { $0 / 3 }) < 1e-9)
    let course = try #require(try run.theory().course)
    #expect(try course.halfRiseEpochs == run.halfRiseEpochs() && !course.halfRiseEpochs.contains(nil))
    let outcome = try OutcomeMeasure(run.problem, run.plan.variant, of: plain).outcome(of: run.plan, from: run.problem)
    guard case .converged = outcome.ending else {
      Issue.record("\(outcome.ending)")
      return
    }
  }

  /// `showing` gives a rate at which the training is stable, and enough epochs; what suits already stays.
  @Test func showingAnItemMoreOftenSuitsTheRate() throws {
    let plain = try data(features: 10_000)
    let often = try plain.showing(["Oak": 8, "Rose": 0])
    #expect(often.itemInputs.frequencies == [1, 1, 1, 1, 0, 1, 1, 8])
    let plan = try TrainingSettings().plan(for: often)
    #expect(plan.learningRate < 0.5 * (try often.largestStableLearningRate(depth: 2)) && plan.epochs > 250)
    let run = try Recording(training: plan, on: often)
    #expect(run.divergedAtEpoch == nil)
    let known = try run.halfRiseEpochs().compactMap(\.self)
    #expect(known.count == 7)
    let without = try plain.showing(["Rose": 0])
    #expect(try TrainingSettings().plan(for: without).learningRate == 100)
    #expect(try plain.showing(["Oak": 1]) == plain)
    #expect(throws: DatasetError.self) { try plain.showing(["Oka": 1]) }
    #expect(throws: DatasetError.self) { try plain.showing(["Oak": -1]) }
    #expect(throws: DatasetError.self) {
      try plain.showing(Dictionary(uniqueKeysWithValues: plain.items.map { ($0, 0) }))
    }
  }
}

extension Recording {
  fileprivate func learnedTargets() throws -> [Double] { targetStrengths }
}
