import TestSupport
import Testing

@testable import Sweeps

@Suite struct ShownAxisTests {
  private func axis(_ values: [String]) -> ShownAxis { ShownAxis(name: "eta", values: values) }

  @Test(arguments: [
    (["20", "80", "140", "200"], ShownAxis.Scale.linear), (["1", "10", "100"], .logarithmic),
    (["1e-12", "1"], .logarithmic), (["1", "3", "10", "30"], .logarithmic), (["1", "2"], .linear),
    (["0", "1e-12", "1e-6"], .byIndex), (["0", "0.1", "0.2"], .linear), (["30", "30,30", "none"], .byIndex),
    (["3", "1", "2"], .byIndex), (["1", "1"], .byIndex), (["100", "10", "1"], .logarithmic), (["5"], .linear),
    (["-1", "0", "1"], .linear), (["nan", "1"], .byIndex),
  ])
  func scaleFollowsTheValues(values: [String], scale: ShownAxis.Scale) {
    #expect(axis(values).scale == scale)
  }

  /// Rounding of the logarithm: 1e-12 is ample for places below a hundred.
  @Test func placesLieBetweenTheCells() throws {
    let linear = axis(["20", "40", "80"])
    #expect(linear.place(of: 20) == 0 && linear.place(of: 30) == 0.5 && linear.place(of: 60) == 1.5)
    // Half a step beyond the outer values, which the outer cells still cover.
    #expect(linear.place(of: 10) == -0.5 && linear.place(of: 100) == 2.5)
    #expect(linear.place(of: 9.9) == nil && linear.place(of: 100.1) == nil && linear.place(of: .nan) == nil)
    let geometric = axis(["1", "10", "100"])
    #expect(isApproximately(try #require(geometric.place(of: 31.622776601683793)), 1.5, within: 1e-12))
    #expect(geometric.place(of: 0) == nil && geometric.place(of: 400) == nil)
    #expect(axis(["80", "40", "20"]).place(of: 30) == 1.5)
    #expect(axis(["30", "none"]).place(of: 30) == nil && axis(["5"]).place(of: 5) == nil)
  }

  @Test func marksAreShort() {
    #expect(
      axis(["1e-12", "9.999999999999999e-07", "0.0001", "0.001"]).shortTexts == ["1e-12", "1e-6", "1e-4", "0.001"])
    #expect(axis(["0.15000000000000002", "20", "1000", "123456", "1e7"]).shortTexts[..<3] == ["0.15", "20", "1000"])
    #expect(axis(["1.0001", "1.0002"]).shortTexts == ["1.0001", "1.0002"])
    #expect(axis(["-1", "30,30"]).shortTexts == ["-1", "30,30"])
    #expect(axis(["0.00023456"]).shortTexts == ["2.35e-4"])
    #expect(axis(["1e7", "2.5e8"]).shortTexts == ["1e7", "2.5e8"])
  }
}
