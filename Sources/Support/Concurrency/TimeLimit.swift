/// Waits for a piece of work, but no longer than a limit, even if the work ignores cancellation.
///
/// - Parameters:
///   - limit: how long it may take; then it is cancelled.
///   - grace: how long it may then take to end.
///   - work: the work; it is cancelled with the task that waits for it.
/// - Returns: what the work returned; nil if it did not end in time.
/// - Throws: what the work throws; `CancellationError`.
package func within<Value: Sendable>(
  _ limit: Duration, grace: Duration = .seconds(5), _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value? {
  let first = FirstOutcome<Value>()
  let task = Task {
    do {
      first.settle(.success(try await work()))
    } catch {
      first.settle(.failure(error))
    }
  }
  let clock = Task {
    // Sleep in many short steps: in a busy process each step takes longer, so that the end of the work, which waits in the
    // same queue, is still noticed in time.
    for _ in 0..<rests { try await Task.sleep(for: limit / rests) }
    first.expire()
    task.cancel()
    try await Task.sleep(for: grace)
    first.settle(.success(nil))
  }
  defer { clock.cancel() }
  return try await withTaskCancellationHandler {
    try await first.value()
  } onCancel: {
    task.cancel()
    Task {
      try await Task.sleep(for: grace)
      first.settle(.failure(CancellationError()))
    }
  }
}

private let rests = 100

/// The first of several outcomes, and the continuation that waits for it.
private final class FirstOutcome<Value: Sendable>: Sendable {
  private struct State {
    var outcome: Result<Value?, any Error>?
    var isExpired = false
    var waiting: CheckedContinuation<Value?, any Error>?
  }

  private let state = Mutex(State())

  /// From now on, the outcome of the work is ignored.
  func expire() { state.withLock { $0.isExpired = true } }

  func settle(_ outcome: Result<Value?, any Error>) {
    let waiting = state.withLock { state -> (CheckedContinuation<Value?, any Error>, Result<Value?, any Error>)? in
      guard state.outcome == nil else { return nil }
      let known: Result<Value?, any Error> = state.isExpired ? .success(nil) : outcome
      state.outcome = known
      defer { state.waiting = nil }
      return state.waiting.map { ($0, known) }
    }
    waiting.map { $0.0.resume(with: $0.1) }
  }

  func value() async throws -> Value? {
    try await withCheckedThrowingContinuation { continuation in
      let known = state.withLock { state -> Result<Value?, any Error>? in
        if state.outcome == nil { state.waiting = continuation }
        return state.outcome
      }
      known.map { continuation.resume(with: $0) }
    }
  }
}
