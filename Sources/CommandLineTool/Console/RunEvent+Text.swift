internal import Experiments
internal import LearningDynamics
internal import Support

extension RunEvent {
  /// What is being done, for a progress line.
  var text: String {
    switch self {
    case .training(let dataset): "training on \(dataset)"
    case .written(let dataset, let figures, _):
      "\(dataset): trained, analysed, \(figures) script\(figures == 1 ? "" : "s") written"
    case .drawing(let done, let total): "drawing figures: \(done) of \(total)"
    }
  }

  /// The time of each part, where there are any: "training 5.21 ms".
  var phases: String? {
    guard case .written(_, _, let phases) = self else { return nil }
    return phases.times.map { "\($0.phase) \($0.time.text)" }.joined(separator: ", ")
  }

  /// Whether something is finished with it.
  var isStep: Bool {
    switch self {
    case .training: false
    case .written: true
    case .drawing(let done, let total): done == total
    }
  }
}

extension Duration {
  /// "5.21 ms", "45.7 s"; the unit stays on the number's line.
  var text: String {
    let milliseconds = self / .milliseconds(1)
    return milliseconds < 1000
      ? "\(milliseconds.significant(3))\u{A0}ms" : "\((milliseconds / 1000).significant(3))\u{A0}s"
  }
}
