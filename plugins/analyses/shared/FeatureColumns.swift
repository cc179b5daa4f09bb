import Gnuplot
import GSL
import LearningDynamics
import PluginKit
import Support

/// Features side by side in a meaningful order: identical ones are grouped into one column, as wide as they are many.
///
/// If there are more groups than can be seen, neighbours share a column, which shows their mean.
struct FeatureColumns {
  /// The most columns that can be distinguished in half a picture.
  static let largestCount = 400

  /// The features in all columns.
  let featureCount: Int
  /// Whether some columns show means.
  let isBinned: Bool
  private let columns: [[(group: Int, width: Int)]]

  /// Groups in an order.
  ///
  /// - Parameters:
  ///   - groups: the features.
  ///   - order: the groups from left to right.
  init(_ groups: FeatureGroups, order: [Int]) {
    featureCount = groups.members.reduce(0) { $0 + $1.count }
    let sized = order.map { (group: $0, width: groups.members[$0].count) }
    isBinned = order.count > Self.largestCount
    guard isBinned else {
      columns = sized.map { [$0] }
      return
    }
    let enough = (featureCount + Self.largestCount - 1) / Self.largestCount
    var bins: [[(group: Int, width: Int)]] = []
    var (bin, width) = ([(group: Int, width: Int)](), 0)
    for next in sized {
      bin.append(next)
      width += next.width
      guard width >= enough else { continue }
      bins.append(bin)
      (bin, width) = ([], 0)
    }
    columns = bin.isEmpty ? bins : bins + [bin]
  }

  /// The axis below them.
  ///
  /// - Parameter order: how they are ordered, in words.
  func axis(ordered order: String) -> Axis {
    let note = isBinned ? ", averaged" : ""
    return Axis(
      "\(featureCount.grouped) features\(order)\(note)", range: Axis.Range(-0.5, Double(featureCount) - 0.5))
  }

  /// The stretches of one value in each row, for ``Layer/runs(table:)``.
  func table(name: String, rows: Int, value: (_ row: Int, _ group: Int) -> Double) -> Table {
    var runs: [Double] = []
    for row in 0..<rows {
      var (start, end) = (-0.5, -0.5)
      var previous: Double?
      for column in columns {
        let width = column.reduce(0) { $0 + $1.width }
        let mean =
          column.count == 1
          ? value(row, column[0].group)
          : column.reduce(0.0) { $0 + Double($1.width) * value(row, $1.group) } / Double(width)
        if let previous, previous != mean {
          runs += [Double(row), start, end, previous]
          start = end
        }
        previous = mean
        end += Double(width)
      }
      if let previous { runs += [Double(row), start, end, previous] }
    }
    return Table(name: name, header: ["row", "from", "to", "value"], values: runs)
  }
}

/// The features shown one by one, with their names, and those shown together.
struct ShownFeatures {
  /// The most names that fit below a panel.
  static let largestNamedCount = 24

  /// Those with their own column and name, ascending.
  let alone: [Int]
  /// Those shown together; empty if all are shown one by one.
  let together: Range<Int>
  /// How many named features are shown only together with others.
  let unnamedCount: Int

  /// All features if they are few; otherwise the named ones, and of more than 24 of these the most important.
  ///
  /// - Parameters:
  ///   - features: the features of a dataset.
  ///   - importance: by the index of a feature.
  init(_ features: FeatureNames, importance: (Int) -> Double) {
    guard features.count > Self.largestNamedCount else {
      (alone, together, unnamedCount) = (Array(0..<features.count), 0..<0, 0)
      return
    }
    let named = features.numbered..<features.count
    guard named.count > Self.largestNamedCount else {
      (alone, together, unnamedCount) = (Array(named), 0..<features.numbered, 0)
      return
    }
    let ranked = named.map { (feature: $0, importance: importance($0)) }
      .sorted { ($1.importance, $0.feature) < ($0.importance, $1.feature) }
    alone = ranked.prefix(Self.largestNamedCount).map(\.feature).sorted()
    together = 0..<features.count
    unnamedCount = named.count - alone.count
  }
}

/// Features with equal targets, grouped.
///
/// Ten thousand columns of signs have few different patterns (256 for eight items). A network treats equal features equally,
/// apart from its random initial weights.
struct FeatureGroups {
  /// The features of each group, ascending; groups in the order of their first features.
  let members: [[Int]]

  /// Some features of a dataset; each is its own group if targets are not binary.
  ///
  /// - Complexity: O(P · number of features).
  init(_ dataset: Dataset, _ features: Range<Int>) {
    guard dataset.hasBinaryTargets else {
      members = features.map { [$0] }
      return
    }
    // A bit for each item.
    let words = (dataset.itemCount + 63) / 64
    var patterns = [UInt64](repeating: 0, count: features.count * words)
    dataset.targets.elements.withUnsafeBufferPointer { targets in
      for item in 0..<dataset.itemCount {
        let row = item * dataset.featureCount
        for feature in features where targets[row + feature] > 0 {
          patterns[(feature - features.lowerBound) * words + item / 64] |= 1 << UInt64(item % 64)
        }
      }
    }
    var places: [ArraySlice<UInt64>: Int] = [:]
    var members: [[Int]] = []
    for feature in features {
      let start = (feature - features.lowerBound) * words
      let pattern = patterns[start..<start + words]
      if let place = places[pattern] {
        members[place].append(feature)
      } else {
        places[pattern] = members.count
        members.append([feature])
      }
    }
    self.members = members
  }

  /// The first feature of each group, which stands for all.
  var representatives: [Int] { members.map { $0[0] } }
}
