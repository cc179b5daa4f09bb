import GSL
import TestSupport
import Testing

@testable import LearningDynamics

/// Correlations of similarity matrices, their chances and ceilings.
@Suite struct SimilarityTestTests {
  private static let one = [
    1.8, 0.4, 0.1, -1.9, -0.3, -0.4, -0.1, -0.6, -0.0, -0.5, -1.3, 0.9, 0.9, 1.7, 0.1, -0.4, -0.5, -1.5, 1.0, -1.1,
    -1.2,
    -0.2, 1.5, 0.2, -1.0, -0.7, 0.6, -0.2, -0.8, -0.2, 0.7, 2.0, -1.2, -0.6, -0.8, -2.4, -0.9, -1.0, 1.1, -0.1, -1.6,
    0.6,
    -0.4, -1.7, -0.6,
  ]
  private static let other = [
    0.3, -0.7, 0.1, -3.2, -0.4, 0.8, 0.8, 0.8, 1.1, 1.2, -1.8, 1.3, -1.4, 0.2, -1.9, 0.8, 1.1, -0.9, 2.3, -1.2, -0.4,
    0.1,
    -0.3, 0.5, 1.4, -1.4, 1.2, -0.3, 1.4, 0.4, 1.0, 1.6, -0.4, -1.7, 1.0, -2.6, -0.2, 0.1, -0.3, 0.1, 0.4, 0.3, -1.1,
    -3.8,
    -1.3,
  ]

  /// Many ties; ρ and r are SciPy's `spearmanr` and `pearsonr` (1.17), τ_a a count over all pairs of pairs. 1e-14: rounding.
  @Test func agreesWithSciPy() {
    let found = PairCorrelation(PairValues(Self.one), PairValues(Self.other))
    #expect(isApproximately(found.tau, 0.2727272727272727, within: 1e-14))
    #expect(isApproximately(found.spearman, 0.388714781158552, within: 1e-14))
    #expect(isApproximately(found.pearson, 0.47166468490911645, within: 1e-14))
  }

  /// Counted over all pairs, for lists with and without ties.
  @Test(arguments: 1...60 as ClosedRange<UInt32>)
  func tauByCounting(seed: UInt32) throws {
    var sampler = try DataSampler(seed: seed, convention: .tutorial)
    let count = 2 + sampler.integer(below: 40)
    let levels = 1 + Double(sampler.integer(below: 12))
    func draw() -> [Double] { (0..<count).map { _ in (levels * sampler.uniform()).rounded() } }
    let (one, other) = (draw(), draw())
    var sum = 0
    for first in 0..<count {
      for second in 0..<first {
        let product = (one[first] - one[second]) * (other[first] - other[second])
        sum += product > 0 ? 1 : product < 0 ? -1 : 0
      }
    }
    let tau = PairCorrelation(PairValues(one), PairValues(other)).tau
    #expect(isApproximately(tau, Double(sum) / Double(count * (count - 1) / 2), within: 1e-15))
  }

  @Test func equalValuesSayNothing() {
    let found = PairCorrelation(PairValues([1, 1, 1]), PairValues([1, 2, 3]))
    #expect(found.tau == 0 && found.spearman == 0 && found.pearson == 0)
    // Early activities are below the smallest squares.
    let tiny = PairCorrelation(PairValues([1e-300, 2e-300, 4e-300]), PairValues([1, 2, 4]))
    #expect(tiny.tau == 1 && isApproximately(tiny.pearson, 1, within: 1e-14))
  }

  private func matrix(_ pairs: [Double], _ items: Int) -> Matrix {
    var result = Matrix(rows: items, columns: items)
    var next = 0
    for row in 0..<items {
      for column in row + 1..<max(row + 1, items) {
        (result[row, column], result[column, row]) = (pairs[next], pairs[next])
        next += 1
      }
    }
    return result
  }

  private func given(_ pairs: [Double], _ items: Int) throws -> GivenSimilarities {
    try GivenSimilarities(
      name: "g", labels: nil, matrix: matrix(pairs, items), kind: .similarities, of: (0..<items).map { "i\($0)" })
  }

