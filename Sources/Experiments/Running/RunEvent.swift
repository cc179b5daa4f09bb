public import Support

/// What a run is doing, for whoever shows its progress.
public enum RunEvent: Sendable {
  /// A dataset is being trained on.
  case training(dataset: String)
  /// A dataset's tables and scripts are written.
  case written(dataset: String, figures: Int, phases: PhaseTimes)
  /// Figures are being drawn.
  case drawing(done: Int, total: Int)
}
