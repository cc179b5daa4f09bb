import NIOCore

/// Lets connections wait for a moment when they cannot be accepted, for want of open files as a rule.
///
/// They stay where they are until there is room. Without a pause the system would say again and again that one is waiting, and
/// keep a processor busy with nothing.
final class AcceptPause: ChannelInboundHandler {
  typealias InboundIn = any Channel

  private var isPausing = false

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard error is IOError, !isPausing else { return }
    isPausing = true
    // NIO goes on waiting for what it could not read; only without automatic reading it does not.
    context.channel.setOption(.autoRead, value: false).whenComplete { _ in }
    let bound = NIOLoopBound((self, context.channel), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: .milliseconds(200)) {
      let (pause, channel) = bound.value
      pause.isPausing = false
      channel.setOption(.autoRead, value: true).whenComplete { _ in }
    }
  }
}
