/// A table of a sweep that cannot be read, or that no figures can be made of.
public enum SweepTableError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A file that cannot be opened or read.
  case unreadable(path: String, reason: String)
  /// A line that is none of a table, counted from 1.
  case damaged(path: String, line: Int, reason: String)
  /// A table that is not what the sweep wrote.
  case changed(path: String)
  /// A column that the table does not have.
  case noColumn(path: String, name: String, columns: [String])
  /// No run at all, or none that the filters let through.
  case noRuns(path: String, filters: [String])
  /// More runs than a median can be taken of in memory.
  case tooManyRuns(path: String, limit: Int)
  /// An axis that the sweep does not have, or that cannot be used as asked.
  case axis(name: String, reason: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path) cannot be read: \(reason). Give the table that a sweep wrote."
    case .damaged(let path, let line, let reason):
      "\(path), line \(line): \(reason). The table is damaged. Remove it, and give the command of the sweep again."
    case .changed(let path):
      """
      \(path) was changed after the sweep had written it: its checksum is not the one in sweep.json. Remove it, and \
      give the command of the sweep again, which computes it anew; or put it back as it was. A table that you want to edit is \
      best copied to another folder.
      """
    case .noColumn(let path, let name, let columns):
      "\(path) has no column '\(name)'. Its columns are \(columns.joined(separator: ", "))."
    case .noRuns(let path, let filters) where filters.isEmpty:
      "There is no run in \(path), so that there is nothing to draw. Let the sweep run first."
    case .noRuns(let path, let filters):
      """
      No run in \(path) fits --where \(filters.joined(separator: " --where ")). Use values that the sweep has, spelled as \
      in the table.
      """
    case .tooManyRuns(let path, let limit):
      """
      \(path) has more than \(limit) runs to draw at once, which is more than fits in memory. Narrow them with --where \
      NAME=VALUE.
      """
    case .axis(let name, let reason):
      "'\(name)' cannot be an axis of the figures: \(reason)"
    }
  }
}
