import GSL
import LearningDynamics
import TestSupport
import Testing

@Suite struct LevelComparisonTests {
  /// Eight items, four units: small whole numbers, so that products and ties are exact.
  static let activity = Matrix([
    [5, 3, 3, 5], [3, 4, 4, 0], [-2, 0, -1, 4], [4, -2, 1, 3], [-4, 1, -4, -1], [1, -2, -2, -3], [1, -3, 2, -1],
    [-1, -1, 0, -1],
  ])

  struct Case: Sendable {
    let items: Int
    let groups: [[Int]]
    let measure: SimilarityMeasure
    let expected: [Double]
  }

  /// Computed in Python, with τ_a by its definition, scipy.stats.spearmanr, and all P! permutations: τ_a, ρ, cosine, and the
  /// p-values of τ_a and of the cosine.
  static let cases = [
    Case(
      items: 8, groups: [[0, 1, 2, 3], [4, 5, 6, 7]], measure: .dot,
      expected: [0.3148148148148148, 0.5319532091080653, 0.3069628197224592, 0.05714285714285714, 0.05714285714285714]),
    Case(
      items: 8, groups: [[0, 1], [2, 3], [4, 5], [6, 7]], measure: .dot,
      expected: [
        0.13756613756613756, 0.32873414310220905, 0.30556045965166956, 0.08571428571428572, 0.0380952380952381,
      ]),
    Case(
      items: 8, groups: [[0, 1, 2, 3], [4, 5, 6, 7]], measure: .euclidean,
      expected: [0.26455026455026454, 0.4467746953815214, 0.812062254928742, 0.05714285714285714, 0.02857142857142857]),
    Case(
      items: 7, groups: [[0, 1], [2, 3, 4], [5], [6]], measure: .dot,
      expected: [0.09047619047619047, 0.19037750304680226, 0.15617680927071292, 0.2, 0.1619047619047619]),
  ]

  @Test(arguments: cases) func numbersAreSciPys(example: Case) throws {
    let activity = Matrix((0..<example.items).map(Self.activity.row))
    let matrix = example.measure.matrix(
      products: activity * activity.transposed, sums: [Double](repeating: 0, count: example.items), width: 4)
    let comparison = LevelComparer(LevelModel(level: 1, groups: example.groups)).compare(
      RankedPairs(matrix, areDistances: example.measure.isDistance))
    let found = [
      comparison.tau, comparison.spearman, comparison.cosine, comparison.tauP, comparison.cosineP,
    ]
    // Exact ranks; a few units in the last place from roots and divisions.
    #expect(largestDifference(found, example.expected) < 1e-14)
  }

  @Test func ranksOfTies() {
    #expect([3.0, 1, 3, 2].midRanks() == [3.5, 1, 3.5, 2])
    // Neighbours within the tolerance are tied, even if the ends of the chain are far apart.
    #expect([0, 1, 1 + 1e-12, 5].midRanks(tolerance: 1e-9) == [1, 2.5, 2.5, 4])
  }

  @Test func theLevelsOfTheTutorialsTree() throws {
    let models = LevelModel.all(of: try DiffusionTree())
    #expect(models.map(\.level) == [1, 2])
    #expect(models.map(\.groups) == [[[0, 1, 2, 3], [4, 5, 6, 7]], [[0, 1], [2, 3], [4, 5], [6, 7]]])
    // 12 · 16 and 4 · 24 of the 378 pairs of pairs.
    #expect(models.map(\.largestTau) == [192.0 / 378, 96.0 / 378])
    #expect(models.map { $0.relabellings()?.count } == [35, 105])
    #expect(models[1].inside == [0, 13, 22, 27])
  }

  /// Leaves above a level are alone there; levels on which no items or all items are together have no model.
  @Test func irregularTrees() throws {
    let models = LevelModel.all(of: try DiffusionTree([["a", "b"], "c", [["d", "e"], "f"]]))
    #expect(models.map(\.level) == [1, 2])
    #expect(models.map(\.groups) == [[[0, 1], [2], [3, 4, 5]], [[0], [1], [2], [3, 4], [5]]])
    #expect(LevelModel.all(of: try DiffusionTree([["a"], ["b"]])).isEmpty)
    #expect(LevelModel.all(of: try DiffusionTree([[["a", "b"]]])).isEmpty)
    #expect(LevelModel.all(of: try DiffusionTree(levels: 1, branches: 4)).isEmpty)
  }

