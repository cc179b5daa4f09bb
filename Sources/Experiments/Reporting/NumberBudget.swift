/// How the numbers that a page may hold are shared among the series of states in it, and which states are left then.
package enum NumberBudget {
  /// A series of states.
  package struct Series: Sendable {
    /// Its epochs, ascending.
    package let epochs: [Int]
    /// Epochs that are kept beside the first and the last.
    package let kept: Set<Int>
    /// How many numbers each state has, at least 1.
    package let size: Int

    package init(epochs: [Int], kept: Set<Int> = [], size: Int) {
      self.epochs = epochs
      self.kept = kept.intersection(epochs).union([epochs.first, epochs.last].compactMap(\.self))
      self.size = size
    }
  }

  /// The epochs that are left of each series; nil where not even those fit that have to be kept.
  ///
  /// What a short series does not need of its share goes to the longer ones.
  package static func shared(_ budget: Int, among series: [Series]) -> [[Int]?] {
    var left = budget
    var result = [[Int]?](repeating: nil, count: series.count)
    let order = series.indices.sorted {
      (series[$0].epochs.count * series[$0].size, $0) < (series[$1].epochs.count * series[$1].size, $1)
    }
    for (place, index) in order.enumerated() {
      let one = series[index]
      result[index] = thinned(one, to: left / (order.count - place) / one.size)
      left -= (result[index]?.count ?? 0) * one.size
    }
    return result
  }

  /// Every k-th epoch of a series with the smallest k that leaves at most so many; nil if none does.
  package static func thinned(_ series: Series, to most: Int) -> [Int]? {
    guard series.kept.count <= most else { return nil }
    let count = series.epochs.count
    // Fewer than this are too many even without the kept ones.
    for step in max(1, count / max(1, most))...max(1, count) {
      let chosen = stride(from: 0, to: count, by: step).map { series.epochs[$0] }
      let all = series.kept.union(chosen)
      if all.count <= most { return all.sorted() }
    }
    return series.kept.sorted()
  }
}
