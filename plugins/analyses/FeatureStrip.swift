import GSL
import Gnuplot
import LearningDynamics
import PluginKit

/// The features of a dataset side by side, so that they can be seen however many there are.
///
/// Ten thousand columns of signs have few different patterns (256 for eight items). Equal columns are put together,
/// in the order of their values from the first item down, and drawn as wide as they are frequent. What items have in
/// common then shows as stretches of one colour.
struct FeatureStrip {
  /// Cells beyond this number would not be seen and make large files: then only the first features are shown.
  private static let largestCellCount = 20_000
  /// Up to this many features keep their order, each of width 1.
  private static let largestUnsortedCount = 40

  private let patterns: [(values: [Double], count: Int)]
  private let featureCount: Int
  private let isSorted: Bool

  init(_ dataset: Dataset) {
    let shown = min(dataset.featureCount, max(1, Self.largestCellCount / dataset.itemCount))
    let isSorted = dataset.featureCount > Self.largestUnsortedCount
    if isSorted {
      var counts: [[Double]: Int] = [:]
      for feature in 0..<dataset.featureCount { counts[dataset.targets.column(feature), default: 0] += 1 }
      if counts.count <= shown {
        patterns = counts.map { (values: $0.key, count: $0.value) }
          .sorted { $1.values.lexicographicallyPrecedes($0.values) }
        (featureCount, self.isSorted) = (dataset.featureCount, true)
        return
      }
    }
    patterns = (0..<shown).map { (values: dataset.targets.column($0), count: 1) }
    (featureCount, self.isSorted) = (shown, false)
  }

  /// The axis of features, with their names where there is room.
  func axis(of features: FeatureNames) -> Axis {
    if features.count == featureCount, featureCount <= 20 { return .names(Array(features), rotated: true) }
    return Axis(
      isSorted
        ? "\(featureCount.grouped) features, equal ones side by side" : "the first \(featureCount.grouped) features",
      range: Axis.Range(-0.5, Double(featureCount) - 0.5))
  }

  /// For each of some items, one after the other, the stretches of features with one value.
  func table(name: String, items: [Int]) -> Table {
    var runs: [Double] = []
    for (row, item) in items.enumerated() {
      var start = -0.5
      var end = start
      for (index, pattern) in patterns.enumerated() {
        end += Double(pattern.count)
        if index + 1 < patterns.count, patterns[index + 1].values[item] == pattern.values[item] { continue }
        runs += [Double(row), start, end, pattern.values[item]]
        start = end
      }
    }
    return Table(name: name, header: ["row", "from", "to", "value"], values: runs)
  }
}
