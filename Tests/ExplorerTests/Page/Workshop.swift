import Testing

@testable import Explorer

/// A queue whose work a test starts and ends one piece at a time.
struct Workshop: Sendable {
  let queue: WorkQueue
  let log = Log()

  /// What was done, and what is held until the test releases it.
  actor Log {
    private(set) var started: [String] = []
    private(set) var cancelled: [String] = []
    /// The largest number of pieces held at a time, of all pages and of one.
    private(set) var most = (all: 0, page: 0)
    private var held: [String: (page: String, end: CheckedContinuation<Void, any Error>)] = [:]

    func hold(_ name: String, of page: String) async throws {
      started.append(name)
      try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { continuation in
          held[name] = (page, continuation)
          most = (max(most.all, held.count), max(most.page, held.values.count { $0.page == page }))
          if Task.isCancelled { cancel(name) }
        }
      } onCancel: {
        Task { await self.cancel(name) }
      }
    }

    func end(_ name: String) { held.removeValue(forKey: name)?.end.resume() }

    private func cancel(_ name: String) {
      guard let piece = held.removeValue(forKey: name) else { return }
      cancelled.append(name)
      piece.end.resume(throwing: CancellationError())
    }
  }

  init(atOnce: Int, ofPage: Int, waitingOfPage: Int = 24, waitingInAll: Int = 96) {
    queue = WorkQueue(
      atOnce: atOnce, atOnceOfPage: ofPage, waitingOfPage: waitingOfPage, waitingInAll: waitingInAll)
  }

  /// Asks for a piece of work, and returns when it has begun or waits. A name is the page's letter and a number.
  func ask(_ name: String, turn: Int = 1) async -> Task<Void, any Error> {
    let (waiting, page) = (await queue.waitingCount, String(name.prefix(1)))
    let task = Task { [queue, log] in
      try await queue.run(page: page, turn: turn) { try await log.hold(name, of: page) }
    }
    await until {
      if await log.started.contains(name) { return true }
      return await queue.waitingCount > waiting
    }
    return task
  }

  /// Releases a running piece, and waits for its end.
  func end(_ name: String, _ task: Task<Void, any Error>) async throws {
    await until { await self.log.started.contains(name) }
    await log.end(name)
    try await task.value
  }

  /// Waits until so many pieces have started, and returns their names.
  func started(_ count: Int) async -> [String] {
    await until { await self.log.started.count >= count }
    return await log.started
  }

  /// Whether all places are free again.
  func isFree(atOnce: Int) async throws -> Bool {
    let before = await log.started.count
    var tasks: [(String, Task<Void, any Error>)] = []
    for number in 0..<atOnce {
      // Pages with unused names.
      let name = "\(Character(UnicodeScalar(UInt8(ascii: "p") + UInt8(number))))-last"
      tasks.append((name, await ask(name)))
    }
    let isFree = await log.started.count == before + atOnce
    for (name, task) in tasks { try await end(name, task) }
    return await queue.waitingCount == 0 && isFree
  }
}

/// Waits for a condition; if it never holds, the test's time limit ends the waiting.
func until(_ isSo: @Sendable () async -> Bool) async {
  while await !isSo(), !Task.isCancelled { await Task.yield() }
}
