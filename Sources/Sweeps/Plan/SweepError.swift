public import Experiments
internal import LearningDynamics
internal import Support

/// A sweep that cannot be started, continued or merged.
public enum SweepError: Error, Equatable, Sendable, CustomStringConvertible {
  /// An invalid `--vary`.
  case axis(text: String, reason: String)
  /// Nothing is varied.
  case nothingVaried
  /// More runs than a sweep can have.
  case tooManyRuns(most: Int)
  /// An analysis among the plugins.
  case analysis(String)
  /// An invalid part of a sweep.
  case shard(text: String)
  /// A folder that holds another sweep.
  case otherSweep(path: String, difference: String)
  /// A row that this build of the program computes differently.
  case otherProgram(path: String, row: Int)
  /// A folder with a table or parts of a sweep, but without its record.
  case foreignTable(path: String)
  /// A folder without a sweep.
  case noSweep(path: String)
  /// A record of a sweep that is damaged, or not for this program.
  case unreadable(path: String, reason: String)
  /// Another process is working on the same part.
  case inUse(path: String)
  /// A sweep with missing runs.
  case incomplete(path: String, missing: String)
  /// A table that is incomplete or damaged.
  case damaged(path: String, reason: String)
  /// A part that cannot be read.
  case unreadablePart(path: String)
  /// A run that does not fit into this machine's memory.
  case tooLarge(TooLarge)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .axis(let text, let reason):
      "\(text): \(reason)"
    case .nothingVaried:
      "A sweep needs something to vary, such as eta=20:200:10."
    case .tooManyRuns(let most):
      """
      A sweep can have at most \(most.grouped) runs. Give fewer values, or make several sweeps in separate folders.
      """
    case .analysis(let name):
      "'\(name)' is an analysis, but a sweep takes only datasets. Name datasets, or vary them."
    case .shard(let text):
      "'\(text)' is not a part of a sweep. Parts are I/N, from 1/N to N/N, such as 3/50, with N up to 1,000,000."
    case .otherSweep(let path, let difference):
      """
      \(path) already holds another sweep: \(difference). A folder holds one sweep only. Choose another folder.
      """
    case .otherProgram(let path, let row):
      """
      Row \(row.grouped) of the sweep in \(path) now has other values: the program or one of its plugins was rebuilt since \
      then. Rows of two builds are never mixed. Continue with the build that began the sweep, or start again: here after \
      removing \(path)/parts, or in another folder.
      """
    case .foreignTable(let path):
      "\(path) exists, but the record of its sweep (sweep.json) is missing, so it is not overwritten. Move it, "
        + "or choose another folder."
    case .noSweep(let path):
      "No sweep found in '\(path)': sweep.json is missing. Give the output folder of a sweep."
    case .unreadable(let path, let reason):
      "The sweep of \(path) cannot be continued: \(reason). Choose another folder."
    case .inUse(let path):
      """
      Another process is working on this sweep in \(path). Wait for it; or, to share the work, give each process its own \
      part.
      """
    case .incomplete(let path, let missing):
      "The sweep in \(path) is incomplete: \(missing)"
    case .damaged(let path, let reason):
      "\(path) is not a table of this version's sweep: \(reason). Remove it (an older version's table: keep it "
        + "elsewhere) and run the sweep again."
    case .unreadablePart(let path):
      "\(path) could not be read, or changed in the meantime. Nothing was removed. Try again; if that fails, remove this "
        + "file, and its runs are computed again."
    case .tooLarge(let fact):
      "\(fact) Use a machine with more memory, or fewer features, items or hidden units. Finished runs are kept."
    }
  }
}