  /// Every partition into groups of the given sizes occurs once: 8!/(3!·2!·2!·2!) of three, two, two and one.
  @Test func everyRelabellingOnce() throws {
    let model = LevelModel(level: 1, groups: [[0, 1, 2], [3, 4], [5, 6], [7]])
    let relabellings = try #require(model.relabellings())
    #expect(relabellings.count == 840 && Set(relabellings).count == 840)
    #expect(relabellings.allSatisfy { $0.count == model.inside.count } && relabellings.contains(model.inside))
    #expect(LevelModel(level: 1, groups: [[0, 1], Array(2..<9)]).relabellings() == nil)
  }

  @Test func theModelItselfHasTheLargestTau() throws {
    for model in LevelModel.all(of: try DiffusionTree(levels: 3, branches: 3)) {
      var own = Matrix.identity(27)
      for group in model.groups { for one in group { for other in group { own[one, other] = 1 } } }
      let comparison = LevelComparer(model).compare(RankedPairs(own, areDistances: false))
      // Sums over 351 pairs.
      #expect(isApproximately(comparison.tau, model.largestTau, within: 1e-13))
      #expect(isApproximately(comparison.spearman, 1, within: 1e-13))
      #expect(isApproximately(comparison.cosine, 1, within: 1e-13))
      // Of 10,001 permutations only the identity is as good: 27 items have 27!/(9!)³3! partitions into three nines.
      #expect(comparison.tauP == 1 / 10_001 && comparison.cosineP == 1 / 10_001)
    }
  }

  /// Nine items in three triples: 280 partitions, of which only the model's own is as good, p = 1/280. The share of
  /// 10,000 random permutations agrees to four standard deviations of √(p/10,000) = 0.0006, and is the same every time.
  @Test func randomRelabellingsAreFair() {
    let model = LevelModel(level: 1, groups: [[0, 1, 2], [3, 4, 5], [6, 7, 8]])
    var own = Matrix.identity(9)
    for group in model.groups { for one in group { for other in group { own[one, other] = 1 } } }
    let pairs = RankedPairs(own, areDistances: false)
    let comparison = LevelComparer(model).compare(pairs)
    #expect(isApproximately(comparison.tauP, 1.0 / 280, within: 0.0024) && comparison.tauP == comparison.cosineP)
    #expect(LevelComparer(model).compare(pairs) == comparison)
    // Similarities without any order are equally good in every permutation.
    let equal = LevelComparer(model).compare(RankedPairs(Matrix(rows: 9, columns: 9), areDistances: false))
    #expect(equal.tauP == 1)
    // For a model with many pairs fewer are drawn.
    #expect(LevelComparer(LevelModel(level: 1, groups: [Array(0..<300), [300]])).randomRelabellingCount == 1_114)
  }

  /// Differences of rounding are ties: no order, no similarity, and not significant.
  @Test func roundingIsNoOrder() throws {
    let noise = scatteredMatrix(rows: 8, columns: 8)
    var matrix = Matrix(rows: 8, columns: 8)
    for row in 0..<8 {
      for column in 0..<8 { matrix[row, column] = 5 + 1e-14 * noise[min(row, column), max(row, column)] }
    }
    for model in LevelModel.all(of: try DiffusionTree()) {
      let comparison = LevelComparer(model).compare(RankedPairs(matrix, areDistances: false))
      #expect(comparison.tau == 0 && comparison.spearman == 0 && comparison.tauP == 1 && comparison.cosineP == 1)
    }
    let nothing = LevelComparer(LevelModel.all(of: try DiffusionTree())[0]).compare(
      RankedPairs(Matrix(rows: 8, columns: 8), areDistances: true))
    #expect(nothing.cosine == 0 && nothing.tau == 0)
  }
}
