public import GSL

/// Items joined step by step into ever larger clusters, the nearest first: hierarchical clustering by average linkage
/// (UPGMA).
///
/// The distance of two clusters is the mean of all distances between an item of the one and an item of the other. A merge is
/// never lower than one before it, to rounding.
///
/// The P − 1 merges are written as SciPy's `scipy.cluster.hierarchy.linkage` does: clusters 0 … P − 1 are the items, and
/// the merge with index m makes the cluster P + m.
///
/// Sokal, R. R. & Michener, C. D. (1958). A statistical method for evaluating systematic relationships. University of
/// Kansas Science Bulletin 38, 1409–1438.
public struct HierarchicalClustering: Codable, Hashable, Sendable {
  /// Two clusters that become one.
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
  /// Of pairs that are equally near, the one with the smallest numbers is merged: the smaller of its two numbers decides, then
  /// the larger.
  ///
  /// - Parameter distances: P × P, symmetric, not negative, not NaN.
  /// - Complexity: O(P³), in P² memory.
  public init(averageLinkage distances: Matrix) {
    precondition(distances.rows == distances.columns, "a square matrix is needed")
    let count = distances.rows
    var distances = distances
    /// The clusters there are, by number; each keeps its distances in the row of one of its items.
    var clusters = (0..<count).map { (number: $0, row: $0, size: 1) }
    var merges: [Merge] = []
    while clusters.count > 1 {
      var (best, height) = ((0, 1), distances[clusters[0].row, clusters[1].row])
      for first in clusters.indices {
        for second in clusters.indices[(first + 1)...]
        where distances[clusters[first].row, clusters[second].row] < height {
          best = (first, second)
          height = distances[clusters[first].row, clusters[second].row]
        }
      }
      let (one, other) = (clusters[best.0], clusters[best.1])
      let size = one.size + other.size
      merges.append(Merge(first: one.number, second: other.number, height: height, size: size))
      clusters.remove(at: best.1)
      clusters.remove(at: best.0)
      for third in clusters {
        // Parts that add up to 1, so that no sum is larger than the largest distance.
        let part = Double(one.size) / Double(size)
        let mean = part * distances[one.row, third.row] + (1 - part) * distances[other.row, third.row]
        distances[one.row, third.row] = mean
        distances[third.row, one.row] = mean
      }
      clusters.append((number: count + merges.count - 1, row: one.row, size: size))
    }
    itemCount = count
    self.merges = merges
  }

  /// The height of the last merge, 0 for fewer than two items.
  public var height: Double { merges.last?.height ?? 0 }
}
