internal import Experiments
internal import GSL
internal import LearningDynamics
internal import PluginKit
internal import Support

/// The bases in use, each made once by the first thread that needs it, while other threads wait for it.
final class SharedBases: Sendable {
  private let plan: SweepPlan
  private let known: Mutex<[(index: Int, entry: Entry)]>
  /// The most bases kept.
  private let capacity: Int

  /// A basis that is being made, or finished.
  private final class Entry: Sendable {
    let value = Mutex<Result<SharedBasis, any Error>?>(nil)
  }

  /// Bases of a plan; the most recently requested ones are kept.
  init(_ plan: SweepPlan, capacity: Int) {
    self.plan = plan
    self.capacity = capacity
    known = Mutex([])
  }

  /// A basis by its index.
  ///
  /// - Throws: as ``SharedBasis/init(_:_:)``; repeated for every request.
  func basis(_ index: Int) throws -> SharedBasis {
    let entry = known.withLock { known in
      let place = known.firstIndex { $0.index == index }
      let entry = place.map { known.remove(at: $0).entry } ?? Entry()
      known.append((index, entry))
      if known.count > capacity { known.removeFirst() }
      return entry
    }
    return try entry.value.withLock { value in
      if let value { return value }
      // A sweep keeps the processors busy with its runs.
      let made = Result { try WorkAside.$isWithoutHelp.withValue(true) { try SharedBasis(plan, index) } }
      // An interruption is not a failure.
      if case .failure(let error) = made, error is CancellationError { return made }
      value = made
      return made
    }.get()
  }
}

/// The data shared by the runs of one combination of the shared axes: the dataset, its random numbers and basis, and the
/// outcome measure.
struct SharedBasis: Sendable {
  private let dataset: Dataset
  private let problems: ScaledProblems
  private let measure: OutcomeMeasure

  /// Makes the dataset, draws the numbers and builds the basis.
  ///
  /// - Throws: `DatasetError`, `PlanError` and `SettingsError` for settings that make no dataset,
  ///   ``SweepError/tooLarge(_:)``, `GSLError`, `CancellationError`.
  init(_ plan: SweepPlan, _ index: Int) throws {
    let request = try plan.sharedRequest(index)
    guard let name = request.plugins.first, let descriptor = plan.datasets[name] else {
      preconditionFailure("every run has a dataset")
    }
    let training = request.training
    dataset = try SharedStart(descriptor, request) { shape in
      try RunSize.requireMemory(for: shape, training, of: name)
    }.dataset
    problems = try ScaledProblems(try training.plan(for: dataset), on: dataset)
    // The measure does not depend on the scale.
    measure = try OutcomeMeasure(problems.problem(scale: 0), training.variant, of: dataset)
  }

  /// Trains one run.
  ///
  /// - Throws: `TrainingError` for weights that overflow, `GSLError`, `CancellationError`.
  func trained(_ request: RunRequest) throws -> RunRow.Trained {
    let plan = try request.training.plan(for: dataset)
    // Weights that are not drawn have no scale.
    let scale = plan.initialization.scale ?? 1
    return RunRow.Trained(
      plan: plan, effectiveRate: dataset.effectiveLearningRate(for: plan.learningRate),
      stableRate: try dataset.largestStableLearningRate(for: plan),
      outcome: try measure.outcome(of: plan, from: try problems.problem(scale: scale, ratio: plan.variant.layerRatio)))
  }
}
