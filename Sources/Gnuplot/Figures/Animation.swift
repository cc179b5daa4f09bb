/// What makes a figure move: its panels are drawn once for each frame.
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

/// A matrix that changes from frame to frame, as coloured cells: its versions stand below each other in one table.
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
