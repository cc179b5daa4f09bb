import NIOCore

/// The side of a connection that faces the network: it counts bytes, says when there is something to do, and finds out whether
/// a client that sends no more still listens.
final class ConnectionFront: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let connections: OpenConnections
  private var received = 0
  private var isResting = true
  /// Whether an answer is being worked on, for a client that takes an interim one.
  private var isWorking = false

  /// - Parameter connections: is told when the connection may be closed for others.
  init(_ connections: OpenConnections) { self.connections = connections }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if isResting {
      isResting = false
      connections.use(context.channel)
    }
    received += unwrapInboundIn(data).readableBytes
    // What is more than a request needs before it is answered, the rest never sees.
    guard received <= ConnectionLimits.requestBytes else {
      context.close(promise: nil)
      return
    }
    context.fireChannelRead(data)
  }

  /// A client that has said its last word may wait for its answer, or be gone: that looks the same until something is sent
  /// to it. HTTP/1.1 lets a server say "go on" at any time before an answer (RFC 9110, 15.2), and the system of a client that
  /// is gone answers that with the end of the connection.
  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event, isWorking {
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n")), promise: nil)
    }
    context.fireUserInboundEventTriggered(event)
  }

  /// A request is whole: the next may have as many bytes.
  ///
  /// - Parameter takesInterim: whether the client's version of HTTP knows interim answers.
  func begin(takesInterim: Bool) { (received, isWorking) = (0, takesInterim) }

  /// An answer is about to be written.
  func answer() { isWorking = false }

  /// An answer is written, and nothing is being done.
  func rest(_ channel: any Channel) {
    isResting = true
    connections.rest(channel)
  }
}
