internal import Experiments
internal import LearningDynamics
internal import PluginKit

/// How long single runs of a sweep take: the first and the last, of which one may be much larger.
public struct SweepTrial: Sendable {
  /// Seconds for the dataset, its random numbers and the basis.
  public let basis: Double
  /// Seconds for one training.
  public let training: Double

  /// Seconds for a whole sweep by one thread, if all runs are like these.
  public func seconds(of plan: SweepPlan) -> Double {
    Double(plan.sharedCount) * basis + Double(plan.count) * training
  }
}

extension SweepRunner {
  /// Carries out the first run and the last and forgets them, to see how long they take; nil where one is so large that it is not
  /// tried.
  ///
  /// - Returns: the mean of both.
  /// - Throws: what such a run fails of, so that it is known before thousands do; `CancellationError`.
  public func trial() async throws -> SweepTrial? {
    var (basis, training) = (0.0, 0.0)
    for run in [0, plan.count - 1] {
      guard let seconds = try await seconds(of: run) else { return nil }
      basis += seconds.basis / 2
      training += seconds.training / 2
    }
    return SweepTrial(basis: basis, training: training)
  }

  private func seconds(of run: Int) async throws -> (basis: Double, training: Double)? {
    let (shared, own) = run.quotientAndRemainder(dividingBy: plan.ownCount)
    var changed = try plan.sharedRequest(shared)
    try plan.set(own: own, in: &changed)
    let request = changed
    guard let name = request.plugins.first, let descriptor = plan.datasets[name] else { return nil }
    let values = try ParameterValues(descriptor.description.parameters, settings: request.settings)
    if let shape = try descriptor.shape(values) {
      let epochs = request.training.epochs ?? TrainingSettings.Default.epochs
      guard WorkEstimate(shape, request.training, epochs: epochs).multiplications < 2e10 else { return nil }
    }
    return try await ComputingThreads.run { [plan] in
      let clock = ContinuousClock()
      let start = clock.now
      let basis = try SharedBasis(plan, shared)
      let made = clock.now
      _ = try basis.trained(request)
      return ((made - start) / .seconds(1), (clock.now - made) / .seconds(1))
    }
  }
}
