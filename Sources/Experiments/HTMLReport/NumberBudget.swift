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

    /// The numbers of what has to be kept.
    fileprivate var least: Int { kept.count * size }
    /// The numbers of all.
    fileprivate var most: Int { epochs.count * size }

    package init(epochs: [Int], kept: Set<Int> = [], size: Int) {
      self.epochs = epochs
      self.kept = kept.intersection(epochs).union([epochs.first, epochs.last].compactMap(\.self))
      self.size = size
    }
  }

  /// The epochs that are left of each series; nil where not even those fit that have to be kept.
  ///
  /// Those that have to be kept come first, of small series before large ones. The rest is shared equally; what a short
  /// series does not need of its share goes to the longer ones.
  package static func shared(_ budget: Int, among series: [Series]) -> [[Int]?] {
    var left = budget
    var admitted: [Int] = []
    for index in series.indices.sorted(by: { (series[$0].least, $0) < (series[$1].least, $1) })
    where series[index].least <= left {
      left -= series[index].least
      admitted.append(index)
    }
    var result = [[Int]?](repeating: nil, count: series.count)
    admitted.sort { (series[$0].most - series[$0].least, $0) < (series[$1].most - series[$1].least, $1) }
    for (place, index) in admitted.enumerated() {
      let one = series[index]
      let share = one.least + left / (admitted.count - place)
      result[index] = thinned(one, to: share / one.size)
      left -= (result[index]?.count ?? 0) * one.size - one.least
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
