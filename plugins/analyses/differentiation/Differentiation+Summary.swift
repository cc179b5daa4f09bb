import LearningDynamics
import PluginKit
import Support

extension Differentiation {
  /// So many items of a group, and so many groups, are told in a sentence.
  private static let largestToldCount = 8

  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let items = subject.dataset.itemCount
    let isTold = result.shares.contains { $0 > 0 }
    let lines = [
      isTold
        ? "in the end two dimensions show \(result.shares.reduce(0, +).percentText) of what hidden layer "
          + "\(result.layer) tells apart (\(result.shares.map(\.percentText).joined(separator: " and ")))"
        : "hidden layer \(result.layer) tells nothing apart in the end: "
          + (items == 1 ? "there is one item" : "all items are represented alike")
    ]
    return lines + (Self.splits(result, subject).last.map { [$0] } ?? [])
  }

  func details(of result: Result, of subject: AnalysisSubject) -> [String] {
    let items = subject.dataset.itemCount
    // The last one is in the summary.
    var lines = Array(Self.splits(result, subject).dropLast())
    if items > Self.largestNamedCount {
      let (names, dendrograms) = (Self.largestNamedCount, Self.largestClusteredCount)
      lines.append(
        items > dendrograms
          ? "names have room for \(names) items and dendrograms for \(dendrograms): "
            + "of these \(items.grouped) only the ways are drawn"
          : "the ways have room for \(names) names: those of these \(items) items stand in the dendrograms only")
    }
    let reached = subject.shownEpochs.filter { $0 <= (result.epochs.last ?? 0) }
    if Set(reached).count > Self.largestShownCount {
      lines.append("of the epochs asked for the first \(Self.largestShownCount) are shown")
    }
    return lines
  }

  /// The widest split of each shown state.
  private static func splits(_ result: Result, _ subject: AnalysisSubject) -> [String] {
    result.states.compactMap { state in
      guard let groups = state.widestSplit, let height = state.clustering?.height, subject.dataset.itemCount > 1 else {
        return nil
      }
      guard state.isDifferentiated else {
        return "at epoch \(state.epoch) items are not yet differentiated (largest distance \(height.significant(2)))"
      }
      return "at epoch \(state.epoch) \(text(of: groups, at: height.significant(2)))"
    }
  }

  /// "the widest split (distance 6.2) is Goldfish, Tuna against Rose, Daisy".
  private static func text(of groups: [[String]], at distance: String) -> String {
    if groups.count == 1 { return "all items are represented alike" }
    if groups.count > 2, groups.allSatisfy({ $0.count == 1 }) {
      return "all items are about equally far apart (distance \(distance))"
    }
    let told = groups.prefix(largestToldCount).map { group in
      group.count > largestToldCount
        ? "\(group[0]), \(group[1]), … (\(group.count) items)" : group.joined(separator: ", ")
    }
    let rest = groups.count - told.count
    return "the widest split (distance \(distance)) is \(told.joined(separator: " against "))"
      + (rest > 0 ? " and \(rest) more group\(rest > 1 ? "s" : "")" : "")
  }
}
