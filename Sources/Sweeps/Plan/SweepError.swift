public import Experiments
internal import LearningDynamics
internal import Support

/// A sweep that cannot be begun, gone on with, or put together.
public enum SweepError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A `--vary` that cannot be meant.
  case axis(text: String, reason: String)
  /// Nothing is varied.
  case nothingVaried
  /// More runs than can be counted and kept.
  case tooManyRuns(most: Int)
  /// An analysis among the plugins.
  case analysis(String)
  /// A part of a sweep that is none.
  case shard(text: String)
  /// A folder that holds another sweep.
  case otherSweep(path: String, difference: String)
  /// A row that this build of the program computes differently.
  case otherProgram(path: String, row: Int)
  /// A folder with a table or parts of a sweep and no record of what they are of.
  case foreignTable(path: String)
  /// A folder without a sweep.
  case noSweep(path: String)
  /// A record of a sweep that is none, or not one for this program.
  case unreadable(path: String, reason: String)
  /// Another process works on the same part.
  case inUse(path: String)
  /// Runs that are not there yet.
  case incomplete(path: String, missing: String)
  /// A table that is not whole.
  case damaged(path: String, reason: String)
  /// A part that cannot be read.
  case unreadablePart(path: String)
  /// A run that this machine's memory would not hold.
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
      These are more than \(most.grouped) runs, the most that one sweep counts. Give fewer values, or several sweeps in \
      folders of their own.
      """
    case .analysis(let name):
      "'\(name)' is an analysis, and a sweep measures outcomes itself. Name datasets, or vary them."
    case .shard(let text):
      "'\(text)' is not a part of a sweep. Parts are I/N, from 1/N to N/N, such as 3/50, with N up to 1,000,000."
    case .otherSweep(let path, let difference):
      """
      There is another sweep in \(path): \(difference). Two sweeps are never mixed. Choose another folder.
      """
    case .otherProgram(let path, let row):
      """
      Row \(row.grouped) of the sweep in \(path) comes out differently now: the program or one of its plugins was rebuilt \
      since it was computed. Rows of two programs are never mixed. Go on with the build that began the sweep, or begin \
      again: here when you have removed \(path)/parts, or in another folder.
      """
    case .foreignTable(let path):
      "\(path) is there without the record of its sweep (sweep.json), so it is not overwritten. Move it "
        + "away, or choose another folder."
    case .noSweep(let path):
      "There is no sweep in '\(path)': it has no sweep.json. Give the folder that a sweep was written to."
    case .unreadable(let path, let reason):
      "\(path) is not the record of a sweep that can be gone on with: \(reason). Choose another folder."
    case .inUse(let path):
      """
      Another process works on this sweep in \(path). Wait for it; or, to share the work, give every process a part of its \
      own.
      """
    case .incomplete(let path, let missing):
      "The sweep in \(path) is not whole: \(missing)"
    case .damaged(let path, let reason):
      "\(path) is not the table of this sweep: \(reason). Remove it, and give the command of the sweep again."
    case .unreadablePart(let path):
      "\(path) could not be read, or changed meanwhile. Nothing was removed: try again, or remove that file if it stays so; "
        + "what it held is computed again then."
    case .tooLarge(let fact):
      "\(fact) Go on where there is more, or choose fewer features, items or hidden units. What was computed is kept."
    }
  }
}
