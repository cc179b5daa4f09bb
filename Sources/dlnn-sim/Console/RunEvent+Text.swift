import Experiments

extension RunEvent {
  /// What is being done, for a progress line.
  var text: String {
    switch self {
    case .training(let dataset): "training on \(dataset)"
    case .written(let dataset, let figures): "\(dataset): trained, analysed, \(figures) scripts written"
    case .drawing(let done, let total): "drawing figures: \(done) of \(total)"
    }
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
