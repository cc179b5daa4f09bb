public import GSL

/// Hierarchical clustering by average linkage (UPGMA): items are joined step by step into larger clusters, the nearest first.
///
/// The distance of two clusters is the mean of all distances between an item of one and an item of the other. No merge is
/// lower than an earlier one, to rounding.
///
/// The P − 1 merges are written as SciPy's `scipy.cluster.hierarchy.linkage` does: clusters 0 … P − 1 are the items, and
/// the merge with index m makes the cluster P + m.
///
/// Sokal, R. R. & Michener, C. D. (1958). A statistical method for evaluating systematic relationships. University of
/// Kansas Science Bulletin 38, 1409–1438.
public struct HierarchicalClustering: Codable, Hashable, Sendable {
  /// A merge of two clusters.
  public struct Merge: Codable, Hashable, Sendable {
    /// The cluster with the smaller number.
    public let first: Int
    /// The other.
    public let second: Int
    /// Their distance.
    public let height: Double
    /// The number of items in the new cluster.
    public let size: Int
  }

  /// P.
  public let itemCount: Int
  /// The merges, from the lowest to the highest; none for fewer than two items.
  public let merges: [Merge]

  /// Clusters items by average linkage.
  ///
  /// Equally near pairs that are connected are merged together: a fork with three or more arms, written as merges of the same
  /// height. So the result depends neither on rounding nor on the order of the items (Fernández & Gómez 2008,
  /// doi:10.1007/s00357-008-9004-x).
  ///
  /// - Parameters:
  ///   - distances: P × P, symmetric, not negative, not NaN.
  ///   - tieTolerance: distances that differ by less than this fraction of the largest count as equal.
  /// - Complexity: O(P³), in P² memory.
  public init(averageLinkage distances: Matrix, tieTolerance: Double = HierarchicalClustering.tieTolerance) {
    precondition(distances.rows == distances.columns, "a square matrix is needed")
    let count = distances.rows
    let tolerance = tieTolerance * distances.largestMagnitude
    /// The present clusters, by number, in the order of their first items. Each keeps its distances in the row of one of its
    /// items.
    var clusters = (0..<count).map { Cluster(number: $0, row: $0, size: 1) }
    var (distances, merges) = (distances, [Merge]())
    while clusters.count > 1 {
      let (height, joined) = Self.nearest(clusters, distances, tolerance)
      for group in joined {
        let others = clusters.filter { other in !group.contains { $0.number == other.number } }
        var one = group[0]
        for other in group.dropFirst() {
          let size = one.size + other.size
          merges.append(
            Merge(
              first: min(one.number, other.number), second: max(one.number, other.number), height: height, size: size))
          // Parts that add up to 1, so that no sum is larger than the largest distance.
          let part = Double(one.size) / Double(size)
          for third in others {
            let mean = part * distances[one.row, third.row] + (1 - part) * distances[other.row, third.row]
            distances[one.row, third.row] = mean
            distances[third.row, one.row] = mean
          }
          one = Cluster(number: count + merges.count - 1, row: one.row, size: size)
        }
        clusters = (others + [one]).sorted { $0.row < $1.row }
      }
    }
    itemCount = count
    self.merges = merges
  }

  private struct Cluster {
    let number: Int
    /// That of its first item.
    let row: Int
    let size: Int
  }

  /// The smallest distance of two clusters, and the groups of clusters that it connects, each in the order of first items.
  private static func nearest(
    _ clusters: [Cluster], _ distances: Matrix, _ tolerance: Double
  ) -> (height: Double, joined: [[Cluster]]) {
    var height = Double.infinity
    for first in clusters.indices {
      for second in clusters.indices[(first + 1)...] {
        height = min(height, distances[clusters[first].row, clusters[second].row])
      }
    }
    var isTaken = clusters.map { _ in false }
    var joined: [[Cluster]] = []
    for first in clusters.indices where !isTaken[first] {
      var (group, open) = ([first], [first])
      isTaken[first] = true
      while let member = open.popLast() {
        for other in clusters.indices
        where !isTaken[other] && distances[clusters[member].row, clusters[other].row] <= height + tolerance {
          isTaken[other] = true
          group.append(other)
          open.append(other)
        }
      }
      if group.count > 1 { joined.append(group.sorted().map { clusters[$0] }) }
    }
    return (height, joined)
  }

  /// Distances that differ by less than this fraction of the largest count as equal. Distances of hidden activities are roots
  /// of differences of squares, so they are exact only to about 1e-8.
  public static let tieTolerance = 1e-6

  /// The height of the last merge, 0 for fewer than two items.
  public var height: Double { merges.last?.height ?? 0 }
}

extension HierarchicalClustering {
  /// The items of every cluster, by its number, from left to right.
  ///
  /// In each merge, the cluster with the smaller first item is on the left, so that equal trees have equal orders, independent
  /// of the order of their merges.
  ///
  /// - Complexity: O(P²).
  public var clusters: [[Int]] {
    var clusters = (0..<itemCount).map { [$0] }
    for merge in merges {
      let (one, other) = (clusters[merge.first], clusters[merge.second])
      clusters.append(one[0] < other[0] ? one + other : other + one)
    }
    return clusters
  }

  /// All items from left to right, as below a dendrogram.
  public var leafOrder: [Int] { clusters.last ?? [] }

  /// The clusters without the merges above a height, in the order of their first items.
  ///
  /// - Complexity: O(P²).
  public func groups(cutAt height: Double) -> [[Int]] {
    let clusters = clusters
    // From the last merge downwards; below a kept merge nothing needs to be checked.
    var (open, groups) = (clusters.isEmpty ? [] : [clusters.count - 1], [[Int]]())
    while let cluster = open.popLast() {
      if cluster >= itemCount, merges[cluster - itemCount].height > height {
        open += [merges[cluster - itemCount].first, merges[cluster - itemCount].second]
      } else {
        groups.append(clusters[cluster])
      }
    }
    return groups.sorted { $0[0] < $1[0] }
  }
}
