import LearningDynamics
import PluginKit

extension RepresentationalSimilarity {
  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let epochs = result.epochs.map(String.init).joined(separator: ", ")
    let missed = Set(subject.shownEpochs).subtracting(result.epochs).sorted().map(String.init)
    let note = missed.isEmpty ? "" : " (epoch \(missed.joined(separator: ", ")) was not reached)"
    let interval = subject.mainPlan.recordingInterval
    let isMoved = interval > 1 && subject.shownEpochs.isEmpty
    let kept =
      isMoved ? "; of every \(interval.ordinal) epoch, where matrices were kept, the nearest to each stage" : ""
    return ["hidden layer \(result.layer) at epoch \(epochs)\(note): \(Self.entries(of: result))\(kept)"]
      + theory(result)
      + (result.levels.map { Self.levels($0, at: result.epochs, items: subject.dataset.itemCount) } ?? [])
  }

  private func theory(_ result: Result) -> [String] {
    let error = result.largestTheoryError.map {
      "theory's matrices differ by at most \($0.significant(2)) of the largest entry"
    }
    return [error, result.theoryLimit].compactMap(\.self)
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

  /// Which level each shown epoch is most like: that with the largest part of the τ_a that is possible there.
  ///
  /// τ_a itself would always favour levels with many pairs inside. A matrix that nests one level in another can have the
  /// largest τ_a with both: those are named together.
  private static func levels(_ levels: [Level], at epochs: [Int], items: Int) -> [String] {
    let findings = epochs.indices.map { place in
      let shares = levels.map { $0.comparisons[place].tau / $0.largestTau }
      let best = shares.reduce(-1, max)
      // Two in five of what is possible would not be seen in the matrix; a p-value near chance says it is not there.
      let isClear = levels.indices.contains {
        shares[$0] >= best - 0.01 && (levels[$0].comparisons[place].tauP ?? 0) < 0.05
      }
      guard best > 0.4, isClear else { return "\(place == 0 ? "epoch " : "")\(epochs[place]) is like no level yet" }
      let named = zip(levels, shares).filter { $0.1 >= best - 0.01 }.map(\.0)
      let numbers = named.map { String($0.level) }.listed
      let level = named.count == 1 ? "level \(numbers)" : "levels \(numbers)"
      let tau = named.map { $0.comparisons[place].tau.significant(2) }.listed
      let p = named.compactMap { $0.comparisons[place].tauP?.significant(2) }.listed
      let subject = place == 0 ? "epoch \(epochs[place]) is" : "\(epochs[place])"
      return "\(subject) most like \(level) (τ_a \(tau)\(p.isEmpty ? "" : ", p = \(p)"))"
    }
    let possible = levels.map { "\($0.largestTau.significant(2)) on level \($0.level)" }.listed
    let most = LevelModel.largestPermutedItemCount
    return [
      findings.joined(separator: ", "), "τ_a is Kendall's; most like: nearest to the largest possible, \(possible)",
    ]
      + (items > most ? ["no p-values: \(items.grouped) items have too many relabellings to go through them all"] : [])
  }
}

extension [String] {
  /// "1", "1 and 2", "1, 2 and 3".
  fileprivate var listed: String {
    count < 2 ? joined() : "\(dropLast().joined(separator: ", ")) and \(self[count - 1])"
  }
}
