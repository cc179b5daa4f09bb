import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Support

/// All features of a dataset side by side, however many there are.
///
/// Ten thousand columns of signs have few different patterns (256 for eight items). Equal columns are grouped, sorted by
/// their values item by item, and drawn as wide as they are many. Features that items share then appear as stretches of one
/// colour.
struct FeatureStrip {
  /// With more cells, only the first features are shown: cells would be invisible and files large.
  private static let largestCellCount = 20_000
  /// Up to this many features keep their order, each of width 1.
  private static let largestUnsortedCount = 40

  private let patterns: [(values: [Double], count: Int)]
  private let shownCount: Int
  private let isSorted: Bool

  /// The features of a dataset.
  ///
  /// - Parameter item: an item whose values are the last sorting key: among features on which its relatives agree, one
  ///   sees where it agrees too; nil for the items' own order.
  init(_ dataset: Dataset, tellingApartLast item: Int? = nil) {
    let shown = min(dataset.featureCount, max(1, Self.largestCellCount / dataset.itemCount))
    let isGrouped = dataset.hasBinaryTargets && dataset.featureCount > Self.largestUnsortedCount
    let groups = isGrouped ? FeatureGroups(dataset, 0..<dataset.featureCount).members : []
    isSorted = (1...shown).contains(groups.count)
    if isSorted {
      let order = dataset.items.indices.filter { $0 != item } + (item.map { [$0] } ?? [])
      patterns = groups.map { (values: dataset.targets.column($0[0]), count: $0.count) }.sorted { left, right in
        order.lazy.map { right.values[$0] }.lexicographicallyPrecedes(order.lazy.map { left.values[$0] })
      }
      shownCount = dataset.featureCount
    } else {
      patterns = (0..<shown).map { (values: dataset.targets.column($0), count: 1) }
      shownCount = shown
    }
  }

  /// The axis of features, with their names if there is room.
  func axis(of features: FeatureNames) -> Axis {
    let isWhole = features.count == shownCount
    if isWhole, shownCount <= 20 { return .names(Array(features), rotated: true) }
    let label =
      isSorted
      ? "\(shownCount.grouped) features, identical ones grouped"
      : isWhole
        ? "\(shownCount.grouped) features" : "the first \(shownCount.grouped) of \(features.count.grouped) features"
    return Axis(label, range: Axis.Range(-0.5, Double(shownCount) - 0.5))
  }

  /// For each item, the stretches of features with the same value.
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
