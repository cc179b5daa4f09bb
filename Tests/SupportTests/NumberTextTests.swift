import Support
import Testing

@Suite struct NumberTextTests {
  /// Powers of ten only for numbers that are hard to read without.
  @Test(arguments: [
    (80_010, "80010"), (-80_014, "−80010"), (1000, "1000"), (999.96, "1000"), (999_949, "999900"), (156.24, "156.2"),
    (0.0025, "0.0025"), (1e-12, "1e-12"), (0, "0"), (0.5, "0.5"), (2_000_000, "2e+06"), (12, "12"),
  ])
  func fourDigits(value: Double, text: String) {
    #expect(value.significant() == text)
    // Printed numbers can be given to the program again.
    #expect(Double(value.significant().replacing("−", with: "-")) == value.rounded(significant: 4))
  }

  @Test func fewerDigits() {
    #expect(1234.5.significant(2) == "1200" && 157.7.significant(3) == "158" && 1e3.significant(2) == "1000")
    #expect(Double.nan.significant() == "nan" && Double.infinity.significant() == "inf")
  }

  @Test func zerosAtTheEndStay() {
    #expect(400.0.significantDigits(4) == "400.0" && 0.025.significantDigits(4) == "0.02500")
    #expect(12_346.0.significantDigits(4) == "12350")
    #expect(9999.9.significantDigits(4) == "10000" && 0.0.significantDigits(4) == "0.000")
  }
}
