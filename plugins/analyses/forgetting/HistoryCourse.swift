import GSL
import LearningDynamics
import PluginKit

/// The losses of all items over a history, at up to some thousand epochs, with theory from each switch.
struct HistoryCourse {
  let dataset: Dataset
  let recording: Recording
  /// The first epoch of each phase that was reached.
  let starts: [Int]
  /// The epochs that are shown, ascending: those at which matrices were kept, or some of them, with all switches and the last.
  let epochs: [Int]
  /// For each phase whose targets differ, by its place in a list of the different ones, the loss of each item at each epoch.
  private let losses: [[[Double]]]
  /// For each phase the place of its targets in that list.
  let places: [Int]
  /// For each phase after the first the predicted loss of each item at each of its epochs; nil where no theory holds.
  private(set) var predicted: [Int: [[Double]]] = [:]
  /// For each phase the largest difference of theory and simulation: of the mean loss, and of the similarities as a part of their
  /// largest entry.
  private(set) var errors: [Int: (loss: Double, similarities: Double)] = [:]
  /// Why no theory predicts a phase.
  private(set) var limits: [Int: String] = [:]

  /// An item is known if its loss is at most this: a hundredth of the mean square of the targets.
  let knownLoss: Double

  /// The most epochs shown.
  private static let mostShown = 4_000

  init(_ run: AnalyzedRun, of subject: AnalysisSubject) throws {
    (dataset, recording) = (subject.dataset, run.recording)
    starts = recording.phaseStarts
    let kept = recording.keptEpochs
    let step = (kept.count + Self.mostShown - 1) / Self.mostShown
    let marks = Set(starts + [recording.lastEpoch])
    let shown = kept.indices.filter { $0.isMultiple(of: max(1, step)) || marks.contains(kept[$0]) }
    epochs = shown.map { kept[$0] }
    var different: [Matrix] = []
    var places: [Int] = []
    var losses: [[[Double]]] = []
    for phase in subject.dataset.phases.indices {
      let targets = subject.dataset.targets(inPhase: phase)
      if let place = different.firstIndex(of: targets) {
        places.append(place)
      } else {
        try Task.checkCancellation()
        places.append(different.count)
        different.append(targets)
        losses.append(run.recording.itemLosses(againstPhase: phase, at: shown))
      }
    }
    (self.places, self.losses) = (places, losses)
    let entries = Double(subject.dataset.itemCount * subject.dataset.featureCount)
    knownLoss = 0.01 * subject.dataset.targets.sumOfSquares / entries
    guard subject.showsTheory else { return }
    for phase in starts.indices.dropFirst() { try predict(phase) }
  }

  private mutating func predict(_ phase: Int) throws {
    let (start, end) = ends(ofPhase: phase)
    guard end > start else { return }
    guard end - start <= Self.mostEpochs(of: recording) else {
      limits[phase] = "the phase is too long to compute it"
      return
    }
    switch try recording.predict(PredictedPhase(from: start, teaching: phase)) {
    case .failure(let error): limits[phase] = error.limit.description
    case .success(var course):
      var losses = [[Double]](repeating: [], count: dataset.itemCount)
      var (lossError, similarityError, largest) = (0.0, 0.0, 0.0)
      var epoch = start
      for place in range(start, end) {
        while epoch < epochs[place] {
          try Self.checkCancellation(epoch)
          course.advance()
          epoch += 1
        }
        let predicted = course.itemLosses
        for (item, loss) in predicted.enumerated() { losses[item].append(loss) }
        let measured = dataset.items.indices.map { self.losses[places[phase]][$0][place] }
        let difference = zip(predicted, measured).reduce(0) { $0 + $1.0 - $1.1 } / Double(measured.count)
        lossError = max(lossError, difference.magnitude)
        let similarities = recording.representationalSimilarities[0][recording.keptIndex(nearest: epoch)]
        similarityError = max(similarityError, (similarities - course.similarities).largestMagnitude)
        largest = max(largest, similarities.largestMagnitude)
      }
      guard lossError.isFinite, similarityError.isFinite else {
        limits[phase] = "at this rate it grows without end"
        return
      }
      predicted[phase] = losses
      errors[phase] = (lossError, largest > 0 ? similarityError / largest : 0)
    }
  }

  private static func checkCancellation(_ epoch: Int) throws {
    if epoch.isMultiple(of: 64) { try Task.checkCancellation() }
  }

  /// How many epochs of theory take about a second, at most 20,000.
  private static func mostEpochs(of recording: Recording) -> Int {
    let hidden = Double(recording.plan.hiddenWidths.first ?? 1)
    let items = Double(recording.problem.inputs.rows)
    // In the span of targets and weights there are twice as many outputs at most.
    let outputs = min(Double(recording.endToEndMaps.rows), 2 * (items + hidden))
    let epoch = (items + outputs) * hidden * hidden + 4 * outputs * items * hidden
    return max(50, min(20_000, Int(2e9 / epoch)))
  }

