import GSL
import Gnuplot
import LearningDynamics
import PluginConformance
import PluginKit
import Testing

/// The kit finds what is wrong with plugins that are wrong.
@Suite struct ConformanceKitTests {
  private func problems(_ datasets: [DatasetDescriptor], _ analyses: [AnalysisDescriptor] = []) async throws -> [String]
  {
    let registry = try PluginRegistry(datasets: datasets, analyses: analyses)
    var problems: [String] = []
    for check in try ConformanceCheck.all(of: registry) { problems += await check.problems() }
    return problems
  }

  private func dataset(
    _ summary: String = "s", _ parameters: [ParameterDeclaration] = [],
    shape: @escaping @Sendable (ParameterValues) throws -> DatasetShape? = { _ in nil },
    _ make: @escaping @Sendable (ParameterValues, inout DataSampler) throws -> Matrix
  ) -> DatasetDescriptor {
    DatasetDescriptor(PluginDescription(identifier: "d", summary: summary, parameters: parameters), shape: shape) {
      let targets = try make($0, &$1)
      return try Dataset(
        identifier: "d", items: (0..<targets.rows).map { "i\($0)" }, features: FeatureNames(numbered: targets.columns),
        targets: targets)
    }
  }

  @Test func findsNothingWrongWithWhatIsRight() async throws {
    #expect(try await problems([dataset { _, _ in Matrix([[1, -1]]) }], [AnalysisDescriptor(HalfWay.self)]) == [])
    #expect(
      try await problems([DatasetDescriptor(Weather.self), DatasetDescriptor(MyPenguin.self)], []) == [])
  }

  @Test func findsWhatIsWrongWithDatasets() async throws {
    #expect(try await problems([dataset { _, _ in Matrix([[Double.random(in: 0...1)]]) }]).count == 1)
    #expect(
      try await problems([dataset("s", shape: { _ in DatasetShape(items: 2, features: 1) }) { _, _ in Matrix([[1]]) }])
        .count == 1)
    #expect(try await problems([dataset("Ends with a full stop.") { _, _ in Matrix([[1]]) }]).count == 1)
    let outside = Parameter("size", default: 7, in: 1...5, help: "h").declaration
    #expect(try await problems([dataset("s", [outside]) { _, _ in Matrix([[1]]) }]).count >= 1)
    let size = Parameter("size", default: 2, in: 0...5, help: "h")
    struct Trouble: Error {}
    let throwing = dataset("s", [size.declaration]) { values, _ in
      guard values[size] > 0 else { throw Trouble() }
      return Matrix([[1]])
    }
    #expect(try await problems([throwing]).count == 1)
  }

  private struct Broken: AnalysisPlugin {
    static let identifier = "broken"
    static let summary = "Its figure shows a column that is not there"
    func analyze(_ recordings: [Recording], of subject: AnalysisSubject) -> Int { 1 }
    func summary(of result: Int, of subject: AnalysisSubject) -> [String] { ["two\nlines"] }
    func figures(for result: Int, from recordings: [Recording], of subject: AnalysisSubject) -> [Figure] {
      let table = Table(byEpoch: "broken", columns: [("loss", recordings[0].losses)])
      let curve = Layer.curve(Curve(table: "broken", y: "lost", style: .loss, title: nil))
      return [
        Figure(
          name: "broken", caption: "c", panels: [Panel(x: .epochs(to: 1), y: Axis(), layers: [curve])], tables: [table])
      ]
    }
  }

  /// On its own three datasets, with usual and with nasty names.
  @Test func findsWhatIsWrongWithAnalyses() async throws {
    let problems = try await problems([], [AnalysisDescriptor(Broken.self)])
    #expect(problems.count == 6 && problems.allSatisfy { $0.contains("error") })
  }
}
