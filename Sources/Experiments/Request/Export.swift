/// Numbers of a run for other programs, written into a folder `arrays` beside a dataset's tables.
public enum Export: String, CaseIterable, Sendable {
  /// X as inputs.npy, P × n; Y as targets.npy, P × N; and Y with its names as targets.csv, a line for each item, which is a
  /// dataset itself.
  case data

  /// What is written, in words.
  public var meaning: String {
    switch self {
    case .data: "the dataset: inputs.npy, targets.npy, targets.csv"
    }
  }

  /// The exports of some names, each once.
  static func named(_ names: [String]) -> [Export] { allCases.filter { names.contains($0.rawValue) } }
}
