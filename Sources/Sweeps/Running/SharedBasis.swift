internal import Experiments
internal import LearningDynamics
internal import PluginKit

/// What the runs of one combination of the shared axes have in common: the dataset, its random numbers and basis, and what is
/// measured of a training.
struct SharedBasis: Sendable {
  private let prepared: PreparedDataset
  private let problems: ScaledProblems
  private let measure: OutcomeMeasure

  /// Makes the dataset, draws the numbers and builds the basis.
  ///
  /// - Throws: `DatasetError`, `PlanError` and `SettingsError` for settings that make no dataset or too large a run, `GSLError`,
  ///   `CancellationError`.
  init(_ plan: SweepPlan, _ index: Int) throws {
    let request = try plan.sharedRequest(index)
    guard let name = request.plugins.first, let descriptor = plan.datasets[name] else {
      preconditionFailure("every run has a dataset")
    }
    prepared = try PreparedDataset(descriptor, request: request)
    problems = try ScaledProblems(prepared.mainPlan, on: prepared.dataset)
    // At any scale the measure is the same.
    measure = try OutcomeMeasure(problems.problem(scale: 0), of: prepared.dataset)
  }

  /// How much memory a run on it takes at most, in bytes.
  var memory: Int { prepared.memory.bytes }

  /// Trains one run.
  ///
  /// - Throws: `TrainingError` for weights that overflow, `GSLError`, `CancellationError`.
  func trained(_ request: RunRequest) throws -> RunRow.Trained {
    let plan = try request.training.plan(for: prepared.dataset)
    guard case .scaledNormal(let scale) = plan.initialization else {
      preconditionFailure("a run starts from scaled normal weights")
    }
    return RunRow.Trained(
      plan: plan, effectiveRate: prepared.dataset.effectiveLearningRate(for: plan.learningRate),
      stableRate: prepared.largestStableLearningRate,
      outcome: try measure.outcome(of: plan, from: try problems.problem(scale: scale)))
  }
}
