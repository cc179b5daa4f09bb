import NIOCore
import Synchronization

/// The connections that are open, so that there are not too many and none outlives the server.
final class OpenConnections: Sendable {
  private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])

  /// Takes a connection in until it closes; no if there are as many as may be.
  func takeIn(_ channel: any Channel) -> Bool {
    let key = ObjectIdentifier(channel)
    let isTaken = channels.withLock { channels in
      guard channels.count < ConnectionLimits.connections else { return false }
      channels[key] = channel
      return true
    }
    if isTaken {
      channel.closeFuture.whenComplete { [self] _ in channels.withLock { $0[key] = nil } }
    }
    return isTaken
  }

  /// Closes them all.
  func close() {
    for channel in channels.withLock({ Array($0.values) }) { channel.close(promise: nil) }
  }
}
