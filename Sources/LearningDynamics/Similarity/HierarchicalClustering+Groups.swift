extension HierarchicalClustering {
  /// The items of every cluster, by its number, from left to right.
  ///
  /// Of two clusters that are merged, the one with the smaller first item stands on the left, so that equal trees have equal
  /// orders whatever the order of their merges.
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

  /// All items from left to right, as they stand below a dendrogram.
  public var leafOrder: [Int] { clusters.last ?? [] }

  /// The clusters that are left when every merge above a height is undone, in the order of their first items.
  ///
  /// - Complexity: O(P²).
  public func groups(cutAt height: Double) -> [[Int]] {
    let clusters = clusters
    // From the last merge downwards; what is below a merge that stays is not looked at.
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
