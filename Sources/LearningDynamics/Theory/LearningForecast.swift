internal import GSL
internal import Support

/// Predictions about a training before it is run: rates, spectrum, stages, the illusion's plateaus.
///
/// The initial weights are drawn, because they determine the initial mode strengths, but nothing is trained.
public struct LearningForecast: Encodable, Sendable {
  public let dataset: String
  /// P.
  public let items: Int
  /// N.
  public let features: Int
  public let plan: TrainingPlan
  /// ε = 2η/(P·N).
  public let effectiveLearningRate: Double
  /// τ = 1/ε, in epochs.
  public let timeConstant: Double
  /// The largest stable η.
  public let largestStableLearningRate: Double
  /// The modes of the sampled features before sampling, level by level; nil for a dataset that was not sampled.
  public let levels: [Level]?
  /// The modes of the data, the strongest first, without those that are only rounding.
  public let modes: [Mode]
  /// The stages: modes that are learned together, in the order of learning; empty if no theory applies.
  public let stages: [Stage]
  /// The theory used: "matrix map"; nil if none applies.
  public let theory: String?
  /// Why no theory applies.
  public let limit: String?
  /// The epochs until all relevant modes (at least a twentieth of the strongest) are learned to 99 %; nil if no theory
  /// applies, or if there are too many epochs to compute.
  public let epochsNeeded: Int?
  /// The number of relevant modes: those of at least a twentieth of the strongest.
  public let relevantModes: Int
  /// The share of the variance that they explain, their Σ s² divided by Σ s² of all.
  public let relevantShare: Double
  /// Whether all modes are learned, one after the other: there is a hidden layer, none has fewer units than there are
  /// modes, and the
  /// training is plain (``LearningVariant/isPlain``). Only then do the loss and predictions have plateaus.
  public let hasStages: Bool
  /// The prediction for the probe, if the dataset has one.
  public let illusion: Illusion?
  /// When to stop, for a dataset whose true map is known and a training for which a theory applies.
  public let bestStop: BestStop?
  /// A sentence for each phase of a history, with how learning will stall; the other predictions are then for the first phase.
  public let history: [String]?

  /// A level of the population.
  public struct Level: Encodable, Sendable {
    public let name: String
    /// λ.
    public let eigenvalue: Double
    /// s = √(N·λ).
    public let singularValue: Double
    /// The number of modes.
    public let multiplicity: Int
    /// The loss after it and all stronger levels are learned, before sampling.
    public let lossPlateau: Double
    /// The same for this sample.
    public let sampleLossPlateau: Double
    /// The singular values of the corresponding modes of the sample.
    public let sample: [Double]
    /// The mean of these modes' half-rise epochs, if a theory applies.
    public let halfRiseEpoch: Double?
  }

  /// A mode of the data.
  public struct Mode: Encodable, Sendable {
    /// s.
    public let singularValue: Double
    /// The first state at which it is at least half learned.
    public let halfRiseEpoch: Int?
  }

  /// Modes that are learned together.
  public struct Stage: Encodable, Sendable {
    /// The modes, from 0.
    public let modes: [Int]
    /// The mean epoch of their half-rise, rounded.
    public let epoch: Int
    /// The loss after they are learned.
    public let lossPlateau: Double
  }

  /// A prediction and its plateaus.
  public struct Illusion: Encodable, Sendable {
    /// "Shark has_bones".
    public let probe: String
    /// The range of the feature's values; see ``FeatureScale``.
    public let range: Double
    /// The plateaus by stage of the sampled data (by level if the levels are known); nil if theory predicts none.
    public let plateaus: PredictionPlateaus?
    /// The plateaus on the tree before sampling, if there are any.
    public let population: PredictionPlateaus?
    /// The course until the last epoch, if a theory applies.
    public let course: PredictionCourse?
  }
}

extension Dataset {
  /// A sentence for each phase, with what it can build on.
  fileprivate func historyForecast(_ plan: TrainingPlan) throws(GSLError) -> [String] {
    let knowledge = try oldKnowledge(for: plan)
    return historyWords.enumerated().map { phase, words in
      guard phase > 0, knowledge.indices.contains(phase - 1), knowledge[phase - 1].unhelpedCount > 0 else {
        return words
      }
      let known = knowledge[phase - 1]
      return "\(words); \(OldKnowledge.words(unhelped: known.unhelpedCount, of: known.modeCount))"
    }
  }
}

