extension Collection {
  /// The elements, split into runs of neighbours that belong together.
  ///
  /// - Parameter belongTogether: whether an element and the next one are in the same run.
  /// - Complexity: O(n).
  package func runs(where belongTogether: (Element, Element) throws -> Bool) rethrows -> [SubSequence] {
    var runs: [SubSequence] = []
    var first = startIndex
    while first != endIndex {
      var end = first
      var previous = first
      repeat {
        previous = end
        end = index(after: end)
      } while try end != endIndex && belongTogether(self[previous], self[end])
      runs.append(self[first..<end])
      first = end
    }
    return runs
  }
}

extension Collection<Int> {
  /// The ascending numbers as ranges without gaps; repeated numbers count once.
  package var ranges: [ClosedRange<Int>] {
    runs { (0...1).contains($1 - $0) }.compactMap { run in run.first.map { first in first...run.reduce(first) { $1 } } }
  }
}
