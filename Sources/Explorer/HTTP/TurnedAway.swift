import NIOCore

/// A connection too many: it is told to come again, and ended.
final class TurnedAway: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private static let sentence =
    "All connections to this page are in use. Close other windows that show it, or wait a moment.\n"
  private static let answer =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nConnection: close\r\n"
    + "Content-Type: text/plain; charset=utf-8\r\nContent-Length: \(sentence.utf8.count)\r\n\r\n\(sentence)"

  private let times: ConnectionTimes
  private var isAnswered = false

  init(within times: ConnectionTimes) { self.times = times }

  func channelActive(context: ChannelHandlerContext) {
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: TimeAmount(times.turningAway)) { bound.value.close(promise: nil) }
    context.fireChannelActive()
  }

  /// Answers what comes first, and reads on without looking: who closes on unread bytes takes the answer back.
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isAnswered else { return }
    isAnswered = true
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: Self.answer)), promise: nil)
  }

  /// Who sends nothing more has been answered, or does not want to be.
  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event { context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }
}
