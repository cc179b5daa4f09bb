internal import Foundation
internal import Support

/// So many places, taken in the order in which they are asked for.
///
/// All tests begin at once. Hundreds of programs at a time would make each of them slow, and the machine run out of memory.
final class Places: Sendable {
  /// For programs that tests start: some wait for others, so there are more than processors.
  static let programs = Places(2 * ProcessInfo.processInfo.activeProcessorCount)

  private struct State {
    var free: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>

  init(_ count: Int) { state = Mutex(State(free: count)) }

  /// Does something once there is a place.
  func take<Value: Sendable>(_ work: () async throws -> Value) async rethrows -> Value {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        guard state.free == 0 else {
          state.free -= 1
          return true
        }
        state.waiting.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
    defer {
      let next: CheckedContinuation<Void, Never>? = state.withLock { state in
        guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
        state.free += 1
        return nil
      }
      next?.resume()
    }
    return try await work()
  }
}
