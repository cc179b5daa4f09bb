/// The columns of a sweep's table.
struct SweepColumns: Hashable, Sendable {
  /// Those before the half-rises.
  let leading: [String]

  /// What a run is.
  private static let settings = ["run", "dataset", "seed", "eta", "epsilon", "gamma", "hidden", "epochs"]
  /// What came of it.
  private static let outcomes = [
    "stable_eta", "status", "converged_epoch", "diverged_epoch", "final_loss", "staging_index", "wrong_way_worst",
    "wrong_way_epoch", "wrong_way_epochs",
  ]

  /// The columns of a sweep; what else is varied stands behind the settings that every run has.
  init(_ plan: SweepPlan) {
    leading = Self.settings + Self.further(plan).map(\.name) + Self.outcomes
  }

  /// What is varied beside the settings that have columns of their own.
  static func further(_ plan: SweepPlan) -> [SweepAxis] {
    plan.sharedAxes.filter { !settings.contains($0.name) }
  }

  /// All columns.
  ///
  /// - Parameters:
  ///   - levels: the most levels that a run has.
  ///   - modes: the most modes.
  func all(levels: Int, modes: Int) -> [String] {
    leading + (0..<levels).map { "half_rise_level_\($0)" } + (0..<modes).map { "half_rise_mode_\($0 + 1)" } + ["note"]
  }
}
