internal import Synchronization

/// The bases in use, each made once by whoever needs it first while the others that need it wait.
final class SharedBases: Sendable {
  private let plan: SweepPlan
  private let known: Mutex<(entries: [Int: Entry], order: [Int])>
  /// How many are kept.
  private let capacity: Int

  /// A basis on its way, or there.
  private final class Entry: Sendable {
    let value = Mutex<Result<SharedBasis, any Error>?>(nil)
  }

  /// Bases of a plan, of which the last few are kept.
  init(_ plan: SweepPlan, capacity: Int) {
    self.plan = plan
    self.capacity = capacity
    known = Mutex(([:], []))
  }

  /// A basis by its index.
  ///
  /// - Throws: as ``SharedBasis/init(_:_:)``; the same again to everybody who asks.
  func basis(_ index: Int) throws -> SharedBasis {
    let entry = known.withLock { known in
      if let entry = known.entries[index] { return entry }
      let entry = Entry()
      known.entries[index] = entry
      known.order.append(index)
      if known.order.count > capacity { known.entries[known.order.removeFirst()] = nil }
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
