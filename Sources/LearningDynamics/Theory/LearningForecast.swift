internal import GSL
internal import Support

/// What can be said of a training before it is done: rates, spectrum, stages, the illusion's ladder.
///
/// Its initial weights are drawn, because they say where each mode starts from; nothing is trained.
public struct LearningForecast: Encodable, Sendable {
  /// The dataset.
  public let dataset: String
  /// P.
  public let items: Int
  /// N.
  public let features: Int
  /// The training.
  public let plan: TrainingPlan
  /// ε = 2η/(P·N).
  public let effectiveLearningRate: Double
  /// τ = 1/ε, in epochs.
  public let timeConstant: Double
  /// η above which solutions are not stable.
  public let largestStableLearningRate: Double
  /// The modes of the sampled features before sampling, level by level; nil for a dataset that was not sampled.
  public let levels: [Level]?
  /// The modes of the data, the strongest first; those of nothing but rounding are left out.
  public let modes: [Mode]
  /// Modes that are learned together, in the order in which they are; empty where no theory holds.
  public let stages: [Stage]
  /// The theory that says so: "matrix map"; nil where none holds.
  public let theory: String?
  /// Why none holds.
  public let limit: String?
  /// The epochs until all modes of at least a twentieth of the strongest are learned to 99 %; nil where no theory says, or it
  /// is beyond reckoning.
  public let epochsNeeded: Int?
  /// How many modes count: those of at least a twentieth of the strongest.
  public let relevantModes: Int
  /// The part of the variance that they explain, Σ s² of them by Σ s² of all.
  public let relevantShare: Double
  /// Whether modes are learned one after the other and all of them: there is a hidden layer, and none narrower than there are
  /// modes. Only then does the loss rest on plateaus, and a prediction on its ladder.
  public let hasStages: Bool
  /// The followed prediction of a dataset with a probe.
  public let illusion: Illusion?

  /// A level of the population.
  public struct Level: Encodable, Sendable {
    /// What it tells apart.
    public let name: String
    /// λ.
    public let eigenvalue: Double
    /// s = √(N·λ).
    public let singularValue: Double
    /// The number of modes.
    public let multiplicity: Int
    /// The loss once it and all stronger levels are learned, before sampling.
    public let lossPlateau: Double
    /// The same of this sample.
    public let sampleLossPlateau: Double
    /// The singular values of as many modes of the sample.
    public let sample: [Double]
    /// The mean of these modes' half-rise epochs, where theory says.
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
    /// The loss once they are learned.
    public let lossPlateau: Double
  }

  /// A prediction and its ladder.
  public struct Illusion: Encodable, Sendable {
    /// "Shark has_bones".
    public let probe: String
    /// The range of the feature's values; see ``FeatureScale``.
    public let range: Double
    /// The steps by stage of the sampled data (by level where the levels are known); nil where theory says of none.
    public let ladder: IllusionLadder?
    /// The steps on the tree before sampling, where there are any.
    public let population: IllusionLadder?
    /// The course until the last epoch, where theory says.
    public let course: PredictionCourse?
  }
}

