internal import Dispatch

/// Runs a piece of work for each index below a count, a limited number of them in parallel.
///
/// - Parameters:
///   - executor: where the work runs; nil for the default executor.
///   - afterEach: called with the number of pieces done.
/// - Returns: the results in the order of the indices.
package func sideBySide<Value: Sendable>(
  _ count: Int, atOnce: Int, on executor: ComputingExecutor? = nil, afterEach: (Int) -> Void = { _ in },
  _ work: @escaping @Sendable (Int) async -> Value
) async -> [Value] {
  await withTaskGroup(of: (Int, Value).self) { group in
    var begun = 0
    func begin() {
      guard begun < count else { return }
      let index = begun
      begun += 1
      group.addTask(executorPreference: executor) { (index, await work(index)) }
    }
    for _ in 0..<max(1, atOnce) { begin() }
    var results = [Value?](repeating: nil, count: count)
    var done = 0
    for await (index, value) in group {
      results[index] = value
      done += 1
      afterEach(done)
      begin()
    }
    return results.compactMap(\.self)
  }
}

/// Threads for work that computes for long without a pause.
///
/// On the shared threads of all tasks it would delay the tasks that wait for other programs and for timers: gnuplot's output
/// would be read too late.
package final class ComputingExecutor: TaskExecutor {
  package static let shared = ComputingExecutor()

  /// Uses another quality of service than the shared threads, because each has its own threads.
  private let queue = DispatchQueue(label: "dlnn-sim.computing", qos: .userInitiated, attributes: .concurrent)

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { [executor = asUnownedTaskExecutor()] in job.runSynchronously(on: executor) }
  }
}

/// Long computations, away from the shared threads of all tasks.
public enum ComputingThreads {
  /// Runs a piece of work there; it is cancelled with the task that waits for it.
  public static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withThrowingTaskGroup { group in
      group.addTask(executorPreference: ComputingExecutor.shared) { try work() }
      guard let value = try await group.next() else { throw CancellationError() }
      return value
    }
  }
}

/// How long the parts of a piece of work took.
public struct PhaseTimes: Sendable {
  /// The parts in the order in which they began, each with its total time.
  public private(set) var times: [(phase: String, time: Duration)] = []

  /// Nothing measured yet.
  package init() {}

  /// Runs a part of the work, and adds its time.
  package mutating func measure<Result>(_ phase: String, _ work: () throws -> Result) rethrows -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    defer {
      let time = start.duration(to: clock.now)
      if let index = times.firstIndex(where: { $0.phase == phase }) {
        times[index].time += time
      } else {
        times.append((phase, time))
      }
    }
    return try work()
  }
}
