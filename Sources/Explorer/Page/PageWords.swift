import Experiments

extension String {
  /// A sentence that names options of the command line, with what they are called on the page: "train longer (epochs), or
  /// faster (η)" for "train longer (--epochs), or faster (--eta)".
  var inPageWords: String {
    // Longer names first: --epochs begins as --epoch does.
    let options = RunRequest.Option.allCases.sorted { $0.rawValue.count > $1.rawValue.count }
    return options.reduce(self) { text, option in
      text.replacing("--set ", with: "").replacing("--\(option.rawValue)", with: option.pageName)
    }
  }
}

extension RunRequest.Option {
  /// What the page calls it, within a sentence.
  fileprivate var pageName: String {
    switch self {
    case .eta: "η"
    case .gamma: "γ"
    case .hidden: "hidden layers"
    case .probe: "followed cell"
    case .sampler: "random numbers"
    default: rawValue
    }
  }
}
