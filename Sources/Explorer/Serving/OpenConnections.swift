import NIOCore
import Synchronization

/// The connections that are open, so that there are not too many and none outlives the server.
final class OpenConnections: Sendable {
  private struct State {
    var channels: [ObjectIdentifier: any Channel] = [:]
    /// How many there are from each other machine.
    var counts: [String: Int] = [:]
    var isClosed = false
  }

  private let state = Mutex(State())

  /// Takes a connection in until it closes; no if there are as many as may be, in all or from its machine, or the server has
  /// ended.
  func takeIn(_ channel: any Channel) -> Bool {
    let key = ObjectIdentifier(channel)
    let address = channel.remoteAddress?.ipAddress ?? ""
    // Everybody on this machine has one address.
    let machine = HostPolicy.isLoopback(address) ? nil : address
    let isTaken = state.withLock { state in
      guard !state.isClosed, state.channels.count < ConnectionLimits.connections else { return false }
      if let machine {
        guard state.counts[machine, default: 0] < ConnectionLimits.connectionsOfMachine else { return false }
        state.counts[machine, default: 0] += 1
      }
      state.channels[key] = channel
      return true
    }
    if isTaken {
      channel.closeFuture.whenComplete { [self] _ in
        state.withLock { state in
          state.channels[key] = nil
          if let machine { state.counts[machine] = state.counts[machine].flatMap { $0 > 1 ? $0 - 1 : nil } }
        }
      }
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
