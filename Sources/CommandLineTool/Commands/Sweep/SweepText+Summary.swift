internal import LearningDynamics
internal import Support
internal import Sweeps

extension SweepText {
  /// What a sweep found on a dataset.
  static func found(_ dataset: SweepSummary.Dataset) -> String {
    var lines = ["\(dataset.name): \(runs(dataset.runs))"]
    func add(_ name: String, _ text: String) { lines.append(TextWrapping.entry("  \(name)", text, column: 14)) }
    add(
      "converged",
      dataset.converged.grouped
        + (dataset.fastest.map { ", the fastest at epoch \(Int($0.value).grouped)\(place($0))" } ?? ""))
    if dataset.unfinished > 0 { add("unfinished", "\(dataset.unfinished.grouped): their epochs were over before") }
    if dataset.diverged > 0 { add("diverged", dataset.diverged.grouped) }
    if dataset.unstable > 0 { add("unstable", "\(dataset.unstable.grouped): η above the largest stable one of theory") }
    if dataset.failed > 0 { add("failed", dataset.failed.grouped) }
    if let least = dataset.leastStaged, let most = dataset.mostStaged, least == most {
      add("stages", "staging index \(least.value.significant(3))\(place(least))")
    } else if let least = dataset.leastStaged, let most = dataset.mostStaged {
      add(
        "stages",
        "staging index from \(least.value.significant(3))\(place(least)) to \(most.value.significant(3))\(place(most))")
    }
    if let wrong = dataset.wrongWay {
      let furthest = dataset.worst.map { ", furthest to \($0.value.signed())\(place($0))" } ?? ""
      add("illusion", "the wrong way in \(runs(wrong))\(furthest)")
    }
    return lines.joined(separator: "\n")
  }

  /// " (eta 200, gamma 0.1)": where a run stands.
  private static func place(_ run: SweepSummary.Run) -> String {
    let settings = run.settings.map { setting in
      "\(setting.name) \(Double(setting.value).map { $0.significant(4) } ?? setting.value)"
    }
    return settings.isEmpty ? "" : " (\(settings.joined(separator: ", ")))"
  }
}