  /// All permutations, one after the other, by another recursion.
  @Test(arguments: [3, 4, 5, 6]) func exactChances(items: Int) throws {
    var sampler = try DataSampler(seed: 11, convention: .tutorial)
    let count = items * (items - 1) / 2
    let (one, other) = (
      (0..<count).map { _ in (4 * sampler.uniform()).rounded() }, (0..<count).map { _ in sampler.standardNormal() }
    )
    let only = try given(one, items)
    let test = try #require(SimilarityTest([only]))
    let model = matrix(other, items)
    let found = try test.chances(model, areDistances: false)
    let observed = test.correlation(model, areDistances: false)
    var (hits, total) = ([0, 0, 0], 0)
    func visit(_ chosen: [Int]) {
      guard chosen.count == items else {
        for next in 0..<items where !chosen.contains(next) { visit(chosen + [next]) }
        return
      }
      let permuted = Matrix(chosen.map { row in chosen.map { model[row, $0] } })
      let value = PairCorrelation(PairValues(one), PairValues(permuted.upperTriangle))
      total += 1
      if value.tau >= observed.tau - 1e-9 { hits[0] += 1 }
      if value.spearman >= observed.spearman - 1e-9 { hits[1] += 1 }
      if value.pearson >= observed.pearson - 1e-9 { hits[2] += 1 }
    }
    visit([])
    #expect(found.permutations == total)
    #expect([found.p.tau, found.p.spearman, found.p.pearson] == hits.map { Double($0) / Double(total) })
  }

  /// With more than eight items 10,000 random permutations are near the exact share: of ten items, two groups of five have the same pairs
  /// in 2·5!·5! of 10! permutations, 1 of 126.
  @Test func randomChances() throws {
    var groups: [Double] = []
    for row in 0..<10 {
      for column in row + 1..<max(row + 1, 10) { groups.append(row / 5 == column / 5 ? 1 : 0) }
    }
    let only = try given(groups, 10)
    let test = try #require(SimilarityTest([only]))
    let chances = try test.chances(matrix(groups, 10), areDistances: false)
    #expect(chances.permutations == 10_001)
    // Three standard deviations of a share of 1/126 in 10,000: 0.0027.
    for p in [chances.p.tau, chances.p.spearman, chances.p.pearson] {
      #expect(isApproximately(p, 1 / 126, within: 0.0027))
    }
    #expect(test.ceiling == nil)
  }

  /// Twelve items: `RandomState(5).randn` for one matrix, a quarter of it and `RandomState(6).randn` for the other. Correlations are SciPy's
  /// (1e-14: rounding). Its p is of 200,000 permutations in NumPy, 20,000 for τ; three standard deviations of a share of 10,000 and of these
  /// are 0.009.
  @Test func chancesAsInNumPy() throws {
    func draw(_ seed: UInt32) throws -> [Double] {
      var sampler = try DataSampler(seed: seed, convention: .tutorial)
      return (0..<66).map { _ in sampler.standardNormal() }
    }
    let one = try draw(5)
    let other = zip(one, try draw(6)).map { 0.25 * $0 + $1 }
    let only = try given(one, 12)
    let test = try #require(SimilarityTest([only]))
    let found = test.correlation(matrix(other, 12), areDistances: false)
    #expect(isApproximately(found.tau, 0.12354312354312354, within: 1e-14))
    #expect(isApproximately(found.spearman, 0.18522074939985392, within: 1e-14))
    #expect(isApproximately(found.pearson, 0.1640580286441666, within: 1e-14))
    let chances = try test.chances(matrix(other, 12), areDistances: false)
    #expect(isApproximately(chances.p.tau, 0.06645, within: 0.009))
    #expect(isApproximately(chances.p.spearman, 0.062695, within: 0.009))
    #expect(isApproximately(chances.p.pearson, 0.08676, within: 0.009))
    #expect(!chances.isExact)
  }

  /// Distances are turned, missing items left out, and items matched by name.
  @Test func matchesItems() throws {
    let names = ["a", "b", "c", "d"]
    let similar = matrix([5, 1, 2, 3, 4, 0], 4)
    // The same order of pairs as distances, in another order of items, without d, with another one.
    let order = [2, 4, 0, 1]
    func distance(_ row: Int, _ column: Int) -> Double {
      if row == column { return 0 }
      return max(row, column) == 4 ? 7 : 6 - similar[row, column]
    }
    let distances = Matrix(order.map { row in order.map { distance(row, $0) } })
    let given = try GivenSimilarities(name: "d", labels: ["c", "x", "a", "b"], matrix: distances, of: names)
    #expect(given.areDistances && given.items == [0, 1, 2])
    #expect(given.notes == ["d lacks 'd'; compared are the other items", "d has 'x', not in the dataset: left out"])
    let test = try #require(SimilarityTest([given]))
    let found = test.correlation(similar, areDistances: false)
    #expect(found.tau == 1 && isApproximately(found.spearman, 1, within: 1e-14))
    #expect(isApproximately(found.pearson, 1, within: 1e-14))
    let apart = Matrix(rows: 4, columns: 4, elements: similar.elements.map { 6 - $0 })
    #expect(test.correlation(apart, areDistances: true).tau == 1)
  }

