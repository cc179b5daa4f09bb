import NIOCore
internal import Support

/// The connections that are open, so that there are not too many and none outlives the server.
///
/// When there is no room for a new one, one that nobody uses is closed for it: first those that never said anything, then
/// those that were answered and keep the connection for later, in both cases the one that has been quiet longest.
final class OpenConnections: Sendable {
  /// What becomes of a new connection.
  enum Admission {
    /// It is one of those that are answered.
    case taken
    /// All others are in use: it is told so.
    case turnedAway
    /// The server has ended.
    case ended
  }

  fileprivate struct Connection {
    let channel: any Channel
    /// The other machine; nil for this one.
    let machine: String?
    var isUsed = false
    var hasAsked = false
    /// When it became quiet, in the order of such events.
    var quietSince: Int
  }

  fileprivate struct State {
    var open: [ObjectIdentifier: Connection] = [:]
    /// How many there are from each other machine.
    var counts: [String: Int] = [:]
    /// Those that were accepted, and on which nothing is decided yet.
    var arriving: Set<ObjectIdentifier> = []
    /// How many are being closed or turned away, and still take something.
    var leaving = 0
    /// Lets the next ones in when there is room.
    var resume: (@Sendable () -> Void)?
    var events = 0
    var isClosed = false

    mutating func remove(_ key: ObjectIdentifier) -> Connection? {
      guard let gone = open.removeValue(forKey: key) else { return nil }
      if let machine = gone.machine { counts[machine] = counts[machine].flatMap { $0 > 1 ? $0 - 1 : nil } }
      return gone
    }

    /// How many may be coming or leaving at a time.
    let mostPassing: Int
    var hasRoom: Bool { leaving + arriving.count < mostPassing }

    /// Lets the next ones in, if somebody waits for that and it can be.
    mutating func resuming() -> (@Sendable () -> Void)? {
      guard hasRoom, let resume else { return nil }
      self.resume = nil
      return resume
    }

    /// The connection that is missed least.
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

  /// - Parameter most: how many there may be.
  init(most: Int) {
    self.most = most
    // Within the spare room; and so few that a new one is not driven out before its first bytes are read.
    state = Mutex(State(mostPassing: max(1, min(DescriptorRoom.spare / 2, most / 2))))
  }

  /// Whether the next connections may be accepted.
  ///
  /// - Parameter resume: is called, once, when they may.
  func mayAccept(orElse resume: @escaping @Sendable () -> Void) -> Bool {
    state.withLock { state in
      if !state.hasRoom { state.resume = resume }
      return state.hasRoom
    }
  }

  /// A connection was accepted, and ``takeIn(_:)`` will decide on it unless it closes before.
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

  /// Takes a connection in until it closes, if there are not as many as may be, in all and from its machine, or one of them
  /// can be closed for it.
  func takeIn(_ channel: any Channel) -> Admission {
    let key = ObjectIdentifier(channel)
    let address = channel.remoteAddress?.ipAddress ?? ""
    // Everybody on this machine has one address.
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
        // One that was closed for another is not counted as open any more.
        if state.remove(key) == nil { state.leaving -= 1 }
        return state.resuming()
      }
      resume?()
    }
    return admission
  }

  /// A connection has something to do.
  func use(_ channel: any Channel) {
    state.withLock { state in
      state.open[ObjectIdentifier(channel)]?.isUsed = true
      state.open[ObjectIdentifier(channel)]?.hasAsked = true
    }
  }

  /// A connection has nothing to do.
  func rest(_ channel: any Channel) {
    state.withLock { state in
      state.events += 1
      state.open[ObjectIdentifier(channel)]?.isUsed = false
      state.open[ObjectIdentifier(channel)]?.quietSince = state.events
    }
  }

  /// Closes them all, and takes in no more.
  func close() {
    let open = state.withLock { state in
      state.isClosed = true
      return state.open.values.map(\.channel)
    }
    for channel in open { channel.close(promise: nil) }
  }
}

extension OpenConnections.State {
  /// Decides on a new connection, and which one is to be closed for it.
  fileprivate mutating func takeIn(
    _ channel: any Channel, _ key: ObjectIdentifier, _ machine: String?, _ most: Int
  ) -> (OpenConnections.Admission, (any Channel)?) {
    guard !isClosed else { return (.ended, nil) }
    let isMachineFull = machine.map { counts[$0, default: 0] >= ConnectionLimits.connectionsOfMachine } ?? false
    var closing: (any Channel)?
    if isMachineFull || open.count >= most {
      leaving += 1
      guard let quiet = quietest(of: isMachineFull ? machine : nil) else { return (.turnedAway, nil) }
      closing = remove(quiet)?.channel
    }
    events += 1
    open[key] = OpenConnections.Connection(channel: channel, machine: machine, quietSince: events)
    if let machine { counts[machine, default: 0] += 1 }
    return (.taken, closing)
  }
}
