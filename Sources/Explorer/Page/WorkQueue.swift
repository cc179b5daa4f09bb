internal import Support

/// Schedules the work of several pages: a limited number of pieces in parallel, the pages in turns. Outdated work of a page
/// is dropped.
///
/// A page that asks for more than its share delays only itself: a new page comes next.
actor WorkQueue {
  /// Why work was refused.
  enum Refusal: Error, Equatable {
    /// The page has sent a newer request.
    case overtaken
    /// Too much work of the page is waiting.
    case tooManyOfPage
    /// Too much work of all pages is waiting.
    case busy
  }

  private struct Waiting {
    let number: Int
    let turn: Int
    let start: CheckedContinuation<Void, any Error>
  }

  private let atOnce: Int
  private let atOnceOfPage: Int
  private let waitingOfPage: Int
  private let waitingInAll: Int

  private var waiting: [String: [Waiting]] = [:]
  /// Pages with waiting work, in the order of their turns.
  private var order: [String] = []
  private var running: [Int: (page: String, turn: Int, cancel: @Sendable () -> Void)] = [:]
  /// How many places each page takes.
  private var taken: [String: Int] = [:]
  private var takenCount = 0
  private var newest = LeastRecentlyUsed<String, Int>(limit: 1000)
  /// Pages whose work was done before. A client that uses a new page name for each request is new (a stranger) each time; new
  /// pages share half of the places.
  private var regulars = LeastRecentlyUsed<String, Bool>(limit: 1000)
  /// Whether the last place went to a new page.
  private var wasStranger = false
  private var numbers = 0
  private var isClosed = false
  /// Callers that wait for the last piece to end.
  private var ending: [CheckedContinuation<Void, Never>] = []

  /// - Parameters:
  ///   - atOnce: how many pieces run in parallel.
  ///   - atOnceOfPage: how many of them may belong to one page.
  ///   - waitingOfPage: how many pieces of one page may wait.
  ///   - waitingInAll: how many pieces of all pages may wait; half as many for new pages.
  init(atOnce: Int, atOnceOfPage: Int, waitingOfPage: Int = 24, waitingInAll: Int = 96) {
    self.atOnce = atOnce
    self.atOnceOfPage = atOnceOfPage
    self.waitingOfPage = waitingOfPage
    self.waitingInAll = waitingInAll
  }

  /// How many pieces are waiting.
  var waitingCount: Int { waiting.values.reduce(0) { $0 + $1.count } }

  /// Does a piece of work when it is the page's turn.
  ///
  /// - Parameters:
  ///   - page: the page that asks.
  ///   - turn: the number of the page's request; work of older requests is dropped. An empty page name stands for many
  ///     clients, and drops nothing.
  /// - Throws: ``Refusal``, `CancellationError` if the caller is cancelled or the queue closed, what the work throws.
  func run<Value: Sendable>(
    page: String, turn: Int, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    guard !isClosed else { throw CancellationError() }
    try overtake(page, turn)
    let number = numbers
    numbers += 1
    return try await withTaskCancellationHandler {
      try await waitForPlace(number, page, turn)
      regulars.keep(true, for: page, size: 1)
      defer { leave(number, page) }
      // It may also have been dropped between waiting and running.
      try Task.checkCancellation()
      guard !isOvertaken(page, turn) else { throw Refusal.overtaken }
      guard !isClosed else { throw CancellationError() }
      let task = Task.detached(operation: work)
      running[number] = (page, turn, { task.cancel() })
      do {
        return try await task.value
      } catch {
        // Cancelled work may fail with any error; the cause is that it was overtaken.
        throw task.isCancelled && isOvertaken(page, turn) ? Refusal.overtaken : error
      }
    } onCancel: {
      Task { await self.drop(for: CancellationError()) { $0 == number } }
    }
  }

  /// Notes the newest turn of a page, and drops its older work.
  ///
  /// - Throws: ``Refusal/overtaken`` if the turn itself is older.
  func overtake(_ page: String, _ turn: Int) throws(Refusal) {
    guard !page.isEmpty else { return }
    let known = newest.value(for: page) ?? .min
    guard turn >= known else { throw .overtaken }
    guard turn > known else { return }
    newest.keep(turn, for: page, size: 1)
    let old =
      (waiting[page] ?? []).filter { $0.turn < turn }.map(\.number)
      + running.filter { $0.value.page == page && $0.value.turn < turn }.map(\.key)
    drop(for: Refusal.overtaken) { old.contains($0) }
  }

  /// Accepts no more work, drops waiting work, and cancels running work.
  func close() {
    isClosed = true
    drop(for: CancellationError()) { _ in true }
  }

  /// Returns when no work is running any more, after ``close()``.
  func ended() async {
    guard takenCount > 0 else { return }
    await withCheckedContinuation { ending.append($0) }
  }

  private func isOvertaken(_ page: String, _ turn: Int) -> Bool {
    newest.value(for: page).map { $0 > turn } == true
  }

  /// Drops waiting work, and cancels running work.
  private func drop(for reason: any Error, _ isMeant: (Int) -> Bool) {
    for page in order {
      for piece in waiting[page] ?? [] where isMeant(piece.number) { piece.start.resume(throwing: reason) }
      waiting[page]?.removeAll { isMeant($0.number) }
      if waiting[page]?.isEmpty == true { waiting[page] = nil }
    }
    order.removeAll { waiting[$0] == nil }
    for (number, piece) in running where isMeant(number) { piece.cancel() }
  }

  private func waitForPlace(_ number: Int, _ page: String, _ turn: Int) async throws {
    if mayTake(page), !order.contains(where: mayTake) {
      take(page)
      return
    }
    guard (waiting[page]?.count ?? 0) < waitingOfPage else { throw Refusal.tooManyOfPage }
    let isRegular = regulars.value(for: page) != nil
    guard waitingCount < (isRegular ? waitingInAll : waitingInAll / 2) else { throw Refusal.busy }
    try await withCheckedThrowingContinuation { continuation in
      if waiting[page] == nil { order.append(page) }
      waiting[page, default: []].append(Waiting(number: number, turn: turn, start: continuation))
      // The caller may have been cancelled before there was anything to drop.
      if Task.isCancelled { drop(for: CancellationError()) { $0 == number } }
    }
  }

  private func mayTake(_ page: String) -> Bool { takenCount < atOnce && taken[page, default: 0] < atOnceOfPage }

  private func take(_ page: String) {
    taken[page, default: 0] += 1
    takenCount += 1
    wasStranger = regulars.value(for: page) == nil
  }

  /// Gives the place to the next page.
  private func leave(_ number: Int, _ page: String) {
    running[number] = nil
    takenCount -= 1
    taken[page] = taken[page].flatMap { $0 > 1 ? $0 - 1 : nil }
    if isClosed, takenCount == 0 {
      for waiter in ending { waiter.resume() }
      ending = []
    }
    // Known and new pages take turns, so that neither blocks the other.
    let index =
      order.firstIndex { mayTake($0) && (regulars.value(for: $0) != nil) == wasStranger }
      ?? order.firstIndex(where: mayTake)
    guard let index, let next = waiting[order[index]]?.removeFirst() else { return }
    let page = order.remove(at: index)
    if waiting[page]?.isEmpty == true { waiting[page] = nil } else { order.append(page) }
    take(page)
    next.start.resume()
  }
}
