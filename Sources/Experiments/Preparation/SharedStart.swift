internal import GSL
public import LearningDynamics
public import PluginKit
internal import Support

/// The common start of trainings that differ in η, γ and epochs only: the dataset, the random numbers of the network, and
/// the basis of their span.
///
/// Runs, the live page and sweeps all make their datasets here. The page keeps these starts with the numbers of their
/// networks: when one of the three settings changes, no data, weights or basis need to be made again.
public final class SharedStart: Sendable {
  /// The dataset, with its probe.
  public let dataset: Dataset
  /// The values of the dataset's own parameters.
  public let values: ParameterValues
  /// Notes on how the data were read, if other readings are possible.
  let notes: [String]

  /// The main network's weights, which are already being drawn; only one problem can use them.
  private let weights: WeightsAhead?
  private let known = Mutex<[ScaledProblems]>([])
  private let mostKnown: Int

  /// Makes the dataset of a request.
  ///
  /// - Parameters:
  ///   - descriptor: the dataset's plugin.
  ///   - request: its settings, seed, convention, frequencies, history and probe count.
  ///   - networks: for how many networks, the latest ones, the numbers are kept. By default 0: in a single run no network is
  ///     made twice, and kept numbers stay in memory as long as the run's plan.
  ///   - drawsAhead: whether to draw the main network's weights while the dataset is made, on another processor. By default not.
  ///   - refuse: throws for a shape that is too large, before anything is sampled; it is called if the plugin knows the shape.
  /// - Throws: `SettingsError` and ``PlanError`` for an invalid request, `DatasetError` for an inconsistent dataset,
  ///   `GSLError` without memory for a generator; any error of `refuse`.
  public init(
    _ descriptor: DatasetDescriptor, _ request: RunRequest, keeping networks: Int = 0,
    drawingAhead drawsAhead: Bool = false,
    refuse: (DatasetShape) throws -> Void
  ) throws {
    let identifier = descriptor.description.identifier
    mostKnown = networks
    values = try ParameterValues(descriptor.description.parameters, settings: request.settings)
    notes = descriptor.notes
    var weights: WeightsAhead?
    if var shape = try descriptor.shape(values) {
      shape.targetCount += request.history.phases.count { $0.setsTargets }
      try refuse(shape)
      if drawsAhead {
        weights = request.training.weightsAhead(
          items: shape.items * shape.targetCount, features: shape.features, inputs: shape.inputs,
          recommendedWidth: shape.hiddenWidth)
      }
    }
    self.weights = weights
    dataset = try descriptor.dataset(
      values, seed: request.training.seed, convention: request.training.sampling,
      change: { made in
        let shown = request.frequencies.isEmpty ? made : try made.showing(request.frequencies)
        return try request.probe.map(shown.probing) ?? shown
      }, history: request.history)
    guard dataset.identifier == identifier else {
      throw PlanError.otherIdentifier(plugin: identifier, dataset: dataset.identifier)
    }
  }

  public var shape: DatasetShape {
    var shape = DatasetShape(dataset)
    if !dataset.phases.isEmpty { shape.targetCount = dataset.taughtTargets.matrices.count }
    return shape
  }

  /// Its present size in memory, in bytes.
  public var byteCount: Int {
    8 * (dataset.targets.elements.count * shape.targetCount + dataset.inputs.elements.count)
      + known.withLock { $0.reduce(0) { $0 + $1.byteCount } } + (weights?.byteCount ?? 0)
  }

  /// The problem of a training: the same as `TrainingPlan.problem(on:)`, bit by bit.
  ///
  /// Numbers are kept only if the engine reduces: for all features they would be as large as the network.
  ///
  /// - Throws: as `TrainingPlan.problem(on:)`.
  /// - Complexity: O(P·(P + h)) if the numbers are kept, else as `TrainingPlan.problem(on:)`.
  public func problem(for plan: TrainingPlan) throws -> LearningProblem {
    guard mostKnown > 0, let scale = plan.initialization.scale else {
      return try plan.problem(on: dataset, from: weights)
    }
    if let known = known.withLock({ $0.first { $0.serves(plan) } }) {
      return try known.problem(scale: scale, ratio: plan.variant.layerRatio)
    }
    let problems = try ScaledProblems(plan, on: dataset, from: weights)
    if problems.isReduced { known.withLock { $0 = $0.suffix(mostKnown - 1) + [problems] } }
    return try problems.problem(scale: scale, ratio: plan.variant.layerRatio)
  }
}
