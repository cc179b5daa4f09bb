internal import Experiments

/// Computes pieces of a sweep.
struct BlockComputation: Sendable {
  private let plan: SweepPlan
  private let blocks: SweepBlocks
  private let bases: SharedBases
  private let further: [(axis: Int, values: SweepAxis)]

  /// A computation for so many threads.
  init(_ plan: SweepPlan, threads: Int) {
    self.plan = plan
    blocks = SweepBlocks(plan)
    // One for each thread, and one that a thread has just left.
    bases = SharedBases(plan, capacity: threads + 1)
    let names = Set(SweepColumns.further(plan).map(\.name))
    further = plan.sharedAxes.enumerated().filter { names.contains($0.element.name) }.map { ($0.offset, $0.element) }
  }

  /// The rows of a piece as text.
  ///
  /// A run that cannot be made or trained is a row that says why; the others go on.
  ///
  /// - Throws: `CancellationError` when the task it runs in is cancelled.
  func rows(of block: Int) throws -> String {
    var text = ""
    var current: (index: Int, request: RunRequest, further: [String])?
    for run in blocks.runs(of: block) {
      try Task.checkCancellation()
      let (basis, own) = run.quotientAndRemainder(dividingBy: plan.ownCount)
      if current?.index != basis {
        let places = SweepPlan.places(plan.sharedAxes, at: basis)
        current = (basis, try plan.sharedRequest(basis), further.map { $0.values.values[places[$0.axis]] })
      }
      guard let current else { continue }
      var request = current.request
      try plan.set(own: own, in: &request)
      let result: Result<RunRow.Trained, any Error>
      do {
        result = .success(try bases.basis(basis).trained(request))
      } catch let error as CancellationError {
        throw error
      } catch {
        result = .failure(error)
      }
      RunRow(run: run, request: request, further: current.further, result: result).write(to: &text)
    }
    return text
  }
}
