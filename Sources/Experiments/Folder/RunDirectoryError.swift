/// A folder into which a run cannot be written, or from which it cannot be read.
public enum RunDirectoryError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A folder without a run in it.
  case noRun(path: String)
  /// A folder in which a run was stopped while its files got their places, or in which one is just being written.
  case unfinished(path: String)
  /// Files that a run would replace and that this program did not write.
  case foreignFiles(paths: [String])
  /// A `run.json` that is none.
  case unreadable(path: String, reason: String)
  /// A `run.json` that asks for what this program does not have or take.
  case notRepeatable(path: String, reason: String)
  /// A `run.json` that a run must not overwrite.
  case foreign(path: String, reason: String)
  /// A file in the place of a report that no report is, which one must not overwrite.
  case foreignReport(path: String)
  /// A table of a run that is none.
  case unreadableTable(path: String, reason: String)
  /// Two runs without a dataset in common.
  case nothingToCompare(first: String, second: String, datasets: String)
  /// A folder for a comparison that holds a run.
  case holdsRun(path: String)
  /// A folder for a run that holds a comparison.
  case holdsComparison(path: String)
  /// A folder for something else that holds a sweep.
  case holdsSweep(path: String)
  /// Two figures or tables of one name and different content.
  case nameTaken(dataset: String, file: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .noRun(let path):
      "There is no run in '\(path)': it has no run.json. Give the folder that a run was written to."
    case .unfinished(let path):
      """
      The run in '\(path)' is unfinished: it was stopped before all of its files were in place, or another process is \
      still writing it. Wait for it, or run again into this folder.
      """
    case .foreignFiles(let paths):
      """
      \(Self.list(paths)) would be replaced, and this program did not write \(paths.count == 1 ? "it" : "them"). Move \
      \(paths.count == 1 ? "it" : "them") away, or choose another folder.
      """
    case .unreadable(let path, let reason):
      "\(path) is not the record of a run: \(reason). Run again, or give another folder."
    case .notRepeatable(let path, let reason):
      "What \(path) records cannot be run again here. \(reason)"
    case .unreadableTable(let path, let reason):
      "\(path) is not the table of a run: \(reason). Run again, or give another folder."
    case .nothingToCompare(let first, let second, let datasets):
      """
      The runs in \(first) and \(second) have no dataset in common: \(datasets). Compare runs of one dataset, or two \
      runs of a single dataset each.
      """
    case .holdsRun(let path):
      "There is a run in \(path), which would be overwritten. Choose another folder."
    case .holdsComparison(let path):
      "There is a comparison in \(path), which would be overwritten. Choose another folder."
    case .holdsSweep(let path):
      "There is a sweep in \(path), which is not mixed with anything else. Choose another folder."
    case .foreign(let path, let reason):
      "\(path) is not the record of a run (\(reason)), so it is not overwritten. Remove the file, or choose another folder."
    case .foreignReport(let path):
      "\(path) is not a report that this program wrote, so it is not overwritten. Remove it, or choose another file."
    case .nameTaken(let dataset, let file):
      """
      Two analyses of '\(dataset)' write a file '\(file)' with different content. Give the figure or table of one of \
      them another name.
      """
    }
  }

  /// The first few, and how many others.
  private static func list(_ paths: [String]) -> String {
    let shown = paths.prefix(5).joined(separator: ", ")
    return paths.count > 5 ? "\(shown) and \(paths.count - 5) more" : shown
  }
}
