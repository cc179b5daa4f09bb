internal import LearningDynamics
internal import Support
internal import Sweeps

/// Tells how far a sweep is, how fast it goes, and how long it will take: on a terminal, ten times a second.
final class ProgressMeter: Sendable {
  private let start = ContinuousClock.now
  private let shown = Mutex<ContinuousClock.Instant?>(nil)

  /// Shows a progress if it is time to.
  func show(_ progress: SweepRunner.Progress) {
    let now = ContinuousClock.now
    shown.withLock { shown in
      if let last = shown, now - last < .milliseconds(100), progress.done < progress.total { return }
      shown = now
      Console.progress(text(progress, after: (now - start) / .seconds(1)))
    }
  }

  private func text(_ progress: SweepRunner.Progress, after seconds: Double) -> String {
    let place = "\(progress.done.grouped) of \(progress.total.grouped) runs"
    let computed = Double(progress.done - progress.before)
    guard computed > 0, seconds > 0 else { return place }
    let rate = computed / seconds
    let left = SweepText.duration(Double(progress.total - progress.done) / rate)
    let speed =
      rate >= 10
      ? "\(Int(rate).grouped) a second"
      : rate >= 1
        ? "\(rate.significant(2)) a second"
        : "\((60 * rate).significant(2)) a minute"
    return "\(place), \(speed), \(left) left"
  }
}
