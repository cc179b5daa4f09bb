import GSL
import Gnuplot
import LearningDynamics
import PluginConformance
import PluginKit
import Testing

/// The kit finds the errors of faulty plugins.
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
    var found = try await problems([dataset { _, _ in Matrix([[1, -1]]) }], [AnalysisDescriptor(HalfWay.self)])
    #expect(found == [])
    found = try await problems([DatasetDescriptor(Weather.self), DatasetDescriptor(MyPenguin.self)], [])
    #expect(found == [])
  }

  @Test func findsWhatIsWrongWithDatasets() async throws {
    var found = try await problems([dataset { _, _ in Matrix([[Double.random(in: 0...1)]]) }])
    #expect(found.count == 1)
    found = try await problems([
      dataset("s", shape: { _ in DatasetShape(items: 2, features: 1) }) { _, _ in Matrix([[1]]) }
    ])
    #expect(found.count == 1)
    found = try await problems([dataset("Ends with a full stop.") { _, _ in Matrix([[1]]) }])
    #expect(found.count == 1)
    let outside = Parameter("size", default: 7, in: 1...5, help: "h").declaration
    found = try await problems([dataset("s", [outside]) { _, _ in Matrix([[1]]) }])
    #expect(found.count >= 1)
    let size = Parameter("size", default: 2, in: 0...5, help: "h")
    struct Trouble: Error {}
    let throwing = dataset("s", [size.declaration]) { values, _ in
      guard values[size] > 0 else { throw Trouble() }
      return Matrix([[1]])
    }
    found = try await problems([throwing])
    #expect(found.count == 1)
  }

  /// An analysis that behaves as a test asks.
  private struct Told: AnalysisPlugin {
    static let identifier = "told"
    static let summary = "What the test asks for"
    nonisolated(unsafe) static var applies = true
    nonisolated(unsafe) static var sentences = ["a"]
    nonisolated(unsafe) static var column = "loss"
    nonisolated(unsafe) static var names = ["told"]
    nonisolated(unsafe) static var result = 1.0

    func applies(to subject: AnalysisSubject) -> Bool { Self.applies }
    func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) -> Analysis {
      let table = Table(byEpoch: "told", columns: [("loss", runs[0].losses)])
      let curve = Layer.curve(Curve(table: "told", y: Self.column, style: .loss, title: nil))
      let figures = Self.names.map {
        Figure(
          name: $0, caption: "c", panels: [Panel(x: .epochs(to: 1), y: .loss(runs[0].losses), layers: [curve])],
          tables: [table])
      }
      return Analysis(result: Self.result, summary: Self.sentences, figures: figures)
    }
  }

  /// One error at a time, found on the kit's four datasets with usual and with unusual names.
  @Test func findsWhatIsWrongWithAnalyses() async throws {
    func problems() async throws -> [String] { try await self.problems([], [AnalysisDescriptor(Told.self)]) }
    var found = try await problems()
    #expect(found == [])
    Told.sentences = ["two\nlines"]
    found = try await problems()
    #expect(found.count == 8)
    Told.sentences = []
    found = try await problems()
    #expect(found.filter { $0.contains("has no text") }.count == 8)
    (Told.sentences, Told.names) = (["a"], ["told", "told"])
    found = try await problems()
    #expect(found.filter { $0.contains("the same name") }.count == 8)
    Told.names = []
    found = try await problems()
    #expect(found.filter { $0.contains("draws no figure") }.count == 8)
    (Told.names, Told.column) = (["told"], "lost")
    found = try await problems()
    #expect(found.filter { $0.contains("error") }.count == 8)
    (Told.column, Told.result) = ("loss", .nan)
    found = try await problems()
    #expect(found.filter { $0.contains("JSON") }.count == 8)
    (Told.result, Told.applies) = (1, false)
    found = try await problems()
    #expect(found.count == 1)
  }
}
