import Experiments
internal import Support

/// How the files that a process may have open at once are shared out: a connection takes one of them, and so many connections
/// that gnuplot cannot be started any more would leave a page without figures.
struct DescriptorRoom: Equatable {
  /// How many connections there may be.
  let connections: Int
  /// How many drawings may be made at a time.
  let drawings: Int

  /// What a gnuplot takes while it is started and runs: pipes with both ends, and what its end is waited for with.
  static let ofDrawing = 8
  /// For whatever else is opened for a moment, connections that are being closed among them.
  static let spare = 32
  /// A browser opens six.
  static let fewestConnections = 6

  /// Room as it is given.
  init(connections: Int, drawings: Int) { (self.connections, self.drawings) = (connections, drawings) }

  /// - Parameters:
  ///   - drawings: how many drawings are wanted at a time; there are fewer where they would take more than half.
  ///   - limit: how many files the process may have open.
  ///   - open: how many it has open already.
  /// - Throws: ``ExplorerError/tooFewFiles(limit:needed:)``.
  init(drawings wanted: Int, limit: Int, open: Int) throws(ExplorerError) {
    let free = limit - open - Self.spare
    drawings = max(1, min(wanted, free / 2 / Self.ofDrawing))
    connections = min(ConnectionLimits.connections, free - drawings * Self.ofDrawing)
    guard connections >= Self.fewestConnections else {
      throw .tooFewFiles(limit: limit, needed: open + Self.spare + Self.ofDrawing + Self.fewestConnections)
    }
  }

  /// The room that this process has.
  ///
  /// - Throws: ``ExplorerError/tooFewFiles(limit:needed:)``.
  init(drawings wanted: Int) throws(ExplorerError) {
    try self.init(drawings: wanted, limit: OpenFiles.left, open: 0)
  }
}
