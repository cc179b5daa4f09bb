internal import Synchronization

/// The bases in use, each made once by whoever needs it first while the others that need it wait.
final class SharedBases: Sendable {
  private let plan: SweepPlan
  private let known: Mutex<[(index: Int, entry: Entry)]>
  /// How many are kept.
  private let capacity: Int

  /// A basis on its way, or there.
  private final class Entry: Sendable {
    let value = Mutex<Result<SharedBasis, any Error>?>(nil)
  }

  /// Bases of a plan; those that were asked for last are kept.
  init(_ plan: SweepPlan, capacity: Int) {
    self.plan = plan
    self.capacity = capacity
    known = Mutex([])
  }

  /// A basis by its index.
  ///
  /// - Throws: as ``SharedBasis/init(_:_:)``; the same again to everybody who asks.
  func basis(_ index: Int) throws -> SharedBasis {
    let entry = known.withLock { known in
      let place = known.firstIndex { $0.index == index }
      let entry = place.map { known.remove(at: $0).entry } ?? Entry()
      known.append((index, entry))
      if known.count > capacity { known.removeFirst() }
      return entry
    }
    return try entry.value.withLock { value in
      if let value { return value }
      let made = Result { try SharedBasis(plan, index) }
      // Who was interrupted has not failed.
      if case .failure(let error) = made, error is CancellationError { return made }
      value = made
      return made
    }.get()
  }
}
