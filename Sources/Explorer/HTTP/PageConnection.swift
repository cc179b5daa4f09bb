import NIOCore
import NIOHTTP1
internal import Support

/// One browser's connection: it answers one request after the other, each in a task that ends with the connection.
///
/// Everything here happens on the connection's event loop.
final class PageConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let router: Router
  private let front: ConnectionFront
  private let times: ConnectionTimes
  private var head: HTTPRequestHead?
  private var hasBody = false
  /// How many requests are not completely answered: the next one begins while the last bytes of an answer are being sent.
  private var unanswered = 0
  /// Whether the client has closed its sending side.
  private var isLast = false
  private var task: Task<Void, Never>?
  private var deadline: Scheduled<Void>?

  /// - Parameters:
  ///   - router: answers the requests.
  ///   - front: the network side of the connection.
  ///   - times: the time limits.
  init(_ router: Router, behind front: ConnectionFront, within times: ConnectionTimes) {
    (self.router, self.front, self.times) = (router, front, times)
  }

  func channelActive(context: ChannelHandlerContext) {
    close(context, after: times.receiving)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    task?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      (self.head, hasBody) = (head, false)
      close(context, after: times.receiving)
    case .body:
      hasBody = true
    case .end:
      guard let head else { return }
      self.head = nil
      unanswered += 1
      front.begin(takesInterim: head.version == .http1_1)
      answer(head, context)
    }
  }

  /// A client that has closed its sending side still gets its answers; then the connection is closed.
  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event {
      isLast = true
      if unanswered == 0 { context.close(promise: nil) }
    }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // The browser went away, or the input is not HTTP; the latter was answered with 400.
    context.close(promise: nil)
  }

  private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    close(context, after: times.answering)
    guard !hasBody, let request = Self.request(head) else {
      write(hasBody ? Self.tooLarge : Self.unreadable(head), to: head, keepingAlive: false, context)
      return
    }
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    let (router, loop) = (router, context.eventLoop)
    task = Task {
      let response = await router.answer(request)
      loop.execute {
        let (connection, context) = bound.value
        connection.write(response, to: head, keepingAlive: head.isKeepAlive, context)
      }
    }
  }

  private func write(
    _ response: PageResponse, to request: HTTPRequestHead, keepingAlive: Bool, _ context: ChannelHandlerContext
  ) {
    guard context.channel.isActive else { return }
    let keepingAlive = keepingAlive && !isLast
    front.answer()
    var head = HTTPResponseHead(version: request.version, status: HTTPResponseStatus(statusCode: response.status))
    for (name, text) in router.commonHeaders + response.headers { head.headers.add(name: name, value: text) }
    if response.status != 304 {
      head.headers.add(name: "Content-Type", value: response.type.rawValue)
      head.headers.add(name: "Content-Length", value: "\(response.body.count)")
    }
    head.headers.add(name: "Connection", value: keepingAlive ? "keep-alive" : "close")
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if request.method != .HEAD, !response.body.isEmpty {
      let body = context.channel.allocator.buffer(bytes: response.body)
      context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    }
    let isWritten = context.eventLoop.makePromise(of: Void.self)
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    isWritten.futureResult.whenSuccess {
      let (connection, context) = bound.value
      connection.unanswered -= 1
      guard keepingAlive else {
        context.close(promise: nil)
        return
      }
      guard connection.unanswered == 0 else { return }
      if connection.isLast {
        context.close(promise: nil)
      } else {
        connection.front.rest(context.channel)
        connection.close(context, after: connection.times.idle)
      }
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: isWritten)
  }

  private func close(_ context: ChannelHandlerContext, after time: Duration) {
    deadline?.cancel()
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    deadline = context.eventLoop.scheduleTask(in: TimeAmount(time)) { bound.value.close(promise: nil) }
  }

  private static let tooLarge = PageResponse(
    413, sentence: "Request bodies are not accepted. Use GET without a body.")

  private static func unreadable(_ head: HTTPRequestHead) -> PageResponse {
    head.uri.utf8.count > PageRequest.longestTarget
      ? PageResponse(414, sentence: "The address is too long.")
      : PageResponse(400, sentence: "The address is not valid.")
  }

  private static func request(_ head: HTTPRequestHead) -> PageRequest? {
    guard head.uri.utf8.count <= PageRequest.longestTarget else { return nil }
    let method: PageRequest.Method =
      switch head.method {
      case .GET: .get
      case .HEAD: .head
      default: .other
      }
    var request = PageRequest(method, target: head.uri)
    request?.headers = PageRequest.Headers(
      hosts: head.headers["host"], fetchSite: head.headers.first(name: "sec-fetch-site"),
      known: head.headers.first(name: "if-none-match"))
    return request
  }
}

/// Rejects a connection beyond the limit: answers 503 and closes it.
final class RejectedConnection: ChannelInboundHandler {
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

  /// Answers the first input, and discards the rest: closing a socket with unread input would lose the answer.
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isAnswered else { return }
    isAnswered = true
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: Self.answer)), promise: nil)
  }

  /// A client that has closed its sending side has been answered, or asks for nothing.
  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event { context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }
}

/// The network side of a connection: it counts bytes, reports whether the connection is in use, and finds out whether a
/// client that has closed its sending side is still there.
final class ConnectionFront: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let connections: OpenConnections
  private var received = 0
  private var isResting = true
  /// Whether an answer is being computed, for a client that accepts interim responses.
  private var isWorking = false

  /// - Parameter connections: learns when the connection may be closed for others.
  init(_ connections: OpenConnections) { self.connections = connections }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if isResting {
      isResting = false
      connections.use(context.channel)
    }
    received += unwrapInboundIn(data).readableBytes
    // Input beyond the size of a request does not reach the other handlers.
    guard received <= ConnectionLimits.requestBytes else {
      context.close(promise: nil)
      return
    }
    context.fireChannelRead(data)
  }

  /// A client that has closed its sending side may wait for its answer or be gone; that looks the same until something is
  /// sent to it. HTTP/1.1 allows interim responses at any time before an answer (RFC 9110, 15.2). If the client is gone, its
  /// system replies by ending the connection.
  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event, isWorking {
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n")), promise: nil)
    }
    context.fireUserInboundEventTriggered(event)
  }

  /// A request is complete: the count of bytes begins again.
  ///
  /// - Parameter takesInterim: whether the client's version of HTTP has interim responses.
  func begin(takesInterim: Bool) { (received, isWorking) = (0, takesInterim) }

  /// An answer is about to be written.
  func answer() { isWorking = false }

  /// An answer was written, and nothing is being done.
  func rest(_ channel: any Channel) {
    isResting = true
    connections.rest(channel)
  }
}