  /// Tables of coarse ratings, with ties: each with the mean of all, and of the two others, of ranks with mean 0 and length 1. From NumPy
  /// (`rankdata`, `corrcoef`); 1e-14: rounding.
  @Test func noiseCeiling() throws {
    let tables = [[1.0, 0, 0, 0, 0, 0], [1, 0, 4, 2, 3, 5], [2, 2, 3, 1, 1, 3]]
    let three = try tables.map { try given($0, 4) }
    let test = try #require(SimilarityTest(three))
    let ceiling = try #require(test.ceiling)
    #expect(isApproximately(ceiling.upper.spearman, 0.5935391480693438, within: 1e-14))
    #expect(isApproximately(ceiling.lower.spearman, 0.0885667353466524, within: 1e-14))
    #expect(isApproximately(ceiling.upper.pearson, 0.5935391480693438, within: 1e-14))
    #expect(isApproximately(ceiling.lower.pearson, 0.0885667353466524, within: 1e-14))
    #expect(isApproximately(ceiling.upper.tau, 0.4444444444444444, within: 1e-14))
    // No model is above the upper bound of ρ and r, with ties or without.
    var sampler = try DataSampler(seed: 4, convention: .tutorial)
    for trial in 0..<2000 {
      let model = matrix(
        (0..<6).map { _ in trial.isMultiple(of: 2) ? sampler.standardNormal() : Double(sampler.integer(below: 4)) }, 4)
      let found = test.correlation(model, areDistances: false)
      #expect(found.spearman <= ceiling.upper.spearman + 1e-12 && found.pearson <= ceiling.upper.pearson + 1e-12)
    }
  }

  private func refusal(_ matrix: Matrix, labels: [String]? = nil, _ kind: GivenSimilarities.Kind = .auto) -> String {
    do throws(GivenSimilaritiesError) {
      _ = try GivenSimilarities(
        name: "r.csv", labels: labels, matrix: matrix, kind: kind, of: ["Cat", "Dog", "Owl", "Elm"])
      return ""
    } catch {
      return error.description
    }
  }

  /// Each refusal says what is wrong and what to do.
  @Test func refusals() {
    let three = Matrix([[0, 1, 2], [1, 0, 3], [2, 3, 0]])
    #expect(refusal(three, labels: ["Cat", "Dog", "Owl"]).isEmpty)
    #expect(refusal(three).contains("needs a row for each of the dataset's 4, but it has 3"))
    #expect(refusal(three, labels: ["Cat", "Dog", "Cat"]).contains("'Cat' is there twice"))
    #expect(refusal(three, labels: ["Cat", "Dog", "Ant"]).contains("only 2 of the dataset's items"))
    #expect(refusal(three, labels: ["x", "y", "z"]).contains("none of the dataset's items"))
    #expect(refusal(Matrix([[0, 1, 2], [1, 0, 3]]), labels: ["Cat", "Dog"]).contains("2 rows and 3 columns"))
    var hole = three
    (hole[0, 1], hole[1, 0]) = (.nan, .nan)
    #expect(refusal(hole, labels: ["Cat", "Dog", "Owl"]).contains("'Dog' and 'Cat' has no number"))
    hole[0, 1] = 1
    #expect(refusal(hole, labels: ["Cat", "Dog", "Owl"]).isEmpty)
    hole[1, 0] = 1.5
    #expect(refusal(hole, labels: ["Cat", "Dog", "Owl"]).contains("two numbers, 1.5 and 1"))
    var diagonal = three
    for item in 0..<3 { diagonal[item, item] = .nan }
    #expect(refusal(diagonal, labels: ["Cat", "Dog", "Owl"]).contains("diagonal does not say"))
    #expect(refusal(diagonal, labels: ["Cat", "Dog", "Owl"], .distances).isEmpty)
    #expect(refusal(diagonal, labels: ["Cat", "Dog", "Owl"], .similarities).isEmpty)
    // Rounding on the diagonal is zero, and a number is not.
    for item in 0..<3 { diagonal[item, item] = 1e-17 }
    #expect(refusal(diagonal, labels: ["Cat", "Dog", "Owl"]).isEmpty)
    for item in 0..<3 { diagonal[item, item] = 1 }
    #expect(refusal(diagonal, labels: ["Cat", "Dog", "Owl"]).contains("diagonal does not say"))
  }
}
