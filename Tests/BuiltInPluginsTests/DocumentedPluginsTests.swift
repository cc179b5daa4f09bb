import Foundation
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

/// The plugins printed in the guide: that they are printed as they are compiled here, and do what the guide says.
@Suite struct DocumentedPluginsTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  @Test(arguments: ["MyPenguin", "LateOak", "Weather", "HalfWay"])
  func isPrintedAsItCompiles(plugin: String) throws {
    let source = try Self.text("Tests/BuiltInPluginsTests/Documented/\(plugin).swift")
    #expect(try Self.text("plugins/README.md").contains("```swift\n\(source)```"))
  }

  /// `#expect(await …)` prints no value, so that a failed check would not say what is wrong.
  @Test(arguments: [
    "Tests/ExamplePackage/Tests/WeatherPluginsTests/ConformanceTests.swift",
    "Tests/BuiltInPluginsTests/ConformanceTests.swift", "Tests/BuiltInPluginsTests/ConformanceKitTests.swift",
    "Sources/PluginConformance/ConformanceCheck.swift",
    "Sources/PluginConformance/PluginConformance.docc/PluginConformance.md",
  ])
  func failedChecksSayWhy(file: String) throws {
    let text = try Self.text(file)
    #expect(text.contains("#expect(") && !text.contains("#expect(await") && !text.contains("#expect(try await"))
  }

  /// The file version in the guide, the one that is built in, and the Swift version make one dataset.
  @Test func theRoutesLeadToOneDataset() throws {
    let guide = try Self.text("plugins/README.md")
    let start = try #require(guide.range(of: "```yaml\n"))
    let end = try #require(guide.range(of: "```", range: start.upperBound..<guide.endIndex))
    let printed = String(guide[start.upperBound..<end.lowerBound])
    let descriptors = [
      DatasetDescriptor(MyPenguin.self), try DatasetDescriptor(DatasetFile(name: "my-penguin.yaml", text: printed)),
      try DatasetDescriptor(
        DatasetFile(name: "my-penguin.yaml", text: Self.text("plugins/datasets/penguin-fly.yaml"))),
    ]
    let datasets = try descriptors.map { descriptor in
      var sampler = try DataSampler(seed: 2021, convention: .tutorial)
      return try descriptor.makeDataset(ParameterValues(descriptor.description.parameters), &sampler)
    }
    #expect(datasets[0] == datasets[1] && datasets[1] == datasets[2])
  }

  /// Every other file printed in the guide describes a dataset.
  @Test func printedFilesAreTaken() throws {
    let blocks = try Self.text("plugins/README.md").components(separatedBy: "```yaml\n").dropFirst()
    #expect(blocks.count == 4)
    for block in blocks {
      let text = try #require(block.components(separatedBy: "```").first)
      _ = try DatasetDescriptor(DatasetFile(name: "printed.yaml", text: text))
    }
  }

  /// The picture of the guide's analysis. After a wanted change: RECORD=1 swift test --filter DocumentedPlugins
  @Test func thePictureIsThatOfTheAnalysis() async throws {
    let text = try Self.text("plugins/datasets/penguin-fly.yaml")
    let descriptor = try DatasetDescriptor(DatasetFile(name: "penguin-fly.yaml", text: text))
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    let dataset = try descriptor.makeDataset(ParameterValues(descriptor.description.parameters), &sampler)
    let subject = AnalysisSubject(
      dataset: dataset, mainPlan: try TrainingSettings().plan(for: dataset), values: try ParameterValues([]))
    let run = AnalyzedRun(try Recording(training: subject.mainPlan, on: dataset), on: dataset)
    let outcome = try AnalysisDescriptor(HalfWay.self).analyze([run], subject)
    let figure = try #require(outcome.figures.first)
    let folder = Self.root.appendingPathComponent("plots/guide/half-way")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(figure.script().utf8).write(to: folder.appendingPathComponent(figure.scriptName))
      try Data(figure.tables[0].text().utf8).write(to: folder.appendingPathComponent(figure.tables[0].fileName))
      try await GnuplotProgram(timeLimit: unlimited).render(figure.name, in: folder.path, as: .svg)
    }
    #expect(try figure.script() == Self.text("plots/guide/half-way/half-way.gp"))
    let committed = try Table(name: "half-way", text: Self.text("plots/guide/half-way/half-way.tsv"))
    // Another machine's mathematical library may differ in the last bits, which learning from 1e-12 magnifies to 1e-9.
    #expect(largestDifference(committed.values, figure.tables[0].values) < 1e-8)
  }
}
