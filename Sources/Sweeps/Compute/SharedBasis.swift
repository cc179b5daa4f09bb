internal import Experiments
internal import GSL
internal import LearningDynamics
internal import PluginKit

/// What the runs of one combination of the shared axes have in common: the dataset, its random numbers and basis, and what is
/// measured of a training.
struct SharedBasis: Sendable {
  private let dataset: Dataset
  private let problems: ScaledProblems
  private let measure: OutcomeMeasure

  /// Makes the dataset, draws the numbers and builds the basis.
  ///
  /// - Throws: `DatasetError`, `PlanError` and `SettingsError` for settings that make no dataset,
  ///   ``SweepError/tooLarge(dataset:estimate:available:)``, `GSLError`, `CancellationError`.
  init(_ plan: SweepPlan, _ index: Int) throws {
    let request = try plan.sharedRequest(index)
    guard let name = request.plugins.first, let descriptor = plan.datasets[name] else {
      preconditionFailure("every run has a dataset")
    }
    let training = request.training
    let values = try ParameterValues(descriptor.description.parameters, settings: request.settings)
    if let shape = try descriptor.shape(values) { try RunSize.requireMemory(for: shape, training, of: name) }
    var sampler = try DataSampler(seed: training.seed, convention: training.sampling)
    let made = try descriptor.makeDataset(values, &sampler)
    dataset = try request.probe.map(made.probing) ?? made
    guard dataset.identifier == name else {
      throw PlanError.otherIdentifier(plugin: name, dataset: dataset.identifier)
    }
    problems = try ScaledProblems(try training.plan(for: dataset), on: dataset)
    // At any scale the measure is the same.
    measure = try OutcomeMeasure(problems.problem(scale: 0), of: dataset)
  }

  /// Trains one run.
  ///
  /// - Throws: `TrainingError` for weights that overflow, `GSLError`, `CancellationError`.
  func trained(_ request: RunRequest) throws -> RunRow.Trained {
    let plan = try request.training.plan(for: dataset)
    guard let scale = plan.initialization.scale else {
      preconditionFailure("a run starts from scaled normal weights")
    }
    return RunRow.Trained(
      plan: plan, effectiveRate: dataset.effectiveLearningRate(for: plan.learningRate),
      stableRate: try dataset.largestStableLearningRate(for: plan),
      outcome: try measure.outcome(of: plan, from: try problems.problem(scale: scale)))
  }
}
