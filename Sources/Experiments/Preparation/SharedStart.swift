internal import GSL
public import LearningDynamics
public import PluginKit
internal import Support

/// What trainings share that differ in η, γ and epochs only: the dataset, the random numbers of the network, and the basis of
/// their span.
///
/// Runs, the live page and sweeps all make their datasets here. The page keeps starts with the numbers of their networks: a
/// move of one of the three then samples no data, draws no weights and makes no basis again.
public final class SharedStart: Sendable {
  /// The dataset, with the cell to follow.
  public let dataset: Dataset
  /// The values of the dataset's own parameters.
  public let values: ParameterValues
  /// How the data were read, where that may not be what was meant.
  let notes: [String]

  private let known = Mutex<[ScaledProblems]>([])
  private let mostKnown: Int

  /// Makes the dataset of a request.
  ///
  /// - Parameters:
  ///   - descriptor: the dataset's plugin.
  ///   - request: its settings, seed, convention and probe count.
  ///   - networks: of how many networks the numbers are kept, the last ones. None by default: in a single run no network is
  ///     made twice, and what is kept lasts as long as the run's plan.
  ///   - refuse: throws where a shape is too large, before anything is sampled; it is asked where the plugin knows the shape.
  /// - Throws: `SettingsError` and ``PlanError`` for what cannot be meant, `DatasetError` for a dataset that does not fit
  ///   together, `GSLError` without memory for a generator; what `refuse` throws.
  public init(
    _ descriptor: DatasetDescriptor, _ request: RunRequest, keeping networks: Int = 0,
    refuse: (DatasetShape) throws -> Void
  ) throws {
    let identifier = descriptor.description.identifier
    mostKnown = networks
    values = try ParameterValues(descriptor.description.parameters, settings: request.settings)
    notes = descriptor.notes
    if let shape = try descriptor.shape(values) { try refuse(shape) }
    var sampler = try DataSampler(seed: request.training.seed, convention: request.training.sampling)
    let made = try descriptor.makeDataset(values, &sampler)
    dataset = try request.probe.map(made.probing) ?? made
    guard dataset.identifier == identifier else {
      throw PlanError.otherIdentifier(plugin: identifier, dataset: dataset.identifier)
    }
  }

  /// The shape of the dataset.
  public var shape: DatasetShape {
    DatasetShape(items: dataset.itemCount, features: dataset.featureCount, inputs: dataset.inputs.columns)
  }

  /// What it takes in memory now, in bytes.
  public var byteCount: Int {
    8 * (dataset.targets.elements.count + dataset.inputs.elements.count)
      + known.withLock { $0.reduce(0) { $0 + $1.byteCount } }
  }

  /// The problem of a training: the one of `TrainingPlan.problem(on:)`, to the last bit.
  ///
  /// Numbers are kept where the engine reduces only: of all features they would be as large as the network.
  ///
  /// - Throws: as `TrainingPlan.problem(on:)`.
  /// - Complexity: O(P·(P + h)) where the numbers are known, else as `TrainingPlan.problem(on:)`.
  public func problem(for plan: TrainingPlan) throws -> LearningProblem {
    guard mostKnown > 0, let scale = plan.initialization.scale else { return try plan.problem(on: dataset) }
    if let known = known.withLock({ $0.first { $0.serves(plan) } }) { return try known.problem(scale: scale) }
    let problems = try ScaledProblems(plan, on: dataset)
    if problems.isReduced { known.withLock { $0 = $0.suffix(mostKnown - 1) + [problems] } }
    return try problems.problem(scale: scale)
  }
}
