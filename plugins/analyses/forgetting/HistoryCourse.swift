import GSL
import LearningDynamics
import PluginKit

/// The losses of all items over a history.
struct HistoryCourse {
  let dataset: Dataset
  let recording: Recording
  /// The first epoch of each phase that was reached.
  let starts: [Int]
  /// For each phase whose targets differ, by its place in a list of the different ones, the loss of each item at each kept epoch.
  private let losses: [[[Double]]]
  /// For each phase the place of its targets in that list.
  let places: [Int]
  /// For each phase after the first the predicted loss of each item at each of its epochs; nil where no theory holds.
  private(set) var predicted: [Int: [[Double]]] = [:]
  private var errors: [Int: (loss: Double, similarities: Double)] = [:]
  private var limits: [Int: String] = [:]

  /// An item is known if its loss is at most this: a hundredth of the mean square of the targets.
  let knownLoss: Double

  /// The most epochs for which theory is computed.
  private static let mostEpochs = 20_000

  init(_ run: AnalyzedRun, of subject: AnalysisSubject) throws {
    (dataset, recording) = (subject.dataset, run.recording)
    starts = recording.phaseStarts
    var different: [Matrix] = []
    var places: [Int] = []
    var losses: [[[Double]]] = []
    for phase in subject.dataset.phases.indices {
      let targets = subject.dataset.targets(inPhase: phase)
      if let place = different.firstIndex(of: targets) {
        places.append(place)
      } else {
        places.append(different.count)
        different.append(targets)
        losses.append(run.recording.itemLosses(againstPhase: phase))
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
    switch try recording.predict(PredictedPhase(from: start, teaching: phase)) {
    case .failure(let error): limits[phase] = error.limit.description
    case .success(var course):
      var losses = [[Double]](repeating: [], count: dataset.itemCount)
      var (lossError, similarityError, largest) = (0.0, 0.0, 0.0)
      var kept = recording.keptIndex(nearest: start)
      for epoch in start...end {
        if epoch > start { course.advance() }
        let predicted = course.itemLosses
        for (item, loss) in predicted.enumerated() { losses[item].append(loss) }
        guard kept < recording.keptEpochs.count, recording.keptEpochs[kept] == epoch else { continue }
        let measured = dataset.items.indices.map { self.losses[places[phase]][$0][kept] }
        let difference = zip(predicted, measured).reduce(0) { $0 + $1.0 - $1.1 } / Double(measured.count)
        lossError = max(lossError, difference.magnitude)
        let similarities = recording.representationalSimilarities[0][kept]
        let other = course.similarities
        for (one, two) in zip(similarities.elements, other.elements) {
          similarityError = max(similarityError, (one - two).magnitude)
          largest = max(largest, one.magnitude)
        }
        kept += 1
      }
      predicted[phase] = losses
      errors[phase] = (lossError, largest > 0 ? similarityError / largest : 0)
    }
  }

  /// The first and the last epoch of a phase.
  func ends(ofPhase phase: Int) -> (start: Int, end: Int) {
    (starts[phase], phase + 1 < starts.count ? starts[phase + 1] : recording.lastEpoch)
  }

  /// The largest differences of theory and simulation in a phase, or why there is no theory.
  func theoryErrors(
    ofPhase phase: Int
  ) throws -> (errors: (loss: Double, similarities: Double)?, limit: String?) {
    (errors[phase], limits[phase])
  }

  /// Why no theory predicts a phase; nil if one does.
  func limit(ofPhase phase: Int) -> String? { limits[phase] }

  /// The loss of an item against what a phase teaches, at each kept epoch.
  func losses(of item: Int, againstPhase phase: Int) -> [Double] { losses[places[phase]][item] }

  /// The mean loss of items against what a phase teaches.
  func meanLoss(_ items: [Int], againstPhase phase: Int, at epoch: Int) -> Double {
    let kept = recording.keptIndex(nearest: epoch)
    return items.reduce(0) { $0 + losses(of: $1, againstPhase: phase)[kept] } / Double(max(1, items.count))
  }

  /// The losses of the old items against what they were taught before a switch.
  func oldLosses(_ change: PhaseSwitch, at epoch: Int) -> [Double] {
    let kept = recording.keptIndex(nearest: epoch)
    return change.oldItems.map { losses(of: $0, againstPhase: change.lastTaught[$0] ?? 0)[kept] }
  }

  /// The largest mean loss of the old items in a phase, and its epoch.
  func peak(_ change: PhaseSwitch, from start: Int, to end: Int) -> (loss: Double, epoch: Int) {
    recording.keptEpochs.filter { (start...end).contains($0) }.map { epoch in
      (oldLosses(change, at: epoch).reduce(0, +) / Double(max(1, change.oldItems.count)), epoch)
    }.max { $0.0 < $1.0 } ?? (0, start)
  }

  /// How many epochs after an epoch the old items are known again; nil if they are not.
  func relearned(_ change: PhaseSwitch, after end: Int) -> Int? {
    let epoch = recording.keptEpochs.first { epoch in
      let losses = epoch > end ? oldLosses(change, at: epoch) : []
      return !losses.isEmpty && losses.reduce(0, +) / Double(losses.count) <= knownLoss
    }
    return epoch.map { $0 - end }
  }

  /// What teaching all items in a phase would cost, by theory: epochs until the new items are known as well as they are, and the
  /// loss of the old items then.
  func interleaved(_ change: PhaseSwitch, until loss: Double) throws -> (epochs: Int, oldLoss: Double)? {
    let phase = PredictedPhase(from: starts[change.phase], teaching: change.phase, showingAllItems: true)
    guard case .success(var course) = try recording.predict(phase) else { return nil }
    for epoch in 0...Self.mostEpochs {
      let losses = course.itemLosses
      let new = change.newItems.reduce(0) { $0 + losses[$1] } / Double(change.newItems.count)
      if new < loss {
        let old = change.oldItems.reduce(0) { $0 + losses[$1] } / Double(max(1, change.oldItems.count))
        return (epoch, old)
      }
      course.advance()
    }
    return nil
  }

  /// How many epochs of all items it would take, by theory, until the old items are known again.
  func relearning(_ change: PhaseSwitch, from epoch: Int, phase: Int) throws -> Int? {
    let prediction = PredictedPhase(from: epoch, teaching: phase, showingAllItems: true)
    guard case .success(var course) = try recording.predict(prediction) else { return nil }
    for epoch in 0...Self.mostEpochs {
      let losses = course.itemLosses
      if change.oldItems.reduce(0, { $0 + losses[$1] }) <= knownLoss * Double(change.oldItems.count) { return epoch }
      course.advance()
    }
    return nil
  }
}
