import Testing

@testable import Explorer

/// The order of the work, and what is refused.
@Suite(.timeLimit(.minutes(120))) struct WorkQueueTests {
  @Test func neverMoreThanAllowed() async throws {
    let shop = Workshop(atOnce: 2, ofPage: 1)
    let (a1, a2) = (await shop.ask("a1"), await shop.ask("a2"))
    let (b1, c1) = (await shop.ask("b1"), await shop.ask("c1"))
    #expect(await shop.log.started == ["a1", "b1"])
    #expect(await shop.queue.waitingCount == 2)
    // The place of b may not go to a, which has one already.
    try await shop.end("b1", b1)
    #expect(await shop.started(3) == ["a1", "b1", "c1"])
    try await shop.end("a1", a1)
    #expect(await shop.started(4).last == "a2")
    try await shop.end("a2", a2)
    try await shop.end("c1", c1)
    #expect(await shop.log.most == (2, 1))
    #expect(try await shop.isFree(atOnce: 2))
  }

  @Test func pagesTakeTurns() async throws {
    let shop = Workshop(atOnce: 1, ofPage: 1)
    var tasks = ["a0": await shop.ask("a0")]
    for number in 1...20 { tasks["a\(number)"] = await shop.ask("a\(number)") }
    tasks["b1"] = await shop.ask("b1")
    tasks["c1"] = await shop.ask("c1")
    tasks["b2"] = await shop.ask("b2")
    var order = ["a0"]
    for count in 1...tasks.count {
      let name = try #require(order.last)
      try await shop.end(name, try #require(tasks[name]))
      if count < tasks.count { order = await shop.started(count + 1) }
    }
    // Known and new pages take turns; of each, the one that has waited longest is next. The work of a page is done in order.
    #expect(order.prefix(7) == ["a0", "a1", "b1", "a2", "c1", "b2", "a3"])
    #expect(order.suffix(17) == (4...20).map { "a\($0)" }[...])
    #expect(try await shop.isFree(atOnce: 1))
  }

  @Test func aPageHasOnlySoMuchWaiting() async throws {
    let shop = Workshop(atOnce: 1, ofPage: 1, waitingOfPage: 2, waitingInAll: 6)
    let tasks = [await shop.ask("a0"), await shop.ask("a1"), await shop.ask("a2")]
    await #expect(throws: WorkQueue.Refusal.tooManyOfPage) {
      try await shop.queue.run(page: "a", turn: 1) { Issue.record("was done") }
    }
    let b1 = await shop.ask("b1")
    // Three pieces are waiting now, half of the limit: no more work of new pages.
    await #expect(throws: WorkQueue.Refusal.busy) {
      try await shop.queue.run(page: "c", turn: 1) { Issue.record("was done") }
    }
    try await shop.end("a0", tasks[0])
    try await shop.end("a1", tasks[1])
    try await shop.end("b1", b1)
    try await shop.end("a2", tasks[2])
    #expect(try await shop.isFree(atOnce: 1))
  }

  @Test func whatWorkThrowsIsPassedOn() async throws {
    struct Broken: Error {}
    let shop = Workshop(atOnce: 1, ofPage: 1)
    await #expect(throws: Broken.self) { try await shop.queue.run(page: "a", turn: 1) { throw Broken() } }
    #expect(try await shop.queue.run(page: "a", turn: 1) { 7 } == 7)
    #expect(try await shop.isFree(atOnce: 1))
  }

  /// Many pieces, some of them cancelled: nothing is left behind.
  @Test func nothingLeaks() async throws {
    let shop = Workshop(atOnce: 3, ofPage: 2)
    await withTaskGroup { group in
      for number in 0..<300 {
        group.addTask {
          let task = Task {
            try await shop.queue.run(page: "\(number % 7)", turn: number / 60) {
              for _ in 0..<number % 5 {
                try Task.checkCancellation()
                await Task.yield()
              }
            }
          }
          if number.isMultiple(of: 3) { task.cancel() }
          _ = await task.result
        }
      }
    }
    #expect(try await shop.isFree(atOnce: 3))
  }
}
