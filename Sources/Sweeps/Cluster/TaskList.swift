/// The tasks of a job array, as sbatch lists them: `1-3,7,9-12`.
struct TaskList: Equatable, Sendable {
  /// The ranges, rising and apart.
  private(set) var ranges: [ClosedRange<Int>] = []

  /// How long a list may be, in bytes: slurmctld refuses more than 4096.
  static let lengthLimit = 4000

  /// The tasks in any order.
  ///
  /// Should the list become longer than Slurm takes, the smallest gaps are filled: a task that has nothing left to do ends at
  /// once.
  init(_ tasks: some Sequence<Int>) {
    for task in tasks.sorted() {
      if let last = ranges.last, task <= last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, task)
      } else {
        ranges.append(task...task)
      }
    }
    var gap = 1
    while text.utf8.count > Self.lengthLimit {
      fill(gapsUpTo: gap)
      gap += 1
    }
  }

  /// The list in letters.
  var text: String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
  }

  private mutating func fill(gapsUpTo gap: Int) {
    var filled: [ClosedRange<Int>] = []
    for range in ranges {
      if let last = filled.last, range.lowerBound - last.upperBound - 1 <= gap {
        filled[filled.count - 1] = last.lowerBound...range.upperBound
      } else {
        filled.append(range)
      }
    }
    ranges = filled
  }
}
