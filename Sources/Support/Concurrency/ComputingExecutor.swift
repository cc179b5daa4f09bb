internal import Dispatch

/// Threads for work that computes for long without a pause.
///
/// On the threads that all tasks share it would keep those waiting that look after other programs and the clock: gnuplot's
/// answer would come too late because nobody had time to take it.
package final class ComputingExecutor: TaskExecutor {
  /// The threads of this process.
  package static let shared = ComputingExecutor()

  /// Of another quality of service than the shared threads, because each has threads of its own.
  private let queue = DispatchQueue(label: "dlnn-sim.computing", qos: .userInitiated, attributes: .concurrent)

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { [executor = asUnownedTaskExecutor()] in job.runSynchronously(on: executor) }
  }
}

/// Work that computes for long, apart from the threads that all tasks share.
public enum ComputingThreads {
  /// Does a piece of work there; it is cancelled with the task that waits for it.
  public static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withThrowingTaskGroup { group in
      group.addTask(executorPreference: ComputingExecutor.shared) { try work() }
      guard let value = try await group.next() else { throw CancellationError() }
      return value
    }
  }
}
