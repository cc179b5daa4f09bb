public import GSL

/// How well the pairs of a similarity matrix agree with the model of one level of a tree.
///
/// The P(P − 1)/2 pairs of different items are compared. For distances the negative is ranked, and the cosine is that with
/// the model's distances (1 for two items that do not share their ancestor, else 0). For τ_a and ρ this is equivalent.
///
/// - τ_a: concordant minus discordant pairs of pairs, divided by all of them; a tie counts as neither. Nili, H. et al.
///   (2014), PLoS Comput. Biol. 10, e1003553, doi:10.1371/journal.pcbi.1003553, explain why it suits models with many ties.
///   It cannot be above ``LevelModel/largestTau``, which differs from level to level.
/// - ρ: Spearman's, with mid-ranks; 0 if all similarities are tied.
/// - cosine: of the angle between both lists of pairs; 0 if all similarities are 0.
public struct LevelComparison: Codable, Hashable, Sendable {
  /// Entries that differ by less than this fraction of the largest one are tied, because rounding errors are not an order.
  package static let tieTolerance = 1e-9

  /// Kendall's τ_a.
  public let tau: Double
  /// Spearman's ρ.
  public let spearman: Double
  public let cosine: Double
  /// The share of permutations of the items, including the identity, whose τ_a is at least as large. All P! are used up to
  /// ``LevelModel/largestPermutedItemCount`` items; for more items, ``LevelComparer/randomRelabellingCount`` random ones and
  /// the identity. ρ has the same share: both are linear in the sum of the ranks inside.
  public let tauP: Double
  /// The same for the cosine; sums within 10⁻⁹ of the observed one, relative to the sum of all magnitudes, count as equal.
  public let cosineP: Double
}

/// A level model, prepared for many comparisons.
public struct LevelComparer: Sendable {
  public let model: LevelModel
  /// The inside pairs for all permutations, if there are not too many items.
  private let relabellings: [[Int]]?

  /// The number of random permutations of a test if there are too many for an exact one: 10,000, so that p is exact to about
  /// 0.002 near 0.05; fewer, but at least 999, if a level has more than 5,000 pairs inside, so that a test takes no longer than
  /// a training.
  public var randomRelabellingCount: Int { min(10_000, max(999, 50_000_000 / max(1, model.inside.count))) }

  /// Prepares a model.
  ///
  /// - Complexity: as ``LevelModel/relabellings()``.
  public init(_ model: LevelModel) {
    self.model = model
    relabellings = model.relabellings()
  }

  /// Compares similarities (or distances) with the model.
  ///
  /// - Complexity: O(M log M) for M pairs, and one sum over the pairs inside for each permutation.
  public func compare(_ pairs: RankedPairs) -> LevelComparison {
    let rankSum = Self.sum(pairs.ranks, model.inside)
    let insideSum = Self.sum(pairs.compared, model.inside)
    let slack = 1e-9 * pairs.compared.reduce(0) { $0 + $1.magnitude }
    // Sums of halves are exact.
    let shares = shares(of: pairs, rankSum: rankSum, insideSum: insideSum - slack)
    return LevelComparison(
      tau: model.tau(pairs), spearman: spearman(rankSum, pairs), cosine: cosine(insideSum, pairs),
      tauP: shares.rank, cosineP: shares.value)
  }

  /// The shares of permutations whose sums inside are at least as large as two given ones.
  private func shares(of pairs: RankedPairs, rankSum: Double, insideSum: Double) -> (rank: Double, value: Double) {
    if let relabellings {
      let count = Double(relabellings.count)
      return (
        Double(relabellings.count { Self.sum(pairs.ranks, $0) >= rankSum }) / count,
        Double(relabellings.count { Self.sum(pairs.compared, $0) >= insideSum }) / count
      )
    }
    // The identity is one of them.
    var (ranks, values) = (1, 1)
    var shuffle = RandomRelabelling(items: model.items)
    let drawn = randomRelabellingCount
    for _ in 0..<drawn {
      shuffle.next()
      let sums = shuffle.sums(of: pairs, in: model.groups)
      if sums.ranks >= rankSum { ranks += 1 }
      if sums.values >= insideSum { values += 1 }
    }
    let count = Double(drawn + 1)
    return (Double(ranks) / count, Double(values) / count)
  }

  private func spearman(_ rankSum: Double, _ pairs: RankedPairs) -> Double {
    let (inside, all) = (Double(model.inside.count), Double(model.pairCount))
    let mean = (all + 1) / 2
    let variation = pairs.ranks.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard variation > 0 else { return 0 }
    return (rankSum - inside * mean) / (variation * inside * (all - inside) / all).squareRoot()
  }

  private func cosine(_ insideSum: Double, _ pairs: RankedPairs) -> Double {
    let largest = pairs.compared.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0 else { return 0 }
    // Divide by the largest first: the squares of early activities may be below the smallest number.
    let squares = pairs.compared.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }
    let inside = model.inside.count
    guard pairs.areDistances else { return insideSum / largest / (squares * Double(inside)).squareRoot() }
    // The entries are negatives: the sum outside is the negative of their total minus the sum inside.
    let outsideSum = insideSum - pairs.compared.reduce(0, +)
    return outsideSum / largest / (squares * Double(model.pairCount - inside)).squareRoot()
  }

  fileprivate static func sum(_ values: [Double], _ indices: [Int]) -> Double {
    values.withUnsafeBufferPointer { values in indices.reduce(0) { $0 + values[$1] } }
  }
}

extension LevelModel {
  /// Kendall's τ_a of similarities (or negative distances) with the model.
  ///
  /// With m of M pairs inside, concordant minus discordant is 2R − m(M + 1) for a sum R of the ranks inside.
  ///
  /// - Complexity: O(m).
  public func tau(_ pairs: RankedPairs) -> Double {
    let (inside, all) = (Double(self.inside.count), Double(pairCount))
    return (2 * LevelComparer.sum(pairs.ranks, self.inside) - inside * (all + 1)) / (all * (all - 1) / 2)
  }
}

/// The pairs of different items of a matrix, and their ranks.
public struct RankedPairs: Hashable, Sendable {
  /// The entries above the diagonal, distances as their negatives.
  let compared: [Double]
  /// Their mid-ranks.
  let ranks: [Double]
  let areDistances: Bool

  /// Ranks the pairs of a matrix; entries that differ by at most `LevelComparison.tieTolerance` of the largest are tied.
  ///
  /// - Parameters:
  ///   - matrix: P × P, symmetric.
  ///   - areDistances: whether large values stand for items that are far apart.
  /// - Complexity: O(P² log P).
  public init(_ matrix: Matrix, areDistances: Bool) {
    let entries = matrix.upperTriangle
    compared = areDistances ? entries.map { -$0 } : entries
    ranks = compared.midRanks(
      tolerance: LevelComparison.tieTolerance * compared.reduce(0) { max($0, $1.magnitude) })
    self.areDistances = areDistances
  }
}
