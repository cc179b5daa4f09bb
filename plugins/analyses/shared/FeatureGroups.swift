import GSL
import LearningDynamics

/// Features with equal targets, put together.
///
/// Ten thousand columns of signs have few different patterns (256 for eight items). A network treats equal ones alike, but
/// for its random start.
struct FeatureGroups {
  /// The features of each group, ascending; groups in the order of their first features.
  let members: [[Int]]

  /// Some features of a dataset; each is its own group where targets are numbers of any kind.
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
