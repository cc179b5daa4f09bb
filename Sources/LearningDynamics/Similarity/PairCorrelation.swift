internal import Support

/// How well two matrices of similarities agree, by their pairs of different items.
///
/// - τ_a: Kendall's, concordant minus discordant pairs of pairs, divided by all of them.
/// - ρ: Spearman's, with mid-ranks.
/// - r: Pearson's.
///
/// ρ and r are 0 if all values of one matrix are equal.
///
/// Nili, H. et al. (2014). A toolbox for representational similarity analysis. PLoS Comput. Biol. 10, e1003553.
/// doi:10.1371/journal.pcbi.1003553
public struct PairCorrelation: Codable, Hashable, Sendable {
  /// Kendall's τ_a.
  public var tau: Double
  /// Spearman's ρ.
  public var spearman: Double
  /// Pearson's r.
  public var pearson: Double

  /// The correlations of two lists of pairs.
  ///
  /// - Complexity: O(M log M) for M pairs.
  init(_ one: PairValues, _ other: PairValues) {
    tau = one.kendallTau(other)
    spearman = PairValues.product(one.standardRanks, other.standardRanks)
    pearson = PairValues.product(one.standardValues, other.standardValues)
  }

  /// - Parameters:
  ///   - tau: τ_a.
  ///   - spearman: ρ.
  ///   - pearson: r.
  init(tau: Double, spearman: Double, pearson: Double) {
    (self.tau, self.spearman, self.pearson) = (tau, spearman, pearson)
  }

  /// τ_a, ρ and r.
  var numbers: [Double] { [tau, spearman, pearson] }

  /// The mean of several, number by number; zeros for none.
  public init(meanOf all: [PairCorrelation]) {
    let count = Double(max(1, all.count))
    self.init(
      tau: all.reduce(0) { $0 + $1.tau } / count, spearman: all.reduce(0) { $0 + $1.spearman } / count,
      pearson: all.reduce(0) { $0 + $1.pearson } / count)
  }
}

/// The pairs of a similarity matrix, prepared for correlations.
struct PairValues: Hashable, Sendable {
  /// Mid-ranks.
  let ranks: [Double]
  /// Ranks and values with mean 0 and length 1; zeros if all are equal.
  let standardRanks: [Double]
  let standardValues: [Double]
  /// The pairs in the order of their ranks.
  private let order: [Int]
  /// The number of pairs of pairs that are tied.
  private let ties: Double

  /// - Parameter values: one for each pair above the diagonal, row by row, large for similar items. Values that differ by at most
  ///   `LevelComparison.tieTolerance` of the largest are tied.
  init(_ values: [Double]) {
    let largest = values.reduce(0) { max($0, $1.magnitude) }
    let ranks = values.midRanks(tolerance: LevelComparison.tieTolerance * largest)
    self.ranks = ranks
    standardValues = Self.standardized(values, largest)
    standardRanks = Self.standardized(ranks, Double(ranks.count))
    order = ranks.indices.sorted { ranks[$0] < ranks[$1] }
    var (ties, first) = (0.0, 0)
    for place in order.indices where place + 1 == order.count || ranks[order[place]] != ranks[order[place + 1]] {
      let count = Double(place + 1 - first)
      ties += count * (count - 1) / 2
      first = place + 1
    }
    self.ties = ties
  }

  /// The same for permuted items.
  ///
  /// - Parameters:
  ///   - values: before.
  ///   - places: for each pair, the pair whose value it gets.
  /// - Complexity: O(M).
  init(_ values: PairValues, relabelled places: [Int]) {
    ranks = places.map { values.ranks[$0] }
    standardRanks = places.map { values.standardRanks[$0] }
    standardValues = places.map { values.standardValues[$0] }
    var inverse = places
    for (pair, place) in places.enumerated() { inverse[place] = pair }
    order = values.order.map { inverse[$0] }
    ties = values.ties
  }

  /// Values minus their mean, divided by their length; zeros for values that differ by rounding only.
  private static func standardized(_ values: [Double], _ largest: Double) -> [Double] {
    guard largest > 0, largest.isFinite else { return values.map { _ in 0 } }
    // Divide by the largest first: the squares of early activities may be below the smallest number.
    let scaled = values.map { $0 / largest }
    let mean = scaled.reduce(0, +) / Double(max(1, scaled.count))
    let length = scaled.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
    return scaled.map { length > 1e-12 ? ($0 - mean) / length : 0 }
  }

  /// Σ x_i y_i.
  static func product(_ one: [Double], _ other: [Double]) -> Double {
    one.withUnsafeBufferPointer { one in
      other.withUnsafeBufferPointer { other in
        var sum = 0.0
        for index in one.indices { sum += one[index] * other[index] }
        return sum
      }
    }
  }

  /// τ_a by Knight's method: the pairs are sorted by one list, and those in the wrong order are counted while the other is merged.
  ///
  /// Knight, W. R. (1966). A computer method for calculating Kendall's tau with ungrouped data. J. Am. Stat. Assoc. 61, 436–439.
  /// doi:10.1080/01621459.1966.10480879
  func kendallTau(_ other: PairValues) -> Double {
    let count = ranks.count
    guard count > 1 else { return 0 }
    // Tied pairs of this list in the order of the other one, where no exchange counts.
    var sorted = order
    let both = ties > 0 ? sortTied(&sorted, by: other) : 0
    var values = other.ranks.withUnsafeBufferPointer { ranks in sorted.map { ranks[$0] } }
    let exchanges = Double(Self.exchanges(&values))
    let all = Double(count) * Double(count - 1) / 2
    return (all - ties - other.ties + both - 2 * exchanges) / all
  }

  /// Sorts tied pairs by another list, and counts the pairs of pairs that are tied in both.
  private func sortTied(_ sorted: inout [Int], by other: PairValues) -> Double {
    var (first, both) = (0, 0.0)
    for place in sorted.indices
    where place + 1 == sorted.count || ranks[sorted[place]] != ranks[sorted[place + 1]] {
      sorted[first...place].sort { other.ranks[$0] < other.ranks[$1] }
      var run = 1.0
      for index in first..<place {
        if other.ranks[sorted[index]] == other.ranks[sorted[index + 1]] {
          both += run
          run += 1
        } else {
          run = 1
        }
      }
      first = place + 1
    }
    return both
  }

  /// Sorts by merging, and counts how many pairs were in the wrong order.
  private static func exchanges(_ values: inout [Double]) -> Int {
    var other = values
    let count = values.count
    return values.withUnsafeMutableBufferPointer { values in
      other.withUnsafeMutableBufferPointer { other in
        var (source, target) = (values, other)
        var (width, exchanges) = (1, 0)
        while width < count {
          for start in stride(from: 0, to: count, by: 2 * width) {
            let (middle, end) = (min(start + width, count), min(start + 2 * width, count))
            var (left, right) = (start, middle)
            for place in start..<end {
              if left < middle, right == end || source[left] <= source[right] {
                target[place] = source[left]
                left += 1
              } else {
                target[place] = source[right]
                exchanges += middle - left
                right += 1
              }
            }
          }
          swap(&source, &target)
          width *= 2
        }
        return exchanges
      }
    }
  }
}
