internal import Dispatch

/// Pieces of work that are done on other processors while the caller goes on with its own.
///
/// The caller adds pieces, and waits for them only when it needs what they make. While it waits it does those that nobody has
/// begun, so nothing is lost if no other processor is free, and no result depends on how many there are. One thread at a time adds
/// and waits.
package final class WorkAside: Sendable {
  private let pile: Pile

  /// Whether the caller does all pieces itself, as one of many that keep all processors busy already: handing over would only take
  /// time.
  @TaskLocal package static var isWithoutHelp = false

  /// No work yet.
  ///
  /// - Parameter limit: how many pieces may be done at a time, at least 1; with 1 they are done one after the other, in order.
  package init(atOnce limit: Int) {
    pile = Pile(limit, helpers: Self.isWithoutHelp ? 0 : min(limit, Processors.count - 1))
  }

  /// Pieces that nobody has begun are not done any more.
  deinit { pile.drop() }

  /// Adds a piece.
  package func add(_ piece: @escaping @Sendable () -> Void) { pile.add(piece) }

  /// Waits until at least so many pieces are done. With a limit of 1 these are the first ones.
  ///
  /// - Parameter count: at most ``count``; by default all.
  package func finish(_ count: Int? = nil) { pile.finish(count ?? self.count) }

  /// How many pieces were added so far.
  package var count: Int { pile.count }
}

/// What those who work need to know of each other.
private final class Pile: Sendable {
  private struct State: Sendable {
    var pieces: [@Sendable () -> Void] = []
    /// How many pieces were begun, are running, and are done.
    var (begun, running, done) = (0, 0, 0)
    var helpers = 0
    /// How many must be done before the caller goes on, if it waits.
    var awaited: Int?

    /// Begins the next piece; nil if there is none, or if as many are running as may.
    mutating func begin(_ limit: Int) -> (@Sendable () -> Void)? {
      guard running < limit, begun < pieces.count else { return nil }
      let piece = pieces[begun]
      // What it holds is not needed any longer.
      pieces[begun] = {}
      begun += 1
      running += 1
      return piece
    }
  }

  private enum Step {
    case done
    case work(@Sendable () -> Void)
    case wait
  }

  private let limit: Int
  private let mostHelpers: Int
  private let state = Mutex(State())
  private let enough = DispatchSemaphore(value: 0)

  init(_ limit: Int, helpers: Int) { (self.limit, mostHelpers) = (limit, helpers) }

  var count: Int { state.withLock { $0.pieces.count } }

  func drop() { state.withLock { $0.begun = $0.pieces.count } }

  func add(_ piece: @escaping @Sendable () -> Void) {
    state.withLock { $0.pieces.append(piece) }
    getHelp()
  }

  func finish(_ count: Int) {
    precondition(count <= self.count, "nobody does pieces that were not added")
    // Whether the caller did a piece itself: helpers may have left meanwhile.
    var hasWorked = false
    while true {
      switch next(count) {
      case .done:
        if hasWorked { getHelp() }
        return
      case .work(let piece):
        hasWorked = true
        piece()
        _ = end()
      case .wait: enough.wait()
      }
    }
  }

  /// What the caller does until so many pieces are done.
  private func next(_ count: Int) -> Step {
    state.withLock { state in
      if state.done >= count { return .done }
      if let piece = state.begin(limit) { return .work(piece) }
      state.awaited = count
      return .wait
    }
  }

  /// Starts one more helper if there is work for it.
  private func getHelp() {
    let isNeeded = state.withLock { state in
      guard state.begun < state.pieces.count, state.helpers < mostHelpers else { return false }
      state.helpers += 1
      return true
    }
    if isNeeded { DispatchQueue.global(qos: .userInitiated).async { self.help() } }
  }

  private func help() {
    while let piece = nextForHelper() {
      piece()
      if end() { enough.signal() }
    }
  }

  /// The next piece; without one, the helper leaves.
  private func nextForHelper() -> (@Sendable () -> Void)? {
    state.withLock { state in
      let piece = state.begin(limit)
      if piece == nil { state.helpers -= 1 }
      return piece
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
