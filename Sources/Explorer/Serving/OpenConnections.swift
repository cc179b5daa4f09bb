import NIOCore
import Synchronization

/// The connections that are open, so that there are not too many and none outlives the server.
final class OpenConnections: Sendable {
  private struct State {
    var channels: [ObjectIdentifier: any Channel] = [:]
    var isClosed = false
  }

  private let state = Mutex(State())

  /// Takes a connection in until it closes; no if there are as many as may be, or the server has ended.
  func takeIn(_ channel: any Channel) -> Bool {
    let key = ObjectIdentifier(channel)
    let isTaken = state.withLock { state in
      guard !state.isClosed, state.channels.count < ConnectionLimits.connections else { return false }
      state.channels[key] = channel
      return true
    }
    if isTaken {
      channel.closeFuture.whenComplete { [self] _ in state.withLock { $0.channels[key] = nil } }
    }
    return isTaken
  }

  /// Closes them all, and takes in no more.
  func close() {
    let open = state.withLock { state in
      state.isClosed = true
      return Array(state.channels.values)
    }
    for channel in open { channel.close(promise: nil) }
  }
}
