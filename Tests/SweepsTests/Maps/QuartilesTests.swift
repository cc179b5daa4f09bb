import TestSupport
import Testing

@testable import Sweeps

@Suite struct QuartilesTests {
  /// As numpy.quantile gives them, which is exact for these.
  @Test func areInterpolatedBetweenOrderedNumbers() {
    #expect(Quartiles([4, 1, 3, 2]) == Quartiles(lower: 1.75, median: 2.5, upper: 3.25, count: 4))
    #expect(Quartiles([5, 1, 3, 2, 4]) == Quartiles(lower: 2, median: 3, upper: 4, count: 5))
    #expect(Quartiles([7]) == Quartiles(lower: 7, median: 7, upper: 7, count: 1))
    #expect(Quartiles([2, 0]) == Quartiles(lower: 0.5, median: 1, upper: 1.5, count: 2))
  }

  @Test func whatIsNoNumberIsLeftOut() {
    #expect(Quartiles([.nan, 1, .infinity, 3]) == Quartiles(lower: 1.5, median: 2, upper: 2.5, count: 2))
    #expect(!Quartiles([.nan]).isKnown && !Quartiles([]).isKnown)
    let largest = Double.greatestFiniteMagnitude
    #expect(Quartiles([largest, -largest]).median == 0)
  }
}
