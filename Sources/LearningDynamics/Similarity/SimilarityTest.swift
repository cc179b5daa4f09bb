public import GSL
internal import Dispatch
internal import Support

/// Compares a network's similarities with some from outside.
///
/// With several matrices, each number is the mean over them. They are compared by the items that all of them have.
///
/// Nili, H. et al. (2014). A toolbox for representational similarity analysis. PLoS Comput. Biol. 10, e1003553.
/// doi:10.1371/journal.pcbi.1003553
public struct SimilarityTest: Sendable {
  /// The compared items of the dataset, as indices.
  public let items: [Int]
  /// How well a perfect model could agree with each matrix, because they differ; nil for a single one.
  public let ceiling: NoiseCeiling?
  private let given: [PairValues]

  /// The range in which the best possible agreement lies.
  ///
  /// The mean of all matrices agrees best with them (*upper*). The mean of all others is what a model could know of a matrix that it has
  /// not seen (*lower*). For r values of equal variance are averaged, for ρ ranks of equal variance, and no model can be above the upper
  /// bound. For τ_a the ranks of that mean are used, which is nearly the best.
  public struct NoiseCeiling: Codable, Hashable, Sendable {
    /// The mean correlation of each matrix with the mean of all others.
    public let lower: PairCorrelation
    /// The mean correlation of each matrix with the mean of all.
    public let upper: PairCorrelation
  }

  /// A permutation test of one matrix: the shares of permutations of the items with at least the same correlation.
  ///
  /// All P! are used up to ``LevelModel/largestPermutedItemCount`` items. For more, 10,000 random ones and the identity; fewer, but at least
  /// 999, with more than 5,000 pairs.
  public struct Chances: Codable, Hashable, Sendable {
    /// p of τ_a, ρ and r.
    public let p: PairCorrelation
    /// How many permutations were used.
    public let permutations: Int
    /// Whether these are all there are.
    public let isExact: Bool
  }

  /// Prepares a comparison.
  ///
  /// - Parameter given: one or several.
  /// - Returns: nil if they have fewer than three items in common.
  public init?(_ given: [GivenSimilarities]) {
    guard let first = given.first else { return nil }
    items = first.items.filter { item in given.allSatisfy { $0.items.contains(item) } }
    guard items.count >= 3 else { return nil }
    let items = items
    let pairs = given.map { PairValues($0.pairs(of: items)) }
    self.given = pairs
    ceiling =
      pairs.count < 2
      ? nil
      : NoiseCeiling(
        lower: PairCorrelation(
          meanOf: pairs.indices.map { left in
            Self.correlation(of: pairs[left], with: pairs.indices.filter { $0 != left }.map { pairs[$0] })
          }),
        upper: PairCorrelation(meanOf: pairs.map { Self.correlation(of: $0, with: pairs) }))
  }

  /// The correlations of one list with the mean of others.
  private static func correlation(of one: PairValues, with others: [PairValues]) -> PairCorrelation {
    func mean(_ lists: [[Double]]) -> PairValues {
      PairValues(lists[0].indices.map { pair in lists.reduce(0) { $0 + $1[pair] } / Double(lists.count) })
    }
    let (byRank, byValue) = (mean(others.map(\.standardRanks)), mean(others.map(\.standardValues)))
    func product(_ one: [Double], _ other: [Double]) -> Double { zip(one, other).reduce(0) { $0 + $1.0 * $1.1 } }
    return PairCorrelation(
      tau: one.kendallTau(byRank), spearman: product(one.standardRanks, byRank.standardValues),
      pearson: product(one.standardValues, byValue.standardValues))
  }

  /// The compared pairs of a network's matrix, large for similar items.
  private func pairs(_ matrix: Matrix, _ areDistances: Bool) -> PairValues {
    let chosen = Matrix(items.map { row in items.map { matrix[row, $0] } })
    return PairValues(chosen.upperTriangle.map { areDistances ? -$0 : $0 })
  }

  /// The correlations of a network's matrix with each of the given ones.
  ///
  /// - Parameters:
  ///   - matrix: over all items of the dataset.
  ///   - areDistances: whether large values stand for items that are far apart.
  /// - Complexity: O(P² log P) for each given matrix.
  public func correlations(_ matrix: Matrix, areDistances: Bool) -> [PairCorrelation] {
    let pairs = pairs(matrix, areDistances)
    return given.map { PairCorrelation($0, pairs) }
  }

