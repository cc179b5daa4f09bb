import Experiments
import NIOCore
internal import Support

/// What a connection may take before it is ended.
enum ConnectionLimits {
  /// How many connections there are at a time, where the system allows as many; a browser opens six.
  static let connections = 256
  /// How many of them may come from one other machine, so that none takes them all.
  static let connectionsOfMachine = 32
  /// The bytes of a request with all its headers: several times the longest target.
  static let requestBytes = 65_536
}

/// How long a connection may take before it is ended.
struct ConnectionTimes: Sendable {
  /// How long a browser may take to say what it wants.
  var receiving = Duration.seconds(15)
  /// How long it may then wait for the answer and take it.
  var answering = Duration.seconds(120)
  /// How long it may say nothing.
  var idle = Duration.seconds(75)
  /// How long a connection too many is there: time enough to be told so.
  var turningAway = Duration.seconds(1)
}

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

/// Lets connections in one by one, as there is room: the others wait where the system keeps them, and nobody is lost.
final class AcceptGate: ChannelDuplexHandler {
  typealias InboundIn = any Channel
  typealias InboundOut = any Channel
  typealias OutboundIn = Never
  typealias OutboundOut = Never

  private let connections: OpenConnections
  private var isPausing = false

  /// - Parameter connections: say whether there is room.
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

  /// A connection could not be accepted, for want of open files as a rule: it waits for a moment. Without a pause the system
  /// would say again and again that it is there, and keep a processor busy with nothing.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard error is IOError, !isPausing else { return }
    isPausing = true
    // NIO goes on waiting for what it could not read; only without automatic reading it does not.
    context.channel.setOption(.autoRead, value: false).whenComplete { _ in }
    let bound = NIOLoopBound((self, context.channel), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: .milliseconds(200)) {
      let (gate, channel) = bound.value
      gate.isPausing = false
      channel.setOption(.autoRead, value: true).whenComplete { _ in }
    }
  }
}