extension LearningForecast {
  /// Predicts a training.
  ///
  /// For a history it predicts the first phase, and what each later phase can build on.
  ///
  /// - Parameters:
  ///   - whole: the training.
  ///   - taught: the dataset.
  /// - Throws: ``TrainingError/startNotFinite``, `GSLError`, `CancellationError`.
  ///
  /// - Complexity: as ``TrainingPlan/problem(on:)``, and O(T·k²·min(h, k)) for T epochs until all is learned.
  public init(of whole: TrainingPlan, on taught: Dataset) throws {
    let hasPhases = !taught.phases.isEmpty
    let plan = hasPhases ? whole.alone(inPhase: 0) : whole
    let first = hasPhases ? taught.taught(inPhase: 0) : taught
    history = hasPhases ? try taught.historyForecast(whole) : nil
    let problem = try plan.problem(on: first).read(by: plan.variant)
    let dataset = first.read(by: plan.variant)
    let target = try LearnedModes(problem)
    let decomposition = target.decomposition
    // The modes of the data, whatever decay leaves of them.
    let values = target.dataStrengths
    let rate = dataset.effectiveLearningRate(for: plan.learningRate)

    var course: PredictedCourse?
    var limit: TheoryLimit?
    do {
      let horizon = Self.horizon(plan, dataset, target.targets)
      course = try PredictedCourse(problem, plan, modes: target, epochs: max(plan.epochs, horizon))
    } catch let error as TheoryLimitError {
      limit = error.limit
    }
    let negligible = ModeThreshold.negligible(beside: values.max() ?? 0)
    let modeRate = rate * (problem.itemInputs.strength ?? 1)
    let halfRises = Self.halfRises(course, problem, decomposition, modeRate, negligible)
    let count = ModeThreshold.rank(of: values.sorted(by: >))
    // Modes go along Σ_yx: for inputs that are not white they are not in the order of their strengths.
    let known = values.indices.filter { values[$0] > negligible }
    let found =
      course == nil || problem.itemInputs.strength == nil
      ? []
      : LearningStage.stages(
        halfRises: halfRises, riseTimes: values.map { ContinuousMode(target: $0, effectiveRate: modeRate).riseTime })
    let entries = Double(problem.entryCount)
    let isWhite = dataset.itemInputs.strength != nil
    let population = try dataset.populationSpectrum()

    self.dataset = dataset.identifier
    items = dataset.itemCount
    features = dataset.featureCount
    self.plan = plan
    effectiveLearningRate = rate
    timeConstant = 1 / rate
    largestStableLearningRate = try dataset.largestStableLearningRate(for: plan)
    modes = known.map { Mode(singularValue: values[$0], halfRiseEpoch: halfRises[$0]) }
    levels = try population.map { try Self.levels(of: $0, in: dataset, values, halfRises, entries) }
    let shrinkage = course?.shrinkage ?? 0
    let strength = problem.itemInputs.strength ?? 1
    let rest = course?.inexplicable ?? 0
    stages = found.enumerated().map { index, stage in
      let learned = Set(found[0...index].flatMap(\.modes))
      let left = values.indices.reduce(0) { sum, mode in
        let missing = learned.contains(mode) ? min(shrinkage, values[mode]) : values[mode]
        return sum + missing * missing
      }
      return Stage(modes: stage.modes, epoch: stage.epoch, lossPlateau: (strength * left + rest) / entries)
    }
    theory = course?.name
    self.limit = limit?.description
    epochsNeeded = course?.epoch(reaching: 0.99)
    let relevant = values.filter { $0 >= ModeThreshold.relevant(beside: values.max() ?? 0) && $0 > negligible }
    relevantModes = relevant.count
    let whole = values.reduce(0) { $0 + $1 * $1 }
    relevantShare = whole > 0 ? relevant.reduce(0) { $0 + $1 * $1 } / whole : 0
    hasStages =
      !plan.isShallow && plan.variant.isPlain && dataset.itemInputs.strength != nil
      && plan.hiddenWidths.allSatisfy { $0 >= count }
    bestStop = BestStop((course?.testErrors ?? []).prefix(plan.epochs + 1))
    let staged = hasStages ? course : nil
    illusion =
      isWhite
      ? try Self.illusion(
        dataset, decomposition.right, course, last: plan.epochs, found, count, isStaged: staged != nil)
      : nil
  }

