import LearningDynamics
import PluginKit
import Support

extension RepresentationalSimilarity {
  /// Which levels the matrices are like; where there are none, or not all epochs were there, what is shown.
  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let missed = Set(subject.shownEpochs).subtracting(result.epochs)
    let levels = result.levels.map { Self.findings($0, of: result, withNumbers: false) } ?? []
    return (levels.isEmpty || !missed.isEmpty ? [Self.shown(result, subject)] : []) + levels
      + [result.theoryLimit].compactMap(\.self)
  }

  func details(of result: Result, of subject: AnalysisSubject) -> [String] {
    let error = result.largestTheoryError.map {
      "theory's matrices differ by at most \($0.significant(2)) of the largest entry"
    }
    return [Self.shown(result, subject)] + [error].compactMap(\.self)
      + (result.levels.map { Self.levels($0, of: result, items: subject.dataset.itemCount) } ?? [])
  }

  /// "hidden layer 1 at epoch 93, 117, 250: largest dot product 13, 30.7, 95.6".
  private static func shown(_ result: Result, _ subject: AnalysisSubject) -> String {
    let epochs = result.epochs.map(String.init).joined(separator: ", ")
    let missed = Set(subject.shownEpochs).subtracting(result.epochs).sorted().map(String.init)
    let note = missed.isEmpty ? "" : " (epoch \(missed.joined(separator: ", ")) was not reached)"
    let interval = subject.mainPlan.recordingInterval
    let isMoved = interval > 1 && subject.shownEpochs.isEmpty
    let kept =
      isMoved ? "; of every \(interval.ordinal) epoch, where matrices were kept, the nearest to each stage" : ""
    return "hidden layer \(result.layer) at epoch \(epochs)\(note): \(entries(of: result))\(kept)"
  }

  /// The largest entries; of cosines and correlations, whose largest is that of an item with itself, the smallest.
  private static func entries(of result: Result) -> String {
    let shown = result.similarity.isNormalized ? result.smallestEntries : result.largestEntries
    let values = shown.map { $0.significant(3) }.joined(separator: ", ")
    switch result.similarity {
    case .dot: return "largest dot product \(values)"
    case .cosine: return "smallest cosine \(values)"
    case .correlation: return "smallest correlation \(values)"
    case .euclidean: return "largest distance \(values)"
    }
  }

  /// Below this part of their final size distances are too small to say what they are like.
  private static let differentiatedShare = 0.05

  /// Which level each shown epoch is most like: that with the largest part of the τ_a that is possible there, of the distances.
  ///
  /// τ_a itself would always favour levels with many pairs inside. A matrix that nests one level in another can have the
  /// largest τ_a with both: those are named together.
  private static func findings(_ levels: [Level], of result: Result, withNumbers: Bool) -> [String] {
    let epochs = result.epochs
    let findings = epochs.indices.map { place in
      let start = place == 0 ? "epoch \(epochs[place])" : "\(epochs[place])"
      guard result.relativeDistances[place] >= differentiatedShare else {
        return withNumbers ? "\(start) is not yet differentiated" : "\(start) not yet differentiated"
      }
      let found = levels.map { $0.distances[place] }
      let shares = zip(levels, found).map { $1.tau / $0.largestTau }
      let best = shares.reduce(-1, max)
      // Two in five of what is possible would not be seen in the matrix; a p-value near chance says it is not there.
      let isClear = levels.indices.contains { shares[$0] >= best - 0.01 && found[$0].tauP < 0.05 }
      guard best > 0.4, isClear else { return withNumbers ? "\(start) is like no level yet" : "\(start) no level yet" }
      let named = levels.indices.filter { shares[$0] >= best - 0.01 }
      let numbers = named.map { String(levels[$0].level) }.listed
      let level = named.count == 1 ? "level \(numbers)" : "levels \(numbers)"
      guard withNumbers else { return "\(start) \(level)" }
      let tau = named.map { found[$0].tau.significant(2) }.listed
      let p = named.map { found[$0].tauP.significant(2) }.listed
      return "\(start)\(place == 0 ? " is" : "") most like \(level) (τ_a \(tau), p = \(p))"
    }
    return findings.isEmpty ? [] : [(withNumbers ? "" : "most like: ") + findings.joined(separator: ", ")]
  }

  /// The findings with their numbers, and what these are.
  private static func levels(_ levels: [Level], of result: Result, items: Int) -> [String] {
    let possible = levels.map { "\($0.largestTau.significant(2)) on level \($0.level)" }.listed
    let most = LevelModel.largestPermutedItemCount
    let test = items > most ? "; p from random relabellings of the items" : ""
    return findings(levels, of: result, withNumbers: true)
      + ["τ_a is Kendall's, of the distances; most like: nearest to the largest possible, \(possible)\(test)"]
  }
}

extension [String] {
  /// "1", "1 and 2", "1, 2 and 3".
  fileprivate var listed: String {
    count < 2 ? joined() : "\(dropLast().joined(separator: ", ")) and \(self[count - 1])"
  }
}
