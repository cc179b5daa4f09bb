import BuiltInPlugins
import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

/// Ranges of axes and colours for any numbers.
@Suite struct RangeTests {
  private static let values = [
    0, .leastNonzeroMagnitude, .leastNormalMagnitude / 100, 1e-300, 1e-6, 0.3, 1, 1.0000001, 1.001, 1.004, 1.01, 2,
    99.95, 1e6, 1e6 + 1, 1e15, 1e150, 1e300,
    .greatestFiniteMagnitude,
  ]

  /// For any finite values, the ends are finite, distinct, and close to the values.
  @Test(arguments: [1, 2, 3, 4])
  func thereIsARangeForAnyValues(digits: Int) {
    let all = (Self.values + Self.values.map(-)).sorted()
    for (index, low) in all.enumerated() {
      for high in all[index...] {
        let range = Axis.Range.rounded(low, high, significant: digits)
        let (largest, length) = (Double.greatestFiniteMagnitude / 4, range.to - range.from)
        #expect(range.from.isFinite && range.to.isFinite && length > 0 && length.isFinite, "\(low) to \(high)")
        guard high > low, low.magnitude < largest, high.magnitude < largest else { continue }
        let most = 0.05 * (high - low)
        #expect((range.from - low).magnitude <= most && (range.to - high).magnitude <= most, "\(low) to \(high)")
      }
    }
  }

  /// Ends have no more digits than needed.
  @Test func endsAreRounded() {
    #expect(Axis.Range.rounded(0, 1.23456, significant: 3) == Axis.Range(0, 1.23))
    #expect(Axis.Range.rounded(-1.23456, 1, significant: 2) == Axis.Range(-1.2, 1))
    #expect(Axis.Range.rounded(1, 1.001, significant: 3) == Axis.Range(1, 1.001))
    #expect(Axis.Range.rounded(1, 1, significant: 3) == Axis.Range(1, 2))
    #expect(Axis.Range.rounded(1e6, 1e6, significant: 3) == Axis.Range(1e6, 1.01e6))
    #expect(Axis.Range(1, 1.001).digits(atLeast: 3) == 4 && Axis.Range(0, 1.2).digits(atLeast: 3) == 3)
  }

  /// A table of nearly equal values can be drawn, with different numbers at both ends of its colours.
  @Test(arguments: [1.5, 1.01, 1.004, 1.001, 1.0001, 1.000001, 1 + 1e-12])
  func nearlyEqualValuesAreShown(value: Double) throws {
    let dataset = try Dataset(
      identifier: "near", items: ["x", "y"], features: FeatureNames(numbered: 0, named: ["a", "b"]),
      targets: Matrix([[1, value], [value, 1]]))
    let descriptor = try #require(PluginRegistry.builtIn().analyses.first { $0.description.identifier == "data" })
    let subject = AnalysisSubject(
      dataset: dataset, mainPlan: try TrainingSettings().plan(for: dataset), shownEpochs: [],
      values: try ParameterValues(descriptor.description.parameters))
    let outcome = try descriptor.analyze(
      descriptor.trainings(subject).map { AnalyzedRun(try Recording(training: $0, on: dataset), on: dataset) }, subject)
    let colors = outcome.figures.flatMap(\.panels).compactMap(\.colors)
    #expect(colors.contains { $0.range == Axis.Range(1, value) })
    for scale in colors {
      guard case .named(let marks, _)? = scale.bar?.marks else { continue }
      #expect(Set(marks.map(\.text)).count == marks.count)
    }
    for figure in outcome.figures { #expect(throws: Never.self) { try figure.script() } }
  }

  /// gnuplot writes six digits, which are all the same along a short axis far from zero.
  @Test func numbersAlongAShortAxisDiffer() throws {
    func script(_ range: Axis.Range) throws -> String {
      let table = Table(name: "t", columns: [("epoch", [0, 1]), ("v", [range.from, range.to])])
      return try Figure(
        name: "short", caption: "c", size: Figure.standardSize,
        panels: [
          Panel(
            x: Axis(range: Axis.Range(0, 1)), y: Axis(range: range),
            layers: [.curve(Curve(table: "t", y: "v", style: LineStyle(.black), title: nil))])
        ], tables: [table]
      ).script()
    }
    #expect(try !script(Axis.Range(0, 1)).contains("set format"))
    #expect(try !script(Axis.Range(100, 101)).contains("set format"))
    #expect(try script(Axis.Range(1, 1.000001)).contains("set format y '%.9g'\n"))
    #expect(try script(Axis.Range(-1.000001, -1)).contains("set format y '%.9g'\n"))
  }
}
