import Experiments
import Testing

@Suite struct NumberBudgetTests {
  @Test func whatFitsIsWhole() {
    let series = [
      NumberBudget.Series(epochs: Array(0...250), size: 38), NumberBudget.Series(epochs: [3, 9], size: 5000),
    ]
    #expect(NumberBudget.shared(200_000, among: series) == [Array(0...250), [3, 9]])
    #expect(NumberBudget.shared(200_000, among: []) == [])
  }

  @Test func thinnedEvenlyWithWhatMustBeKept() throws {
    let series = NumberBudget.Series(epochs: Array(0...1000), kept: [137, 138, 4000], size: 10)
    let left = try #require(NumberBudget.thinned(series, to: 100))
    #expect(left.count <= 100 && Set(left).isSuperset(of: [0, 137, 138, 1000]) && left == left.sorted())
    // Every eleventh is the densest that leaves room for the three others.
    #expect(left.filter { $0.isMultiple(of: 11) } == Array(stride(from: 0, through: 990, by: 11)))
    #expect(left.count == 91 + 3)
    #expect(NumberBudget.thinned(series, to: 4) == [0, 137, 138, 1000])
    #expect(NumberBudget.thinned(series, to: 3) == nil)
    #expect(NumberBudget.thinned(NumberBudget.Series(epochs: [5], size: 1), to: 1) == [5])
  }

  /// All together stay below the limit, whatever the series are.
  @Test(arguments: [0, 1, 100, 5000, 20_000, 200_000]) func theSumStaysBelow(budget: Int) {
    let series = [(10_000, 38), (250, 38), (100, 8258), (3, 2000), (400_000, 5), (0, 50_000)].map { last, size in
      NumberBudget.Series(epochs: Array(0...last), kept: [last / 2, last / 3], size: size)
    }
    let shared = NumberBudget.shared(budget, among: series)
    let used = zip(shared, series).reduce(0) { $0 + ($1.0?.count ?? 0) * $1.1.size }
    #expect(used <= budget && shared.count == series.count)
    for (left, series) in zip(shared, series) {
      if let left { #expect(series.kept.isSubset(of: left) && Set(left).isSubset(of: series.epochs)) }
    }
    // There is room for more than the half of it.
    if budget == 200_000 { #expect(used > 100_000 && shared.allSatisfy { $0 != nil }) }
  }
}
