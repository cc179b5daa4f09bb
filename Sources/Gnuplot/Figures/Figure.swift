internal import Support

/// A picture as a value: panels, and the tables they are drawn from.
///
/// A figure becomes a script that people can read and run by hand, and one file for each table. It has no plotting state, so
/// equal figures give equal files.
public struct Figure: Hashable, Sendable {
  /// The name of the script and of the image, without extension: lowercase letters, digits and hyphens.
  public var name: String
  /// What the figure shows, in one line; the script's first comment.
  public var caption: String
  /// Width and height in pixels on a screen of ordinary resolution. A picture grows if its texts need more room; slides and
  /// papers have a fixed width.
  public var size: Size
  /// The panels, drawn in this order.
  public var panels: [Panel]
  /// The tables that the panels' layers name.
  public var tables: [Table]
  /// The animation; nil for a still figure.
  public var animation: Animation?
  /// A small line at the bottom: the dataset, η, γ and the seed.
  public var footer: String?
  /// Whether names are shortened and panels moved apart so that all texts fit. Otherwise everything stays in its place, and
  /// the picture is the same in every medium.
  public var isLaidOut: Bool

  /// Width and height of a picture.
  public struct Size: Hashable, Sendable {
    /// Width in pixels.
    public var width: Int
    /// Height in pixels.
    public var height: Int

    /// A size.
    public init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  /// 900 × 560 prints well at a text's width.
  public static let standardSize = Size(width: 900, height: 560)

  /// A figure.
  public init(
    name: String, caption: String, size: Size = standardSize, panels: [Panel], tables: [Table],
    animation: Animation? = nil, footer: String? = nil, isLaidOut: Bool = true
  ) {
    self.name = name
    self.caption = caption
    self.size = size
    self.panels = panels
    self.tables = tables
    self.animation = animation
    self.footer = footer
    self.isLaidOut = isLaidOut
  }
}

/// The animation of a figure: its panels are drawn once for each frame.
///
/// From frame to frame three things change: which part of a table ``Layer/frameCells(_:)`` shows, where
/// ``Layer/framePosition(_:)`` stands, and the number after the title of a panel with ``Panel/titleEndsWithPosition``. The
/// image is a GIF that begins again at its end.
public struct Animation: Hashable, Sendable {
  /// The place of each frame on the horizontal axis of the panels that show it, such as its epoch.
  public var positions: [Double]
  /// How long each frame is shown, in hundredths of a second.
  public var delay: Int

  /// An animation.
  ///
  /// - Parameters:
  ///   - positions: one for each frame; at least one, all finite.
  ///   - delay: 10 by default: ten frames in a second. Browsers slow down what is below 2.
  public init(positions: [Double], delay: Int = 10) {
    self.positions = positions
    self.delay = delay
  }
}

/// A matrix that changes from frame to frame, as coloured cells: its versions are stacked in one table.
public struct FrameCells: Hashable, Sendable {
  /// The name of the table.
  public var table: String
  /// The number of rows of each version.
  public var rows: Int
  /// The number of columns.
  public var columns: Int

  /// The versions of a matrix, one for each frame, in a table of them all.
  public init(_ table: Table, rows: Int) {
    self.table = table.name
    self.rows = rows
    columns = table.header.count
  }
}

/// A figure that cannot be written as a script.
public enum FigureError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A text with an unprintable character, or one that gnuplot would read as the end of a line.
  case unreadableText(String)
  /// A name that is not a valid file name.
  case fileName(String)
  /// A layer that names a table or column the figure does not have.
  case missing(figure: String, table: String, column: String?)
  /// A range whose ends are equal or not finite.
  case emptyRange(figure: String, from: Double, to: Double)
  /// An animation without frames or with tables of other frames, or a moving layer without an animation.
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
      "\(name.debugDescription) cannot name a file. Use lowercase letters, digits and hyphens."
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
