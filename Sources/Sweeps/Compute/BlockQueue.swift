internal import Support
internal import Synchronization

/// The pieces that are still to be computed, handed out one by one.
///
/// Whoever has a basis gets the next piece on it; then one on a basis that nobody has begun, so that nobody waits while another
/// makes the basis; and only when there is none, a piece of a basis that others work on.
final class BlockQueue: Sendable {
  private struct State {
    /// For each basis that has pieces left, which ones, as successive ranges.
    var next: [Range<Int>]
    /// The first of these that nobody has begun.
    var fresh = 0
    var isClosed = false
  }

  private let state: Mutex<State>

  /// A queue of pieces.
  ///
  /// - Parameter groups: successive pieces on one basis each; none is empty.
  init(_ groups: [Range<Int>]) {
    state = Mutex(State(next: groups))
  }

  /// The next piece, and the place from which it came, to be given back when asking for another; nil when there is none.
  ///
  /// - Parameter place: where the last piece came from.
  func next(after place: Int?) -> (block: Int, place: Int)? {
    state.withLock { state in
      guard !state.isClosed else { return nil }
      func take(_ place: Int) -> (Int, Int) {
        let block = state.next[place].lowerBound
        state.next[place] = block + 1..<state.next[place].upperBound
        return (block, place)
      }
      if let place, !state.next[place].isEmpty { return take(place) }
      if state.fresh < state.next.count {
        state.fresh += 1
        return take(state.fresh - 1)
      }
      // The one with most left, so that its owner is relieved.
      return state.next.indices.max { state.next[$0].count < state.next[$1].count }
        .flatMap { state.next[$0].isEmpty ? nil : take($0) }
    }
  }

  /// Hands out nothing more.
  func close() { state.withLock { $0.isClosed = true } }
}
