import Testing

@testable import Explorer

/// Outdated work of a page, and cancelled callers.
@Suite(.timeLimit(.minutes(120))) struct WorkQueueDroppingTests {
  @Test func aNewerTurnDropsWhatThePageAskedForBefore() async throws {
    let shop = Workshop(atOnce: 2, ofPage: 1)
    let (a1, b1) = (await shop.ask("a1"), await shop.ask("b1"))
    let (a2, b2) = (await shop.ask("a2"), await shop.ask("b2"))
    let a3 = Task { [shop] in
      try await shop.queue.run(page: "a", turn: 2) { try await shop.log.hold("a3", of: "a") }
    }
    await #expect(throws: WorkQueue.Refusal.overtaken) { try await a1.value }
    await #expect(throws: WorkQueue.Refusal.overtaken) { try await a2.value }
    #expect(await shop.started(3) == ["a1", "b1", "a3"])
    #expect(await shop.log.cancelled == ["a1"])
    // The other page has lost nothing.
    #expect(await shop.queue.waitingCount == 1)
    try await shop.end("b1", b1)
    try await shop.end("b2", b2)
    try await shop.end("a3", a3)
    #expect(try await shop.isFree(atOnce: 2))
  }

  @Test func anOlderTurnIsRefused() async throws {
    let shop = Workshop(atOnce: 1, ofPage: 1)
    try await shop.queue.overtake("a", 5)
    await #expect(throws: WorkQueue.Refusal.overtaken) {
      try await shop.queue.run(page: "a", turn: 4) { Issue.record("was done") }
    }
    await #expect(throws: WorkQueue.Refusal.overtaken) { try await shop.queue.overtake("a", .min) }
    #expect(try await shop.queue.run(page: "a", turn: 5) { 7 } == 7)
    #expect(try await shop.queue.run(page: "b", turn: .min) { 7 } == 7)
    #expect(try await shop.isFree(atOnce: 1))
  }

  /// Work that is between waiting and running is dropped too.
  @Test func overtakingWhileAPlaceIsTaken() async throws {
    for round in 0..<600 {
      let shop = Workshop(atOnce: 1, ofPage: 1)
      let (a1, a2) = (await shop.ask("a1"), await shop.ask("a2"))
      async let ended: Void = shop.log.end("a1")
      async let overtaken: Void = {
        // After different delays, so that some come at exactly that moment.
        for _ in 0..<round % 30 { await Task.yield() }
        try await shop.queue.overtake("a", 2)
      }()
      _ = try await (ended, overtaken)
      // If it began after that, it would not end within the test's time limit.
      await #expect(throws: WorkQueue.Refusal.overtaken) {
        try await withTaskCancellationHandler {
          try await a2.value
        } onCancel: {
          a2.cancel()
        }
      }
      _ = await a1.result
      #expect(try await shop.isFree(atOnce: 1))
    }
  }

  /// Cancelled work may fail with any error (a drawing: gnuplot could not be run); the cause is that it was overtaken.
  @Test func cancelledWorkThatSaysSomethingElseWasOvertaken() async throws {
    struct Stopped: Error {}
    let shop = Workshop(atOnce: 1, ofPage: 1)
    let task = Task { [shop] in
      try await shop.queue.run(page: "a", turn: 1) { () async throws in
        do { try await shop.log.hold("a1", of: "a") } catch { throw Stopped() }
      }
    }
    _ = await shop.started(1)
    try await shop.queue.overtake("a", 2)
    await #expect(throws: WorkQueue.Refusal.overtaken) { try await task.value }
    #expect(try await shop.isFree(atOnce: 1))
  }

  @Test func closingEndsEverything() async throws {
    let shop = Workshop(atOnce: 1, ofPage: 1)
    let (a1, a2, b1) = (await shop.ask("a1"), await shop.ask("a2"), await shop.ask("b1"))
    await shop.queue.close()
    await shop.queue.ended()
    #expect(await shop.log.cancelled == ["a1"])
    for task in [a1, a2, b1] { await #expect(throws: CancellationError.self) { try await task.value } }
    await #expect(throws: CancellationError.self) { try await shop.queue.run(page: "c", turn: 1) {} }
    #expect(await shop.queue.waitingCount == 0)
    await shop.queue.ended()
  }

  @Test func aCallerThatGoesFreesItsPlace() async throws {
    let shop = Workshop(atOnce: 1, ofPage: 1)
    let (a1, b1, c1) = (await shop.ask("a1"), await shop.ask("b1"), await shop.ask("c1"))
    b1.cancel()
    await #expect(throws: CancellationError.self) { try await b1.value }
    #expect(await shop.queue.waitingCount == 1)
    a1.cancel()
    await #expect(throws: CancellationError.self) { try await a1.value }
    #expect(await shop.started(2) == ["a1", "c1"])
    #expect(await shop.log.cancelled == ["a1"])
    try await shop.end("c1", c1)
    #expect(try await shop.isFree(atOnce: 1))
  }

  @Test func aCallerThatHasGoneAlreadyIsNotWorkedFor() async throws {
    let shop = Workshop(atOnce: 1, ofPage: 1)
    let a1 = await shop.ask("a1")
    for page in ["a", "b"] {
      let gone: Task<Void, any Error> = Task { [shop] in
        withUnsafeCurrentTask { $0?.cancel() }
        try await shop.queue.run(page: page, turn: 1) { _ = Issue.record("was done") }
      }
      await #expect(throws: CancellationError.self) { try await gone.value }
    }
    try await shop.end("a1", a1)
    #expect(try await shop.isFree(atOnce: 1))
  }
}
