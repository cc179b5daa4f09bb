import Testing

@testable import Support

@Suite struct NumberedTextTests {
  private func line(_ left: String, _ right: String, _ tolerance: Double?) -> Int? {
    NumberedText.difference(Array(left.utf8), Array(right.utf8), tolerance: tolerance)?.line
  }

  @Test func numbersAreReadWhereTheyStand() {
    let pieces = NumberedText.pieces(of: Array("x=-1.5e-12,mode_2 .5 1e NaN".utf8)[...])
    let numbers = pieces.compactMap { if case .number(let number) = $0 { number } else { nil } }
    #expect(numbers == [-1.5e-12, 2, 5, 1])
  }

  @Test(arguments: [
    ("a 1", "a 1", 0.0, true), ("a 1", "a 1.0", 0, true), ("a 1", "b 1", 1, false), ("1", "1 ", 1, false),
    // Absolute up to 1, relative above.
    ("1e-9", "2e-9", 1e-6, true), ("1000", "1000.0005", 1e-6, true), ("1000", "1000.005", 1e-6, false),
    ("-0", "0", 0, true), ("1", "-1", 0.5, false), ("é1", "é1.0000001", 1e-6, true),
  ])
  func tolerance(left: String, right: String, tolerance: Double, isSame: Bool) {
    #expect((line(left, right, tolerance) == nil) == isSame)
    #expect((line(right, left, tolerance) == nil) == isSame)
  }

  @Test func linesAreCountedFromOne() {
    #expect(line("a\nb\nc", "a\nb\nd", nil) == 3)
    #expect(line("a\nb", "a", 1e300) == 2 && line("a", "a\n", 1e300) == 2)
    #expect(line("1", "1.0", nil) == 1)
  }

  /// A line of a million digits is one number, read once.
  @Test func longLinesTakeNoLonger() {
    let digits = String(repeating: "1", count: 1_000_000)
    #expect(line(digits + "e\u{301}", digits + "e\u{302}", 1e-6) == 1)
    #expect(
      line(String(repeating: "-", count: 1_000_000) + "a", String(repeating: "-", count: 1_000_000) + "b", 0) == 1)
  }
}
