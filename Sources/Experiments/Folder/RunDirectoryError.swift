/// A folder into which a run cannot be written, or from which it cannot be read.
public enum RunDirectoryError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A folder without a run.
  case noRun(path: String)
  /// A folder in which a run was stopped while its files were moved into place, or is just being written.
  case unfinished(path: String)
  /// Files that a run would overwrite and that this program did not write.
  case foreignFiles(paths: [String])
  /// A `run.json` that is not the record of a run.
  case unreadable(path: String, reason: String)
  /// A `run.json` with a request that this program cannot carry out.
  case notRepeatable(path: String, reason: String)
  /// A `run.json` that a run must not overwrite.
  case foreign(path: String, reason: String)
  /// A file in place of a report that is not a report and must not be overwritten.
  case foreignReport(path: String)
  /// A table of a run that cannot be read.
  case unreadableTable(path: String, reason: String)
  /// Two runs without a dataset in common.
  case nothingToCompare(first: String, second: String, datasets: String)
  /// A folder for a comparison that holds a run.
  case holdsRun(path: String)
  /// A folder for a run that holds a comparison.
  case holdsComparison(path: String)
  /// A folder for something else that holds a sweep.
  case holdsSweep(path: String)
  /// Two figures or tables with the same name and different content.
  case nameTaken(dataset: String, file: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .noRun(let path):
      "No run found in '\(path)': run.json is missing. Give the folder of a run."
    case .unfinished(let path):
      """
      The run in '\(path)' is unfinished: it was stopped before all of its files were in place, or another process is \
      still writing it. Wait, or run again into this folder.
      """
    case .foreignFiles(let paths):
      """
      \(Self.list(paths)) would be overwritten, but \(paths.count == 1 ? "was" : "were") not written by this program. Move \
      \(paths.count == 1 ? "it" : "them") away, or choose another folder.
      """
    case .unreadable(let path, let reason):
      "\(path) is not the record of a run: \(reason). Run again, or give another folder."
    case .notRepeatable(let path, let reason):
      "The run in \(path) cannot be repeated here. \(reason)"
    case .unreadableTable(let path, let reason):
      "\(path) is not the table of a run: \(reason). Run again, or give another folder."
    case .nothingToCompare(let first, let second, let datasets):
      """
      The runs in \(first) and \(second) have no dataset in common: \(datasets). Compare runs that share a dataset, or runs \
      with a single dataset each. A run with no other analysis than 'depth' has no training to compare, because 'depth' trains its own \
      networks; add another analysis to it.
      """
    case .holdsRun(let path):
      "The run in \(path) would be overwritten. Choose another folder."
    case .holdsComparison(let path):
      "The comparison in \(path) would be overwritten. Choose another folder."
    case .holdsSweep(let path):
      "\(path) holds a sweep, and nothing else can be written there. Choose another folder."
    case .foreign(let path, let reason):
      "\(path) is not the record of a run (\(reason)) and was not overwritten. Remove the file, or choose another folder."
    case .foreignReport(let path):
      "\(path) was not written by this program and was not overwritten. Remove it, or choose another file."
    case .nameTaken(let dataset, let file):
      """
      Two analyses of '\(dataset)' write a file '\(file)' with different content. Rename the figure or table of one of \
      them.
      """
    }
  }

  /// The first few, and the number of the others.
  private static func list(_ paths: [String]) -> String {
    let shown = paths.prefix(5).joined(separator: ", ")
    return paths.count > 5 ? "\(shown) and \(paths.count - 5) more" : shown
  }
}