  /// When each mode is half learned. If the course ends before that, the mode is computed alone: with the scalar map from the
  /// same initial strength, or, beyond a million epochs, with its closed form.
  private static func halfRises(
    _ course: PredictedCourse?, _ problem: LearningProblem, _ modes: SingularValueDecomposition, _ rate: Double,
    _ negligible: Double
  ) -> [Int?] {
    guard let course else { return modes.singularValues.map { _ in nil } }
    // The maps of single modes are for training without decay.
    guard problem.network.depth == 2, course.shrinkage == 0 else { return course.halfRiseEpochs }
    let start = InitialModeStrengths(problem.network, in: modes).strengths
    return course.halfRiseEpochs.enumerated().map { mode, epoch in
      let target = course.targets[mode]
      guard epoch == nil, target > negligible, start[mode] > 0 else { return epoch }
      let expected = ContinuousMode.discreteHalfRise(of: target, from: start[mode], effectiveRate: rate)
      guard expected < 1_000_000 else { return expected < 1e15 ? Int(expected.rounded()) : nil }
      let map = ModeStrengthMap(target: target, effectiveRate: rate, depth: 2)
      return map.halfRise(from: start[mode], within: 1_100_000)
    }
  }

  /// The number of epochs to compute so that all relevant modes are learned; nil if that would take more than some seconds.
  private static func horizon(_ plan: TrainingPlan, _ dataset: Dataset, _ values: [Double]) -> Int {
    if plan.isShallow, dataset.itemInputs.strength == nil {
      // The slowest direction of the inputs, to a hundredth.
      let rate = dataset.effectiveLearningRate(for: plan.learningRate)
      guard let slowest = try? dataset.itemInputs.smallestMoment(), rate * slowest > 0, rate * slowest < 1 else {
        return 0
      }
      let epochs = 1.3 * log(100) / -log1p(-rate * slowest) + 20
      return epochs <= 1e8 / Double(values.count * values.count) ? Int(epochs) : 0
    }
    guard let weakest = ModeThreshold.weakestRelevant(of: values),
      let half = dataset.expectedHalfRise(ofMode: weakest, in: plan)
    else { return 0 }
    let rate = dataset.effectiveLearningRate(for: plan.learningRate) * (dataset.itemInputs.strength ?? 1)
    // From a half to 99 %: ln(99) times the time constant of the mode, or of the shallow network.
    let rest = log(100) / (plan.isShallow ? rate : rate * weakest)
    let epochs = 1.3 * (half + rest) + 20
    let size = Double(values.count)
    let affordable = plan.isShallow ? 1e8 / size : 1e9 / (size * size * size)
    return epochs <= affordable ? Int(epochs) : 0
  }

  private static func levels(
    of population: PopulationSpectrum, in dataset: Dataset, _ values: [Double], _ halfRises: [Int?],
    _ entries: Double
  ) throws -> [Level] {
    let sampled = try dataset.sampledLevels(count: values.count) ?? []
    var first = 0
    return zip(population.levels, population.lossPlateaus).enumerated().map { index, element in
      let (level, plateau) = element
      first += level.multiplicity
      // Every level has modes, so the levels of the sample are in the same order, or there are none.
      let found = sampled.indices.contains(index) ? sampled[index] : nil
      return Level(
        name: level.name, eigenvalue: level.eigenvalue,
        singularValue: level.singularValue(features: dataset.features.numbered), multiplicity: level.multiplicity,
        lossPlateau: plateau,
        sampleLossPlateau: values.dropFirst(first).reduce(0) { $0 + $1 * $1 } / entries,
        sample: (found?.modes ?? []).map { values[$0] }, halfRiseEpoch: found?.halfRise(halfRises))
    }
  }

  private static func illusion(
    _ dataset: Dataset, _ right: Matrix, _ course: PredictedCourse?, last: Int, _ stages: [LearningStage], _ count: Int,
    isStaged: Bool
  ) throws -> Illusion? {
    guard let cell = dataset.probe else { return nil }
    let groups =
      try dataset.sampledLevels(count: count)?.map(\.modes)
      ?? (stages.isEmpty ? (0..<count).map { [$0] } : stages.map(\.modes))
    let values = dataset.targets.column(cell.feature)
    let tree = dataset.tree.flatMap { $0.evenLevels == nil || dataset.features.numbered == 0 ? nil : $0 }
    return Illusion(
      probe: dataset.name(of: cell), range: dataset.scale(ofFeature: cell.feature).range,
      plateaus: isStaged ? PredictionPlateaus(of: cell, in: dataset, right: right, groups: groups) : nil,
      population: !isStaged ? nil : tree.map { PredictionPlateaus(of: values, item: cell.item, on: $0) },
      course: course.map {
        PredictionCourse(predictions: Array($0.predictions.prefix(last + 1)), target: dataset.target(of: cell))
      })
  }
}
