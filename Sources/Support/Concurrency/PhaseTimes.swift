/// How long the parts of the work on one dataset took.
public struct PhaseTimes: Sendable {
  /// The parts in the order in which they began, each with its time in all.
  public private(set) var times: [(phase: String, time: Duration)] = []

  /// Nothing measured yet.
  package init() {}

  /// Does a part of the work, and adds its time.
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
