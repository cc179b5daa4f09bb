import GSL
import Gnuplot
import LearningDynamics
import PluginKit

/// The features of a dataset side by side, so that they can be seen however many there are.
///
/// Ten thousand columns of signs have few different patterns (256 for eight items). Equal columns are put together,
/// widest pattern groups included, in the order of their values from the first item down, and each pattern is drawn
/// once, as wide as it is frequent. What items have in common then shows as stretches of one colour.
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

  /// The axis of features.
  var axis: Axis {
    Axis(
      isSorted ? "\(featureCount.grouped) features, equal ones side by side" : "the first \(featureCount.grouped) features",
      range: Axis.Range(-0.5, Double(featureCount) - 0.5))
  }

  /// Runs of equal columns: where each begins and ends, and its value for each of some items.
  func table(name: String, items: [Int]) -> Table {
    var rows: [[Double]] = []
    var start = -0.5
    for pattern in patterns {
      let values = items.map { pattern.values[$0] }
      let end = start + Double(pattern.count)
      if let last = rows.last, Array(last.dropFirst(2)) == values, isSorted {
        rows[rows.count - 1][1] = end
      } else {
        rows.append([start, end] + values)
      }
      start = end
    }
    return Table(
      name: name, header: ["from", "to"] + items.map { "item_\($0 + 1)" }, values: rows.flatMap { $0 })
  }
}
