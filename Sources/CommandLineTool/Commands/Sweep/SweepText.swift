internal import Experiments
internal import LearningDynamics
internal import Support
internal import Sweeps

/// Texts about a sweep, for the console.
enum SweepText {
  /// "2,800 runs: eta 20 … 200 (10 values) × gamma …".
  static func size(_ plan: SweepPlan) -> String {
    let dataset = plan.axes.first { $0.setting == .dataset && $0.values.count == 1 }
    let axes = plan.axes.filter { $0 != dataset }.map { "\($0.name) \($0.values.summary)" }
    let subject = dataset.map { " of \($0.values[0])" } ?? ""
    return TextWrapping.wrap("\(runs(plan.count))\(subject): \(axes.joined(separator: " × "))", indent: 2)
  }

  /// How many runs a sweep would have, and about how long it would take.
  static func dryRun(_ runner: SweepRunner, jobs: Int, output: String) async throws -> String {
    let plan = runner.plan
    var lines = [size(plan)]
    let times = plan.sharedCount == 1 ? "once" : "\(plan.sharedCount.grouped) times"
    lines.append(
      TextWrapping.entry(
        "  data", "sampled \(times), with initial weights, for \(runs(plan.ownCount)) each", column: 14))
    if let trial = try await runner.trial() {
      let seconds = trial.seconds(of: plan) / Double(jobs)
      lines.append(
        TextWrapping.entry(
          "  time",
          "about \(duration(seconds)) with \(jobs) in parallel, measured on the first and the last run: "
            + "\(milliseconds(trial.basis)) for data and weights, \(milliseconds(trial.training)) for a training",
          column: 14))
    } else {
      let seconds = try runner.estimatedTime() / Double(jobs)
      lines.append(
        TextWrapping.entry(
          "  time",
          "very roughly \(duration(seconds)) with \(jobs) in parallel, estimated from the size of the largest run",
          column: 14))
    }
    if runner.folder.isThere {
      do {
        let kept = try runner.state().kept
        lines.append(TextWrapping.entry("  done", "\(kept.grouped) of \(runs(plan.count)) in \(output)", column: 14))
      } catch let error as SweepError {
        lines.append(TextWrapping.entry("  folder", error.told(), column: 14))
      }
    }
    lines.append("Nothing was run (--dry-run).")
    return lines.joined(separator: "\n")
  }

  /// The message of a process that has finished its part. The command is on a separate line, to be copied.
  static func partDone(program: String, output: String) -> String {
    "This part is done. When all parts are:\n  \(program) sweep collect \(ShellWord.quoted(output))"
  }

  /// How to compute the missing runs.
  static func goingOn(program: String, _ directory: String) -> String {
    let folder = ShellWord.quoted(directory)
    return "To compute the remaining runs:\n  \(program) sweep --from \(folder) --output \(folder)"
  }

  /// Which runs are missing.
  static func missing(_ state: SweepState) -> String {
    let ranges = state.missingRanges
    let shown = ranges.prefix(12).map { range in
      range.count == 1 ? range.lowerBound.grouped : "\(range.lowerBound.grouped)–\(range.upperBound.grouped)"
    }
    let rest = ranges.count > shown.count ? " and \((ranges.count - shown.count).grouped) more ranges" : ""
    let isOne = state.missingRuns == 1
    return "\(runs(state.missingRuns)) \(isOne ? "is" : "are") missing (\(isOne ? "row" : "rows") "
      + "\(shown.joined(separator: ", "))\(rest))."
  }

  /// "1 run", "2,800 runs".
  static func runs(_ count: Int) -> String { "\(count.grouped) \(count == 1 ? "run" : "runs")" }

  /// "0.6 ms".
  private static func milliseconds(_ seconds: Double) -> String {
    "\((1e3 * seconds).significant(seconds < 0.1 ? 2 : 3)) ms"
  }

  /// "12 s", "5 min", "3.2 h", "12 days".
  static func duration(_ seconds: Double) -> String {
    switch seconds {
    case ..<0.95: "\(max(seconds, 0.1).significant(1)) s"
    case ..<99.5: "\(Int(seconds.rounded())) s"
    case ..<5_970: "\(Int((seconds / 60).rounded())) min"
    case ..<172_800: "\((seconds / 3600).significant(2)) h"
    default: "\(Int((seconds / 86_400).rounded()).grouped) days"
    }
  }
}

extension SweepText {
  /// The summary of a sweep on a dataset.
  static func found(_ dataset: SweepSummary.Dataset) -> String {
    var lines = ["\(dataset.name): \(runs(dataset.runs))"]
    func add(_ name: String, _ text: String) { lines.append(TextWrapping.entry("  \(name)", text, column: 17)) }
    add(
      "converged",
      dataset.converged.grouped
        + (dataset.fastest.map { ", the fastest at epoch \(Int($0.value).grouped)\(place($0))" } ?? ""))
    if dataset.notConverged > 0 { add("not converged", "\(dataset.notConverged.grouped) within their epochs") }
    if dataset.diverged > 0 { add("diverged", dataset.diverged.grouped) }
    if dataset.unstable > 0 {
      add("unstable", "\(dataset.unstable.grouped): η above the largest stable learning rate (theory)")
    }
    if dataset.failed > 0 { add("failed", dataset.failed.grouped) }
    if let least = dataset.leastStaged, let most = dataset.mostStaged, least == most {
      add("stages", "staging index \(least.value.significant(3))\(place(least))")
    } else if let least = dataset.leastStaged, let most = dataset.mostStaged {
      add(
        "stages",
        "staging index from \(least.value.significant(3))\(place(least)) to \(most.value.significant(3))\(place(most))")
    }
    if let best = dataset.bestGeneralization, let worst = dataset.worstGeneralization {
      add(
        "test error",
        best == worst
          ? "least \(best.value.significant(3))\(place(best))"
          : "least \(best.value.significant(3))\(place(best)); of the worst run \(worst.value.significant(3))\(place(worst))"
      )
    }
    if let wrong = dataset.wrongSide {
      let furthest = dataset.worst.map { ", worst \($0.value.signed())\(place($0))" } ?? ""
      add("illusion", "on the wrong side in \(runs(wrong))\(furthest)")
    }
    return lines.joined(separator: "\n")
  }

  /// " (eta 200, gamma 0.1)": the settings of a run.
  private static func place(_ run: SweepSummary.Run) -> String {
    let settings = run.settings.map { setting in
      "\(setting.name) \(Double(setting.value).map { $0.significant(4) } ?? setting.value)"
    }
    return settings.isEmpty ? "" : " (\(settings.joined(separator: ", ")))"
  }
}

/// Shows the progress, speed and remaining time of a sweep, on a terminal, at most ten times a second.
final class ProgressMeter: Sendable {
  private let start = ContinuousClock.now
  private let shown = Mutex<ContinuousClock.Instant?>(nil)

  /// Shows the progress, if the last update is long enough ago.
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
      ? "\(Int(rate).grouped) per second"
      : rate >= 1
        ? "\(rate.significant(2)) per second"
        : "\((60 * rate).significant(2)) per minute"
    return "\(place), \(speed), \(left) left"
  }
}
