internal import Support

/// A figure that cannot be written as a script.
public enum FigureError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A text with a character that cannot be shown, or that gnuplot would read as the end of a line.
  case unreadableText(String)
  /// A name that is no file name of ours.
  case fileName(String)
  /// A layer that names a table or column the figure does not have.
  case missing(figure: String, table: String, column: String?)
  /// A range whose ends are equal or not finite.
  case emptyRange(figure: String, from: Double, to: Double)
  /// An animation without frames, with tables of other frames, or something that moves without one.
  case frames(figure: String, reason: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .unreadableText(let text):
      """
      The text "\(text.legible)" has \(text.firstUnprintable?.nameInMessages ?? "a character"), which cannot be shown on a \
      figure. Remove it.
      """
    case .fileName(let name):
      "\(name.debugDescription) cannot name a file. Use small letters, digits and hyphens."
    case .missing(let figure, let table, nil):
      "The figure '\(figure)' draws from the table '\(table)', which it does not have."
    case .missing(let figure, let table, let column?):
      "The figure '\(figure)' draws from the column '\(column)', which the table '\(table)' does not have."
    case .emptyRange(let figure, let from, let to):
      "The figure '\(figure)' has an axis from \(from) to \(to), on which nothing can be drawn."
    case .frames(let figure, let reason):
      "The figure '\(figure)' \(reason)."
    }
  }
}
