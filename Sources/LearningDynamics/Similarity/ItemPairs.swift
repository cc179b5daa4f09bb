public import GSL

extension Matrix {
  /// The entries above the diagonal of a square matrix, row by row: P(P − 1)/2 of them, in the order (0, 1), (0, 2), …,
  /// (1, 2), … of SciPy's `squareform` and of rsatoolbox.
  public var upperTriangle: [Double] {
    precondition(rows == columns, "a square matrix is needed")
    var entries: [Double] = []
    entries.reserveCapacity(rows * max(0, rows - 1) / 2)
    for row in 0..<rows { entries += elements[row * columns + row + 1..<(row + 1) * columns] }
    return entries
  }
}

extension Array<Double> {
  /// Ranks from 1, the smallest first; values that are tied share the mean of their ranks.
  ///
  /// - Parameter tolerance: values tie with the next larger one up to this distance.
  /// - Complexity: O(n log n).
  public func midRanks(tolerance: Double = 0) -> [Double] {
    let order = indices.sorted { self[$0] < self[$1] }
    var ranks = self
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, self[order[end]] - self[order[end - 1]] <= tolerance { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }
}