extension LearningForecast {
  /// Reckons what a training will do.
  ///
  /// - Parameters:
  ///   - plan: the training.
  ///   - dataset: what is to be learned.
  /// - Throws: ``TrainingError/startNotFinite``, `GSLError`, `CancellationError`.
  /// - Complexity: as ``TrainingPlan/problem(on:)``, and O(T·k²·min(h, k)) for T epochs until all is learned.
  public init(of plan: TrainingPlan, on dataset: Dataset) throws {
    let problem = try plan.problem(on: dataset)
    let target = try TargetModes(problem)
    let decomposition = target.decomposition
    let values = target.targets
    let rate = dataset.effectiveLearningRate(for: plan.learningRate)

    var course: PredictedCourse?
    var limit: TheoryLimit?
    do {
      let horizon = Self.horizon(plan, dataset, values)
      course = try PredictedCourse(problem, plan, modes: target, epochs: max(plan.epochs, horizon))
    } catch let error as TheoryLimitError {
      limit = error.limit
    }
    let negligible = ModeThreshold.negligible(beside: values.max() ?? 0)
    let halfRises = Self.halfRises(course, problem, decomposition, rate, negligible)
    let count = ModeThreshold.rank(of: values)
    let found =
      course == nil
      ? []
      : LearningStage.stages(
        halfRises: halfRises, riseTimes: values.map { ContinuousMode(target: $0, effectiveRate: rate).riseTime })
    let entries = Double(problem.entryCount)
    let population = try dataset.isOneHot ? dataset.populationSpectrum() : nil

    self.dataset = dataset.identifier
    items = dataset.itemCount
    features = dataset.featureCount
    self.plan = plan
    effectiveLearningRate = rate
    timeConstant = 1 / rate
    largestStableLearningRate = try dataset.largestStableLearningRate(for: plan)
    modes = (0..<count).map { Mode(singularValue: values[$0], halfRiseEpoch: halfRises[$0]) }
    levels = try population.map { try Self.levels(of: $0, in: dataset, values, halfRises, entries) }
    stages = found.enumerated().map { index, stage in
      let learned = Set(found[0...index].flatMap(\.modes))
      let left = values.indices.reduce(0) { learned.contains($1) ? $0 : $0 + values[$1] * values[$1] }
      return Stage(modes: stage.modes, epoch: stage.epoch, lossPlateau: left / entries)
    }
    theory = course?.name
    self.limit = limit?.description
    epochsNeeded = course?.epoch(reaching: 0.99)
    relevantModes = values.count { $0 >= ModeThreshold.relevant(beside: values.first ?? 0) && $0 > negligible }
    let squares = values.map { $0 * $0 }
    let whole = squares.reduce(0, +)
    relevantShare = whole > 0 ? squares.prefix(relevantModes).reduce(0, +) / whole : 0
    hasStages = !plan.isZeroDepth && plan.hiddenWidths.allSatisfy { $0 >= count }
    let staged = hasStages ? course : nil
    illusion =
      dataset.isOneHot
      ? try Self.illusion(
        dataset, decomposition.right, course, last: plan.epochs, found, count, isStaged: staged != nil)
      : nil
  }

  /// When each mode is half learned. Where the course ends before that, of the mode alone: the scalar map from the same start,
  /// or, beyond a million epochs, its closed form.
  private static func halfRises(
    _ course: PredictedCourse?, _ problem: LearningProblem, _ modes: SingularValueDecomposition, _ rate: Double,
    _ negligible: Double
  ) -> [Int?] {
    guard let course else { return modes.singularValues.map { _ in nil } }
    guard problem.network.depth == 2 else { return course.halfRiseEpochs }
    let start = EffectiveStart(problem.network, in: modes).strengths
    return course.halfRiseEpochs.enumerated().map { mode, epoch in
      let target = course.targets[mode]
      guard epoch == nil, target > negligible, start[mode] > 0 else { return epoch }
      let expected = ContinuousMode.discreteHalfRise(of: target, from: start[mode], effectiveRate: rate)
      guard expected < 1_000_000 else { return expected < 1e15 ? Int(expected.rounded()) : nil }
      let map = ModeStrengthMap(target: target, effectiveRate: rate, depth: 2)
      return map.halfRise(from: start[mode], within: 1_100_000)
    }
  }

  /// The epochs to reckon with so that all modes of at least a twentieth of the strongest are learned; none where that would
  /// take more than some seconds.
  private static func horizon(_ plan: TrainingPlan, _ dataset: Dataset, _ values: [Double]) -> Int {
    guard let weakest = ModeThreshold.weakestRelevant(of: values),
      let half = dataset.expectedHalfRise(ofMode: weakest, in: plan)
    else { return 0 }
    let rate = dataset.effectiveLearningRate(for: plan.learningRate)
    // From a half to 99 %: ln(99) times the time constant of the mode, or of the shallow network.
    let rest = log(100) / (plan.isZeroDepth ? rate : rate * weakest)
    let epochs = 1.3 * (half + rest) + 20
    let size = Double(values.count)
    let affordable = plan.isZeroDepth ? 1e8 / size : 1e9 / (size * size * size)
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
      // Every level has modes, so that the levels of the sample are in the same order, or there are none.
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
      ladder: isStaged ? IllusionLadder(of: cell, in: dataset, right: right, groups: groups) : nil,
      population: !isStaged ? nil : tree.map { IllusionLadder(of: values, item: cell.item, on: $0) },
      course: course.map {
        PredictionCourse(predictions: Array($0.predictions.prefix(last + 1)), target: dataset.target(of: cell))
      })
  }
}
