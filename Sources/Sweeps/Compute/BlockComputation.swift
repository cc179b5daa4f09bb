internal import Experiments
internal import GSL
internal import LearningDynamics
internal import PluginKit
internal import Support

/// Computes pieces of a sweep, one after the other; each thread has its own.
struct BlockComputation {
  private let plan: SweepPlan
  private let blocks: SweepBlocks
  private let bases: SharedBases
  /// The axes that need columns beside those of every table: shared by the runs of a basis, and set in each run.
  private let further: [(axis: Int, values: SweepAxis)]
  private let ownFurther: [(axis: Int, values: SweepAxis)]
  private var current: Current?

  /// The current basis, or the error of making it.
  private struct Current {
    let index: Int
    let request: RunRequest
    let further: [String]
    let basis: Result<SharedBasis, any Error>
  }

  /// The current basis and its index.
  var basisIndex: Int? { current?.index }

  /// A computation that shares bases with others.
  init(_ plan: SweepPlan, _ blocks: SweepBlocks, _ bases: SharedBases) {
    self.plan = plan
    self.blocks = blocks
    self.bases = bases
    let names = Set(SweepColumns.further(plan).map(\.name))
    func chosen(_ axes: [SweepAxis]) -> [(axis: Int, values: SweepAxis)] {
      axes.enumerated().filter { names.contains($0.element.name) }.map { ($0.offset, $0.element) }
    }
    (further, ownFurther) = (chosen(plan.sharedAxes), chosen(plan.ownAxes))
  }

  /// The rows of a piece as text.
  ///
  /// A run that fails on any machine becomes a row with the reason; the other runs continue.
  ///
  /// - Throws: errors that depend on this machine: ``SweepError/tooLarge(_:)``,
  ///   `GSLError` without memory; `CancellationError` when the task it runs in is cancelled.
  mutating func rows(of block: Int) throws -> String {
    var text = ""
    for run in blocks.runs(of: block) {
      try Task.checkCancellation()
      try addRow(of: run, to: &text)
    }
    return text
  }

  /// Adds the row of one run to a text.
  ///
  /// - Throws: as ``rows(of:)``.
  mutating func addRow(of run: Int, to text: inout String) throws {
    let (index, own) = run.quotientAndRemainder(dividingBy: plan.ownCount)
    let current = try current(index)
    var request = current.request
    try plan.set(own: own, in: &request)
    let result = try Self.attempt { try current.basis.get().trained(request) }
    let places = SweepPlan.places(plan.ownAxes, at: own)
    let values = current.further + ownFurther.map { $0.values.values[places[$0.axis]] }
    RunRow(run: run, request: request, further: values, result: result).write(to: &text)
  }

  /// The basis with an index; the last one is kept.
  private mutating func current(_ index: Int) throws -> Current {
    if let current, current.index == index { return current }
    let places = SweepPlan.places(plan.sharedAxes, at: index)
    let new = Current(
      index: index, request: try plan.sharedRequest(index),
      further: further.map { $0.values.values[places[$0.axis]] }, basis: try Self.attempt { try bases.basis(index) })
    current = new
    return new
  }

  /// The outcome of some work, or its error, if that does not depend on the machine.
  private static func attempt<Value>(_ work: () throws -> Value) throws -> Result<Value, any Error> {
    do {
      return .success(try work())
    } catch let error as GSLError {
      guard !error.isWithoutMemory else { throw error }
      return .failure(error)
    } catch {
      switch error {
      case is DatasetError, is TrainingError, is SettingsError, is PlanError, is DatasetFileError:
        return .failure(error)
      default: throw error
      }
    }
  }
}

/// Distributes the pieces that are still to be computed, one by one.
///
/// A thread that has a basis gets the next piece of this basis; then a piece of an unused basis, so that no thread waits while
/// another makes the basis; and if there is none, a piece of a basis that other threads are working on.
final class BlockQueue: Sendable {
  private struct State {
    /// The remaining pieces of each basis, as successive ranges.
    var next: [Range<Int>]
    /// The first of these that no thread has begun.
    var fresh = 0
    var isClosed = false
  }

  private let state: Mutex<State>

  /// A queue of pieces.
  ///
  /// - Parameter groups: successive pieces on one basis each; none is empty.
  init(_ groups: [Range<Int>]) {
    state = Mutex(State(next: groups))
  }

  /// The next piece, and its place in the queue, to be passed when asking for another; nil if no piece is left.
  ///
  /// - Parameter place: the place of the last piece.
  func next(after place: Int?) -> (block: Int, place: Int)? {
    state.withLock { state in
      guard !state.isClosed else { return nil }
      func take(_ place: Int) -> (Int, Int) {
        let block = state.next[place].lowerBound
        state.next[place] = block + 1..<state.next[place].upperBound
        return (block, place)
      }
      if let place, !state.next[place].isEmpty { return take(place) }
      if state.fresh < state.next.count {
        state.fresh += 1
        return take(state.fresh - 1)
      }
      // The one with the most pieces left, to help its thread.
      return state.next.indices.max { state.next[$0].count < state.next[$1].count }
        .flatMap { state.next[$0].isEmpty ? nil : take($0) }
    }
  }

  /// Removes all remaining pieces.
  func close() { state.withLock { $0.isClosed = true } }
}