  /// Roughly how many multiplications theory takes in a history.
  static func multiplications(_ subject: AnalysisSubject) -> Double {
    // For each switch the phase itself, and two other ways of teaching, which mostly take a tenth of a second.
    6e8 * Double(subject.dataset.phases.count)
  }

  /// The first and the last epoch of a phase.
  func ends(ofPhase phase: Int) -> (start: Int, end: Int) {
    (starts[phase], phase + 1 < starts.count ? starts[phase + 1] : max(starts[phase], recording.lastEpoch))
  }

  /// The places in ``epochs`` of those from one to another.
  private func range(_ first: Int, _ last: Int) -> Range<Int> {
    let low = epochs.firstIndex { $0 >= first } ?? epochs.count
    return low..<(epochs[low...].firstIndex { $0 > last } ?? epochs.count)
  }

  /// The place in ``epochs`` of a switch, or of the last.
  private func place(of epoch: Int) -> Int { epochs.firstIndex { $0 >= epoch } ?? epochs.count - 1 }

  /// The loss of an item against what a phase teaches, at each of ``epochs``.
  func losses(of item: Int, againstPhase phase: Int) -> [Double] { losses[places[phase]][item] }

  /// The mean loss of items against what a phase teaches, at a switch or at the end.
  func meanLoss(_ items: [Int], againstPhase phase: Int, at epoch: Int) -> Double {
    let place = place(of: epoch)
    return items.reduce(0) { $0 + losses[places[phase]][$1][place] } / Double(max(1, items.count))
  }

  /// The losses of the old items against what they were taught before a switch, at a switch or at the end.
  func oldLosses(_ change: PhaseSwitch, at epoch: Int) -> [Double] { oldLosses(change, place: place(of: epoch)) }

  private func oldLosses(_ change: PhaseSwitch, place: Int) -> [Double] {
    change.oldItems.map { losses[places[change.lastTaught[$0] ?? 0]][$0][place] }
  }

  private func oldMean(_ change: PhaseSwitch, place: Int) -> Double {
    let losses = oldLosses(change, place: place)
    return losses.reduce(0, +) / Double(max(1, losses.count))
  }

  /// The largest mean loss of the old items in a phase, and its epoch.
  func peak(_ change: PhaseSwitch, from start: Int, to end: Int) -> (loss: Double, epoch: Int) {
    range(start, end).map { (oldMean(change, place: $0), epochs[$0]) }.max { $0.0 < $1.0 } ?? (0, start)
  }

  /// How many epochs after an epoch the old items are known again; nil if they are not.
  func relearned(_ change: PhaseSwitch, after end: Int) -> Int? {
    range(end + 1, recording.lastEpoch).first { oldMean(change, place: $0) <= knownLoss }.map { epochs[$0] - end }
  }

  /// Whether a phase has the targets that the old items were taught before a switch.
  private func teachesOldTargets(_ change: PhaseSwitch, inPhase phase: Int) -> Bool {
    let targets = dataset.targets(inPhase: phase)
    return change.oldItems.allSatisfy { item in
      dataset.targets(inPhase: change.lastTaught[item] ?? 0).row(item) == targets.row(item)
    }
  }

  /// What teaching all items in a phase would cost, by theory: epochs until the new items are known as well as they are, and the
  /// loss of the old items then.
  func interleaved(_ change: PhaseSwitch, until loss: Double) throws -> (epochs: Int, oldLoss: Double)? {
    guard teachesOldTargets(change, inPhase: change.phase) else { return nil }
    let phase = PredictedPhase(from: starts[change.phase], teaching: change.phase, showingAllItems: true)
    return try epochs(of: phase) { losses in
      change.newItems.reduce(0) { $0 + losses[$1] } < loss * Double(change.newItems.count)
    }.map { epochs, losses in
      (epochs, change.oldItems.reduce(0) { $0 + losses[$1] } / Double(max(1, change.oldItems.count)))
    }
  }

  /// How many epochs of all items it would take, by theory, until the old items are known again.
  func relearning(_ change: PhaseSwitch, from epoch: Int) throws -> Int? {
    guard let before = change.oldItems.compactMap({ change.lastTaught[$0] }).max(),
      teachesOldTargets(change, inPhase: before)
    else { return nil }
    return try epochs(of: PredictedPhase(from: epoch, teaching: before, showingAllItems: true)) { losses in
      change.oldItems.reduce(0) { $0 + losses[$1] } <= knownLoss * Double(change.oldItems.count)
    }?.epochs
  }

  /// When a predicted phase first meets a condition, and the losses of the items then; nil if it does not, and without theory.
  private func epochs(
    of phase: PredictedPhase, until isEnough: ([Double]) -> Bool
  ) throws -> (epochs: Int, losses: [Double])? {
    guard case .success(var course) = try recording.predict(phase) else { return nil }
    for epoch in 0...Self.mostEpochs(of: recording) {
      try Self.checkCancellation(epoch)
      let losses = course.itemLosses
      guard losses.allSatisfy(\.isFinite) else { return nil }
      if isEnough(losses) { return (epoch, losses) }
      course.advance()
    }
    return nil
  }
}
