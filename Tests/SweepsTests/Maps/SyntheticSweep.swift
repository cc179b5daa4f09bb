import Sweeps
import TestSupport

/// Tables of sweeps whose outcomes a test chooses.
struct SyntheticSweep {
  /// A run by its columns; those that are not named have a value of no matter.
  typealias Run = [String: String]

  static let columns =
    ["run", "dataset", "seed", "eta", "epsilon", "gamma", "hidden", "epochs", "flip"]
    + ["stable_eta", "status", "converged_epoch", "diverged_epoch", "final_loss", "staging_index"]
    + ["wrong_side_worst", "wrong_side_epoch", "wrong_side_epochs", "kernel_movement", "hidden_movement"]
    + ["test_error_least", "test_error_epoch", "test_error_final"]
    + ["half_rise_level_0", "half_rise_level_1", "half_rise_mode_1", "note"]

  private static let usual: Run = [
    "dataset": "tree", "seed": "0", "eta": "60", "epsilon": "0.06", "gamma": "1e-12", "hidden": "30",
    "epochs": "1000", "flip": "0.1", "status": "converged", "note": "",
  ]

  let folder: TemporaryFolder
  var path: String { folder.path("sweep.tsv") }

  init(_ runs: [Run]) throws {
    folder = try TemporaryFolder()
    var text = Self.columns.joined(separator: "\t") + "\n"
    for (index, run) in runs.enumerated() {
      text += Self.columns.map { column in
        run[column] ?? (column == "run" ? String(index + 1) : Self.usual[column] ?? "NaN")
      }.joined(separator: "\t")
      text += "\n"
    }
    try folder.write(text, to: "sweep.tsv")
  }

  /// A file of any text.
  init(text: String) throws {
    folder = try TemporaryFolder()
    try folder.write(text, to: "sweep.tsv")
  }

  /// A run for every combination of three etas, two gammas and five seeds.
  static func grid(_ outcome: (_ eta: Double, _ gamma: Double, _ seed: Int) -> Run) throws -> SyntheticSweep {
    try SyntheticSweep(
      (0..<5).flatMap { seed in
        [20.0, 60, 100].flatMap { eta in
          [1e-12, 1e-6].map { gamma in
            outcome(eta, gamma, seed).merging(
              ["eta": "\(Int(eta))", "gamma": "\(gamma)", "seed": "\(seed)"]) { chosen, _ in chosen }
          }
        }
      })
  }

  /// The axes of ``grid(_:)``.
  static let gridAxes: [(name: String, values: [String])] = [
    ("seed", (0..<5).map(String.init)), ("eta", ["20", "60", "100"]), ("gamma", ["1e-12", "1e-06"]),
  ]
}
