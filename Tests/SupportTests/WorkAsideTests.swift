import Support
import Testing

@Suite struct WorkAsideTests {
  /// Every piece is done, once, whoever does it; one at a time they are done in order.
  @Test(arguments: [1, 2, 8], [0, 1, 1000])
  func allPiecesAreDone(limit: Int, count: Int) {
    let aside = WorkAside(atOnce: limit)
    let done = Mutex<[Int]>([])
    for index in 0..<count { aside.add { done.withLock { $0.append(index) } } }
    #expect(aside.count == count)
    aside.finish()
    let order = done.withLock { $0 }
    #expect(limit == 1 ? order == Array(0..<count) : order.sorted() == Array(0..<count))
    // Nothing is left, and more can be added.
    aside.finish()
    aside.add { done.withLock { $0.append(count) } }
    aside.finish()
    #expect(done.withLock { $0.count } == count + 1)
  }

  /// Waiting for some pieces does not need the others, which may wait for what follows.
  @Test func someCanBeAwaited() {
    let aside = WorkAside(atOnce: 1)
    let done = Mutex(0)
    let mayGoOn = Mutex(false)
    for _ in 0..<3 { aside.add { done.withLock { $0 += 1 } } }
    aside.add { while !mayGoOn.withLock({ $0 }) { usleep(100) } }
    aside.finish(3)
    #expect(done.withLock { $0 } == 3)
    mayGoOn.withLock { $0 = true }
    aside.finish()
  }

  /// Without help everything is done by the caller, and nothing before it waits.
  @Test func withoutHelpTheCallerDoesAll() {
    WorkAside.$isWithoutHelp.withValue(true) {
      let aside = WorkAside(atOnce: 4)
      let threads = Mutex<Set<UInt>>([])
      for _ in 0..<20 { aside.add { threads.withLock { _ = $0.insert(UInt(bitPattern: pthread_self().hashValue)) } } }
      #expect(threads.withLock { $0.isEmpty })
      aside.finish()
      #expect(threads.withLock { $0.count } == 1)
    }
  }

  /// At most so many pieces are running at a time.
  @Test func noMoreThanTheLimitAtATime() {
    let aside = WorkAside(atOnce: 2)
    let running = Mutex((now: 0, most: 0))
    for _ in 0..<50 {
      aside.add {
        running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
        usleep(200)
        running.withLock { $0.now -= 1 }
      }
    }
    aside.finish()
    #expect(running.withLock { $0.most } <= 2)
  }

  /// Without its owner, pieces that nobody has begun are not done, and what they hold is given back.
  @Test func withoutItsOwnerWorkEnds() async throws {
    final class Held: Sendable {}
    weak let held: Held?
    let done = Mutex(0)
    let isReleased = Mutex(false)
    do {
      let aside = WorkAside(atOnce: 1)
      let object = Held()
      held = object
      for _ in 0..<200 {
        aside.add {
          while !isReleased.withLock({ $0 }) { usleep(100) }
          done.withLock { $0 += 1 }
          withExtendedLifetime(object) {}
        }
      }
    }
    isReleased.withLock { $0 = true }
    while held != nil { try await Task.sleep(for: .milliseconds(1)) }
    // Only one can have begun before.
    #expect(done.withLock { $0 } <= 1)
  }
}
