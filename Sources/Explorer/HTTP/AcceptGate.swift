import NIOCore
internal import Support

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
