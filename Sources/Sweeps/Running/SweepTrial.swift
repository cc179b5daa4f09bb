internal import Experiments
internal import LearningDynamics
internal import PluginKit

/// How long the first run of a sweep takes.
public struct SweepTrial: Sendable {
  /// Seconds for the dataset, its random numbers and the basis.
  public let basis: Double
  /// Seconds for one training.
  public let training: Double

  /// Seconds for a whole sweep by one thread, if all runs are like this one.
  public func seconds(of plan: SweepPlan) -> Double {
    Double(plan.sharedCount) * basis + Double(plan.count) * training
  }
}

extension SweepRunner {
  /// Carries out the first run and forgets it, to see how long it takes; nil for one so large that it is not tried.
  ///
  /// - Throws: what such a run fails of, so that it is known before thousands do; `CancellationError`.
  public func trial() async throws -> SweepTrial? {
    var request = try plan.sharedRequest(0)
    try plan.set(own: 0, in: &request)
    guard let name = request.plugins.first, let descriptor = plan.datasets[name] else { return nil }
    let values = try ParameterValues(descriptor.description.parameters, settings: request.settings)
    if let shape = try descriptor.shape(values) {
      let work = WorkEstimate(shape, request.training, epochs: request.training.epochs ?? 250)
      guard work.multiplications < 2e10 else { return nil }
    }
    return try await ComputingThreads.run { [plan, request] in
      let clock = ContinuousClock()
      let start = clock.now
      let basis = try SharedBasis(plan, 0)
      let made = clock.now
      _ = try basis.trained(request)
      return SweepTrial(basis: (made - start) / .seconds(1), training: (clock.now - made) / .seconds(1))
    }
  }
}
