/// Does a piece of work for each index below a count, at most so many at a time.
///
/// - Parameters:
///   - executor: where the work is done; among all other tasks when nil.
///   - afterEach: called with the number of pieces done.
/// - Returns: the results in the order of their indices, whatever the order in which they came.
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
