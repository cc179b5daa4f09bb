internal import Experiments
internal import Support

/// How long single runs of a sweep take: the first and the last, of which one may be much larger.
package struct SweepTrial: Sendable {
  /// Seconds for the dataset, its random numbers and the basis.
  package let basis: Double
  /// Seconds for one training.
  package let training: Double

  /// Seconds for a whole sweep by one thread, if all runs are like these.
  package func seconds(of plan: SweepPlan) -> Double {
    Double(plan.sharedCount) * basis + Double(plan.count) * training
  }
}

extension SweepRunner {
  /// Carries out the first run and the last and forgets them, to see how long they take.
  ///
  /// - Returns: the mean of both; nil where one is so large that it is not tried, see ``reckoned()``.
  /// - Throws: what such a run fails of, so that it is known before thousands do; `CancellationError`.
  package func trial() async throws -> SweepTrial? {
    guard try RunSize(plan).work < 2e10 else { return nil }
    var (basis, training) = (0.0, 0.0)
    for run in [0, plan.count - 1] {
      let seconds = try await seconds(of: run)
      basis += seconds.basis / 2
      training += seconds.training / 2
    }
    return SweepTrial(basis: basis, training: training)
  }

  /// Seconds for the whole sweep by one thread, if all runs are like the largest and a processor does twenty thousand million
  /// multiplications a second, of those that `WorkEstimate` counts: what it did for networks of 30 to 500 hidden units.
  package func reckoned() throws -> Double { Double(plan.count) * (try RunSize(plan).work) / 2e10 }

  private func seconds(of run: Int) async throws -> (basis: Double, training: Double) {
    let (shared, own) = run.quotientAndRemainder(dividingBy: plan.ownCount)
    var changed = try plan.sharedRequest(shared)
    try plan.set(own: own, in: &changed)
    return try await ComputingThreads.run { [plan, request = changed] in
      let clock = ContinuousClock()
      let start = clock.now
      let basis = try SharedBasis(plan, shared)
      let made = clock.now
      _ = try basis.trained(request)
      return ((made - start) / .seconds(1), (clock.now - made) / .seconds(1))
    }
  }
}
