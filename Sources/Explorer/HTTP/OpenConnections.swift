import NIOCore
internal import Support

/// The open connections: limits their number, and closes them with the server.
///
/// When all places are taken, an unused connection is closed for a new one: first those that never sent a request, then those
/// that were answered; of each, the one that has been idle longest.
final class OpenConnections: Sendable {
  /// The decision on a new connection.
  enum Admission {
    /// It is accepted.
    case taken
    /// It is rejected: all others are in use.
    case rejected
    /// The server has ended.
    case ended
  }

  fileprivate struct Connection {
    let channel: any Channel
    /// The other machine; nil for this one.
    let machine: String?
    var isUsed = false
    var hasAsked = false
    /// When it became idle, in the order of such events.
    var quietSince: Int
  }

  fileprivate struct State {
    var open: [ObjectIdentifier: Connection] = [:]
    /// The number of connections from each other machine.
    var counts: [String: Int] = [:]
    /// Connections that were accepted by the system and are not decided on yet.
    var arriving: Set<ObjectIdentifier> = []
    /// How many are being closed or rejected and still take a file.
    var leaving = 0
    /// Accepts the next ones when there is room.
    var resume: (@Sendable () -> Void)?
    var events = 0
    var isClosed = false

    mutating func remove(_ key: ObjectIdentifier) -> Connection? {
      guard let gone = open.removeValue(forKey: key) else { return nil }
      if let machine = gone.machine { counts[machine] = counts[machine].flatMap { $0 > 1 ? $0 - 1 : nil } }
      return gone
    }

    /// How many may be arriving or leaving at a time.
    let mostPassing: Int
    var hasRoom: Bool { leaving + arriving.count < mostPassing }

    /// What accepts the next ones, if some wait and there is room.
    mutating func resuming() -> (@Sendable () -> Void)? {
      guard hasRoom, let resume else { return nil }
      self.resume = nil
      return resume
    }

    /// The connection to close first.
    func quietest(of machine: String?) -> ObjectIdentifier? {
      let quiet = open.filter { !$0.value.isUsed && (machine == nil || $0.value.machine == machine) }
      return quiet.min { left, right in
        left.value.hasAsked == right.value.hasAsked
          ? left.value.quietSince < right.value.quietSince : !left.value.hasAsked
      }?.key
    }
  }

  private let state: Mutex<State>
  private let most: Int

  /// - Parameter most: how many may be open.
  init(most: Int) {
    self.most = most
    // Within the spare room, and so few that a new one is not closed before its first bytes are read.
    state = Mutex(State(mostPassing: max(1, min(DescriptorRoom.spare / 2, most / 2))))
  }

  /// Whether the next connections may be accepted.
  ///
  /// - Parameter resume: called once, when they may.
  func mayAccept(orElse resume: @escaping @Sendable () -> Void) -> Bool {
    state.withLock { state in
      if !state.hasRoom { state.resume = resume }
      return state.hasRoom
    }
  }

  /// Notes a connection that the system accepted; ``takeIn(_:)`` decides on it unless it closes before.
  func expect(_ channel: any Channel) {
    let key = ObjectIdentifier(channel)
    state.withLock { _ = $0.arriving.insert(key) }
    channel.closeFuture.whenComplete { [self] _ in
      let resume = state.withLock { state in
        state.arriving.remove(key)
        return state.resuming()
      }
      resume?()
    }
  }

  /// Accepts a connection if there is room, in all and for its machine, or if another can be closed for it.
  func takeIn(_ channel: any Channel) -> Admission {
    let key = ObjectIdentifier(channel)
    let address = channel.remoteAddress?.ipAddress ?? ""
    // All programs on this machine share one address.
    let machine = HostPolicy.isLoopback(address) ? nil : address
    let (admission, closing, resume) = state.withLock { state in
      state.arriving.remove(key)
      let (admission, closing) = state.takeIn(channel, key, machine, most)
      return (admission, closing, state.resuming())
    }
    closing?.close(promise: nil)
    resume?()
    guard admission != .ended else { return admission }
    channel.closeFuture.whenComplete { [self] _ in
      let resume = state.withLock { state in
        // A connection that was closed for another one is no longer counted as open.
        if state.remove(key) == nil { state.leaving -= 1 }
        return state.resuming()
      }
      resume?()
    }
    return admission
  }

  /// Marks a connection as in use.
  func use(_ channel: any Channel) {
    state.withLock { state in
      state.open[ObjectIdentifier(channel)]?.isUsed = true
      state.open[ObjectIdentifier(channel)]?.hasAsked = true
    }
  }

  /// Marks a connection as idle.
  func rest(_ channel: any Channel) {
    state.withLock { state in
      state.events += 1
      state.open[ObjectIdentifier(channel)]?.isUsed = false
      state.open[ObjectIdentifier(channel)]?.quietSince = state.events
    }
  }

  /// Closes all connections, and accepts no more.
  func close() {
    let open = state.withLock { state in
      state.isClosed = true
      return state.open.values.map(\.channel)
    }
    for channel in open { channel.close(promise: nil) }
  }
}

extension OpenConnections.State {
  /// Decides on a new connection, and chooses one to close for it.
  fileprivate mutating func takeIn(
    _ channel: any Channel, _ key: ObjectIdentifier, _ machine: String?, _ most: Int
  ) -> (OpenConnections.Admission, (any Channel)?) {
    guard !isClosed else { return (.ended, nil) }
    let isMachineFull = machine.map { counts[$0, default: 0] >= ConnectionLimits.connectionsOfMachine } ?? false
    var closing: (any Channel)?
    if isMachineFull || open.count >= most {
      leaving += 1
      guard let quiet = quietest(of: isMachineFull ? machine : nil) else { return (.rejected, nil) }
      closing = remove(quiet)?.channel
    }
    events += 1
    open[key] = OpenConnections.Connection(channel: channel, machine: machine, quietSince: events)
    if let machine { counts[machine, default: 0] += 1 }
    return (.taken, closing)
  }
}
