import Support
import Testing

@Suite struct RunsTests {
  @Test func neighboursThatBelongTogetherAreOneRun() {
    #expect([1, 2, 2, 5, 6, 1].runs { $0 <= $1 }.map(Array.init) == [[1, 2, 2, 5, 6], [1]])
    #expect([3, 1].runs { _, _ in false }.map(Array.init) == [[3], [1]])
    #expect([Int]().runs { _, _ in true }.isEmpty)
    // The indices are those of the whole collection.
    #expect([0.9, 0.8, 0.1].runs { $1 > 0.5 * $0 }.map(\.startIndex) == [0, 2])
  }

  @Test(arguments: [
    ([Int](), [ClosedRange<Int>]()), ([4], [4...4]), ([1, 2, 3, 7, 9, 10], [1...3, 7...7, 9...10]),
    ([1, 1, 2, 2], [1...2]), ([-2, -1, 1], [-2 ... -1, 1...1]),
  ])
  func numbersAsRanges(numbers: [Int], expected: [ClosedRange<Int>]) {
    #expect(numbers.ranges == expected)
  }
}
