internal import Dispatch

/// Pieces of work that are done on other processors while the caller goes on with its own.
///
/// The caller adds pieces, and waits for them only when it needs what they make. While it waits it does those that nobody has
/// begun, so nothing is lost if no other processor is free, and nothing depends on how many there are. One thread adds and waits.
package final class WorkAside: Sendable {
  private let pile: Pile

  /// No work yet.
  ///
  /// - Parameter limit: how many pieces may be done at a time; with 1 they are done one after the other, in order. By default one on
  ///   each processor.
  package init(atOnce limit: Int = Processors.count) { pile = Pile(limit) }

  /// Pieces that nobody has begun are not done any more.
  deinit { pile.drop() }

  /// Adds a piece.
  package func add(_ piece: @escaping @Sendable () -> Void) { pile.add(piece) }

  /// Waits until all pieces are done, or only so many of them.
  ///
  /// - Parameter count: of all pieces that were added so far, how many are done then, the first ones if they are done in order.
  package func finish(_ count: Int? = nil) { pile.finish(count) }

  /// How many pieces were added so far.
  package var count: Int { pile.count }
}

/// The processors of the machine.
public enum Processors {
  /// How many there are, at least 1.
  public static let count = max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))
}

/// What those who work need to know of each other.
private final class Pile: Sendable {
  private struct State: Sendable {
    var pieces: [@Sendable () -> Void] = []
    /// Pieces that were begun, running ones, those that are done.
    var (begun, running, done) = (0, 0, 0)
    var helpers = 0
    /// How many must be done before the caller goes on, if it waits.
    var awaited: Int?
  }

  private let limit: Int
  private let state = Mutex(State())
  private let enough = DispatchSemaphore(value: 0)

  init(_ limit: Int) { self.limit = limit }

  var count: Int { state.withLock { $0.pieces.count } }

  func drop() { state.withLock { $0.begun = $0.pieces.count } }

  func add(_ piece: @escaping @Sendable () -> Void) {
    let isHelpNeeded = state.withLock { state in
      state.pieces.append(piece)
      guard state.helpers < min(limit, Processors.count - 1) else { return false }
      state.helpers += 1
      return true
    }
    if isHelpNeeded { DispatchQueue.global(qos: .userInitiated).async { self.help() } }
  }

  func finish(_ count: Int?) {
    let count = count ?? self.count
    while !isDone(count) {
      if let piece = take() {
        piece()
        _ = end()
      } else if isToWait(for: count) {
        enough.wait()
      }
    }
  }

  private func isDone(_ count: Int) -> Bool { state.withLock { $0.done >= count } }

  /// Asks to be woken when so many pieces are done; false if they are.
  private func isToWait(for count: Int) -> Bool {
    state.withLock { state in
      guard state.done < count else { return false }
      state.awaited = count
      return true
    }
  }

  private func help() {
    while let piece = take(leaving: true) {
      piece()
      if end() { enough.signal() }
    }
  }

  /// The next piece, now running; nil if there is none, or none may be begun now.
  private func take(leaving: Bool = false) -> (@Sendable () -> Void)? {
    state.withLock { state in
      guard state.running < limit, state.begun < state.pieces.count else {
        if leaving { state.helpers -= 1 }
        return nil
      }
      defer {
        // What it holds is needed no longer.
        state.pieces[state.begun] = {}
        state.begun += 1
        state.running += 1
      }
      return state.pieces[state.begun]
    }
  }

  /// A piece is done; returns whether the caller waits for it.
  private func end() -> Bool {
    state.withLock { state in
      state.running -= 1
      state.done += 1
      guard let awaited = state.awaited, state.done >= awaited else { return false }
      state.awaited = nil
      return true
    }
  }
}
