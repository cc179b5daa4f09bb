import Experiments
import NIOCore
internal import Support

/// The limits of connections and requests.
enum ConnectionLimits {
  /// How many connections may be open at a time, if the system allows as many; a browser opens six.
  static let connections = 256
  /// How many of them may come from one other machine, so that no machine takes all.
  static let connectionsOfMachine = 32
  /// The largest size of a request with all headers, in bytes: several times the longest target.
  static let requestBytes = 65_536
}

/// The time limits of a connection.
struct ConnectionTimes: Sendable {
  /// For a browser to send its request.
  var receiving = Duration.seconds(15)
  /// For the answer to be computed and received.
  var answering = Duration.seconds(120)
  /// For a connection without a request.
  var idle = Duration.seconds(75)
  /// For a rejected connection: long enough to receive the rejection.
  var turningAway = Duration.seconds(1)
}

/// How the files that a process may open at a time are shared between connections and drawings.
///
/// A connection takes one of them. With too many connections gnuplot could not be started, and the page would have no figures.
struct DescriptorRoom: Equatable {
  /// How many connections may be open at a time.
  let connections: Int
  /// How many drawings may be made in parallel.
  let drawings: Int

  /// The files of a running gnuplot: both ends of its pipes, and one to wait for its end.
  static let ofDrawing = 8
  /// For files that are open for a moment, such as connections that are being closed.
  static let spare = 32
  /// A browser opens six.
  static let fewestConnections = 6

  /// A given room.
  init(connections: Int, drawings: Int) { (self.connections, self.drawings) = (connections, drawings) }

  /// - Parameters:
  ///   - drawings: how many drawings are wanted in parallel; fewer if they would take more than half of the files.
  ///   - limit: how many files the process may open.
  ///   - open: how many are open already.
  /// - Throws: ``ExplorerError/tooFewFiles(limit:needed:)``.
  init(drawings wanted: Int, limit: Int, open: Int) throws(ExplorerError) {
    let free = limit - open - Self.spare
    drawings = max(1, min(wanted, free / 2 / Self.ofDrawing))
    connections = min(ConnectionLimits.connections, free - drawings * Self.ofDrawing)
    guard connections >= Self.fewestConnections else {
      throw .tooFewFiles(limit: limit, needed: open + Self.spare + Self.ofDrawing + Self.fewestConnections)
    }
  }

  /// The room of this process.
  ///
  /// - Throws: ``ExplorerError/tooFewFiles(limit:needed:)``.
  init(drawings wanted: Int) throws(ExplorerError) {
    try self.init(drawings: wanted, limit: OpenFiles.left, open: 0)
  }
}

/// Accepts connections one by one while there is room. The others wait in the system's queue, so none is lost.
final class AcceptGate: ChannelDuplexHandler {
  typealias InboundIn = any Channel
  typealias InboundOut = any Channel
  typealias OutboundIn = Never
  typealias OutboundOut = Never

  private let connections: OpenConnections
  private var isPausing = false

  /// - Parameter connections: the open connections, which determine whether there is room.
  init(_ connections: OpenConnections) { self.connections = connections }

  func read(context: ChannelHandlerContext) {
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    let loop = context.eventLoop
    let mayAccept = connections.mayAccept {
      loop.execute {
        let (gate, context) = bound.value
        if context.channel.isActive { gate.read(context: context) }
      }
    }
    if mayAccept { context.read() }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    connections.expect(unwrapInboundIn(data))
    context.fireChannelRead(data)
  }

  /// Pauses when a connection could not be accepted, usually because too many files are open. Without the pause the system
  /// would report the waiting connection again and again, and keep a processor busy.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard error is IOError, !isPausing else { return }
    isPausing = true
    // NIO retries what it could not read unless automatic reading is off.
    context.channel.setOption(.autoRead, value: false).whenComplete { _ in }
    let bound = NIOLoopBound((self, context.channel), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: .milliseconds(200)) {
      let (gate, channel) = bound.value
      gate.isPausing = false
      channel.setOption(.autoRead, value: true).whenComplete { _ in }
    }
  }
}
