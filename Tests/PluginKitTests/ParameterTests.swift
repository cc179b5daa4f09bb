import PluginKit
import Support
import Testing
import LearningDynamics

@Suite struct ParameterTests {
  private let whole = Parameter("levels", default: 3, in: 1...12, help: "levels")
  private let real = Parameter("flip", default: 0.15, in: 0...1, help: "flip")
  private let positive = Parameter("rate", default: 0.5, in: 0...1, excludingLowerBound: true, help: "rate")
  private let flag = Parameter("intercept", default: false, help: "intercept")
  private let choice = Parameter("kind", default: "dot", oneOf: ["dot", "cosine"], help: "kind")

  private var all: [ParameterDeclaration] {
    [whole.declaration, real.declaration, positive.declaration, flag.declaration, choice.declaration]
  }

  @Test func defaultsWithoutSettings() throws {
    let values = try ParameterValues(all)
    #expect(values[whole] == 3 && values[real] == 0.15 && values[positive] == 0.5)
    #expect(!values[flag] && values[choice] == "dot")
  }

  @Test func settingsWin() throws {
    let values = try ParameterValues(
      all, settings: ["levels": "12", "flip": "1", "rate": "1e-3", "intercept": "YES", "kind": "cosine", "other": "x"])
    #expect(values[whole] == 12 && values[real] == 1 && values[positive] == 0.001)
    #expect(values[flag] && values[choice] == "cosine")
    #expect(values.byName["rate"] == "0.001" && values.byName["intercept"] == "yes" && values.byName["other"] == nil)
  }

  @Test(arguments: [
    ("levels", "0"), ("levels", "13"), ("levels", "3.5"), ("levels", ""), ("levels", "99999999999999999999"),
    ("flip", "-0.1"), ("flip", "1.1"), ("flip", "nan"), ("flip", "inf"), ("flip", "x"), ("rate", "0"),
    ("intercept", "maybe"), ("kind", "Dot"),
  ])
  func boundsAreEnforced(name: String, text: String) throws {
    let error = #expect(throws: SettingsError.self) { try ParameterValues(all, settings: [name: text]) }
    let allowed = try #require(all.first { $0.name == name }).allowed
    #expect(error?.description == "'\(text)' is not a valid value for '\(name)': it takes \(allowed).")
  }

  @Test func nearestName() {
    let names = ["levels", "branches", "flip", "features"]
    #expect(NearestName.to("level", among: names) == "levels")
    #expect(NearestName.to("faetures", among: names) == "features")
    #expect(NearestName.to("FLIP", among: names) == "flip")
    #expect(NearestName.to("zzz", among: names) == nil)
    #expect(NearestName.to(String(repeating: "x", count: 100_000), among: names) == nil)
  }

  @Test func numbersForReading() {
    #expect(156.2345.significant() == "156.2" && 1e-12.significant() == "1e-12" && (-0.5).significant() == "−0.5")
    #expect(0.523.signed() == "+0.52" && (-1.0).signed(decimals: 0) == "−1")
    #expect(
      10_001.grouped == "10,001" && 7.grouped == "7" && (-1_234_567).grouped == "−1,234,567" && 1000.grouped == "1,000")
  }
}