  /// The mean of ``correlations(_:areDistances:)``.
  public func correlation(_ matrix: Matrix, areDistances: Bool) -> PairCorrelation {
    PairCorrelation(meanOf: correlations(matrix, areDistances: areDistances))
  }

  /// How often permuted items would agree as well.
  ///
  /// - Parameters:
  ///   - matrix: over all items of the dataset.
  ///   - areDistances: whether large values stand for items that are far apart.
  /// - Throws: `CancellationError`.
  /// - Complexity: O(P² log P) for each permutation and given matrix.
  public func chances(_ matrix: Matrix, areDistances: Bool) throws -> Chances {
    let pairs = pairs(matrix, areDistances)
    let given = given
    @Sendable func mean(_ pairs: PairValues) -> PairCorrelation {
      PairCorrelation(meanOf: given.map { PairCorrelation($0, pairs) })
    }
    let observed = mean(pairs).numbers
    let labels = Self.labels(of: items.count)
    // On all free processors. The result does not depend on their number.
    var hits = [0, 0, 0]
    for start in stride(from: 0, to: labels.count, by: 64 * Self.blockSize) {
      try Task.checkCancellation()
      let blocks = Array(stride(from: start, to: min(start + 64 * Self.blockSize, labels.count), by: Self.blockSize))
      var counts = [[Int]](repeating: [0, 0, 0], count: blocks.count)
      counts.withUnsafeMutableBufferPointer { counts in
        nonisolated(unsafe) let counts = counts
        DispatchQueue.concurrentPerform(iterations: blocks.count) { block in
          for labels in labels[blocks[block]..<min(blocks[block] + Self.blockSize, labels.count)] {
            let found = mean(PairValues(pairs, relabelled: Self.places(labels))).numbers
            // Sums in another order differ by rounding.
            for index in 0..<3 where found[index] >= observed[index] - 1e-9 { counts[block][index] += 1 }
          }
        }
      }
      for count in counts { for index in 0..<3 { hits[index] += count[index] } }
    }
    let shares = hits.map { Double($0) / Double(labels.count) }
    return Chances(
      p: PairCorrelation(tau: shares[0], spearman: shares[1], pearson: shares[2]), permutations: labels.count,
      isExact: items.count <= LevelModel.largestPermutedItemCount)
  }

  /// So many permutations are tried on one processor in a row.
  private static let blockSize = 16

  /// All permutations, or the identity and random ones.
  private static func labels(of items: Int) -> [[Int]] {
    var labels: [[Int]] = []
    if items <= LevelModel.largestPermutedItemCount {
      forEachPermutation(of: items) { labels.append($0) }
      return labels
    }
    labels.append(Array(0..<items))
    var shuffle = RandomRelabelling(items: items)
    while labels.count < permutations(of: items) {
      shuffle.next()
      labels.append(shuffle.labels)
    }
    return labels
  }

  /// How many permutations the test of so many items uses.
  public static func permutations(of items: Int) -> Int {
    if items <= LevelModel.largestPermutedItemCount { return items < 2 ? 1 : (2...items).reduce(1, *) }
    return min(10_000, max(999, 50_000_000 / (items * (items - 1) / 2))) + 1
  }

  /// For each pair of items, the pair of the items whose labels they get.
  private static func places(_ labels: [Int]) -> [Int] {
    let count = labels.count
    var places: [Int] = []
    places.reserveCapacity(count * (count - 1) / 2)
    for row in 0..<count {
      for column in row + 1..<max(row + 1, count) {
        places.append(LevelModel.pair(labels[row], labels[column], of: count))
      }
    }
    return places
  }

  /// All permutations, by exchanging two at a time (Heap 1963, doi:10.1093/comjnl/6.3.293).
  private static func forEachPermutation(of count: Int, _ body: ([Int]) throws -> Void) rethrows {
    var (labels, counters, place) = (Array(0..<count), [Int](repeating: 0, count: count), 0)
    try body(labels)
    while place < count {
      if counters[place] < place {
        labels.swapAt(place.isMultiple(of: 2) ? 0 : counters[place], place)
        try body(labels)
        counters[place] += 1
        place = 0
      } else {
        counters[place] = 0
        place += 1
      }
    }
  }
}
