import Testing

@testable import Sweeps

@Suite struct TaskListTests {
  @Test(arguments: [
    ([1], "1"), ([1, 2], "1-2"), ([1, 2, 3, 7, 9, 10, 11, 12], "1-3,7,9-12"), ([3, 1, 2, 2, 9], "1-3,9"),
    (Array(1...50), "1-50"), ([], ""),
  ])
  func neighboursAreDrawnTogether(tasks: [Int], text: String) {
    #expect(TaskList(tasks).text == text)
  }

  /// Slurm 22.05 accepts 4096 bytes.
  @Test(arguments: [2, 3, 7])
  func longListsFillTheirGaps(step: Int) {
    let tasks = Array(stride(from: 1, through: 10_000, by: step))
    let list = TaskList(tasks)
    #expect(list.text.utf8.count <= 4000)
    #expect(tasks.allSatisfy { task in list.ranges.contains { $0.contains(task) } })
    #expect(list.ranges.allSatisfy { tasks.contains($0.lowerBound) && tasks.contains($0.upperBound) })
  }

  @Test func shortListsHaveNothingElse() {
    let tasks = Array(stride(from: 1, through: 999, by: 2))
    #expect(TaskList(tasks).text == tasks.map(String.init).joined(separator: ","))
  }
}
