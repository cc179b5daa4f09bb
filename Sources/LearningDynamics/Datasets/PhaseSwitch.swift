public import GSL
internal import Support

/// What is old and what is new when a phase of a history begins.
public struct PhaseSwitch: Equatable, Sendable {
  /// The index of the phase that begins; the first switch has 1.
  public let phase: Int
  /// The items that were shown before and are left out now. Where none is left out, those that are not taught anything else; and where
  /// all are, all of them.
  public let oldItems: [Int]
  /// The items that it shows for the first time, or with other targets than before.
  public let newItems: [Int]
  /// For each item the phase before in which it was last shown; nil for one that was not.
  public let lastTaught: [Int?]
  /// The old item whose features are most like those of the new item (of a revised one those before), if there is one new item.
  public let nearestRelative: Int?
}

extension Dataset {
  /// The targets of a phase, P × N.
  public func targets(inPhase index: Int) -> Matrix { phases[index].targets ?? targets }

  /// How often a phase shows each item.
  public func frequencies(inPhase index: Int) -> [Double] {
    phases[index].frequencies ?? itemInputs.frequencies ?? Array(repeating: 1, count: itemCount)
  }

  /// The switches from phase to phase; none for a dataset without a history.
  ///
  /// - Complexity: O(phases · P · N).
  public var switches: [PhaseSwitch] {
    var lastTaught = [Int?](repeating: nil, count: itemCount)
    return phases.indices.compactMap { index in
      let (now, shown) = (targets(inPhase: index), frequencies(inPhase: index))
      defer { for item in shown.indices where shown[item] > 0 { lastTaught[item] = index } }
      guard index > 0 else { return nil }
      let isChanged = lastTaught.enumerated().map { item, earlier in
        earlier.map { shown[item] > 0 && isTaughtOtherwise(item, in: index, than: $0, now) } ?? false
      }
      let known = lastTaught.indices.filter { lastTaught[$0] != nil }
      let kept = known.filter { !isChanged[$0] }
      let new = shown.indices.filter { shown[$0] > 0 && (lastTaught[$0] == nil || isChanged[$0]) }
      let leftOut = kept.filter { shown[$0] == 0 }
      let old = kept.isEmpty ? known : leftOut.isEmpty ? kept : leftOut
      return PhaseSwitch(
        phase: index, oldItems: old, newItems: new, lastTaught: lastTaught,
        nearestRelative: new.count == 1
          ? relative(of: new[0], among: old.filter { $0 != new[0] }) { lastTaught[$0] ?? index } : nil)
    }
  }

  private func isTaughtOtherwise(_ item: Int, in phase: Int, than earlier: Int, _ now: Matrix) -> Bool {
    guard phases[phase].targets != nil || phases[earlier].targets != nil else { return false }
    return targets(inPhase: earlier).row(item) != now.row(item)
  }

  /// The item with the largest dot product of its targets with an item's, each as in a phase.
  private func relative(of item: Int, among others: [Int], phase: (Int) -> Int) -> Int? {
    func features(_ item: Int) -> [Double] { targets(inPhase: phase(item)).row(item) }
    let own = features(item)
    func likeness(_ other: Int) -> Double { zip(own, features(other)).reduce(0) { $0 + $1.0 * $1.1 } }
    let ranked = others.map { (item: $0, likeness: likeness($0)) }
    return ranked.max { ($0.likeness, $1.item) < ($1.likeness, $0.item) }?.item
  }

  /// The history in words, a sentence for each phase: "without Oak: 400 epochs".
  public var historyWords: [String] {
    phases.map { phase in
      var parts: [String] = []
      if let loss = phase.endLoss {
        let most = (phase.epochs ?? LearningPhase.largestEpochs).grouped
        parts.append("until the loss is below \(loss.significant()), at most \(most) epochs")
      } else if let epochs = phase.epochs {
        parts.append("\(epochs.grouped) epoch\(epochs == 1 ? "" : "s")")
      } else {
        parts.append("as many epochs as a run has")
      }
      if let rate = phase.learningRate { parts.append("η = \(rate.significant())") }
      return "\(phase.name): \(parts.joined(separator: ", "))"
    }
  }
}
