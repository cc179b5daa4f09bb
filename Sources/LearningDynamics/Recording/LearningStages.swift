/// Modes that rise together, in the order in which they rise: for tree data, the levels of the tree.
public struct LearningStage: Codable, Hashable, Sendable {
  /// The modes, from 0 in the order of their size.
  public let modes: [Int]
  /// The mean epoch of their half-rise, rounded.
  public let epoch: Int
}

extension LearningStage {
  /// Groups modes by the epochs of their half-rise.
  ///
  /// A new stage begins where the next mode comes later than the one before by more than a twelfth of the time between
  /// the first and the last; in the default run modes of one level are at most 2 epochs apart, levels at least 21.
  ///
  /// - Parameter halfRises: one epoch for each mode, nil for those that do not rise.
  public static func stages(halfRises: [Int?]) -> [LearningStage] {
    let rises = halfRises.enumerated().compactMap { mode, epoch in epoch.map { (mode: mode, epoch: $0) } }
      .sorted { ($0.epoch, $0.mode) < ($1.epoch, $1.mode) }
    guard let first = rises.first, let last = rises.last else { return [] }
    let gap = max(1, (last.epoch - first.epoch) / 12)
    var groups: [[(mode: Int, epoch: Int)]] = [[first]]
    for rise in rises.dropFirst() {
      let previous = groups[groups.count - 1]
      if rise.epoch - previous[previous.count - 1].epoch > gap {
        groups.append([rise])
      } else {
        groups[groups.count - 1].append(rise)
      }
    }
    return groups.map { group in
      let mean = Double(group.map(\.epoch).reduce(0, +)) / Double(group.count)
      return LearningStage(modes: group.map(\.mode).sorted(), epoch: Int(mean.rounded()))
    }
  }
}
