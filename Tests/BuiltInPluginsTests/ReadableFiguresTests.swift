import BuiltInPlugins
import Foundation
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

/// No text of a figure is cut off or overlaps another: on the web, on slides and in papers, with long names and many items,
/// in a font a fifth wider than Helvetica. There are no exceptions.
///
/// Every dataset with every analysis takes a minute: ALL_FIGURES=1 swift test --filter ReadableFiguresTests.
@Suite struct ReadableFiguresTests {
  private static let isWhole = ProcessInfo.processInfo.environment["ALL_FIGURES"] != nil

  /// Datasets of the program by name, and datasets made here.
  private static let datasets =
    isWhole
    ? ["tree", "shark-bones", "named-features", "noisy-linear", "ring", "cross-cutting", "rumelhart"]
      + ["names", "tree-24", "tree-60", "table-24", "table-60"]
    : ["shark-bones", "names", "tree-24", "table-60"]

  /// Names of 40 letters that differ in the middle.
  private static func names(_ count: Int) -> [String] {
    let (first, second) = (
      ["spotted", "striped", "whiskered", "luminous"], ["goldfinch", "salamander", "rhododendron"]
    )
    return (1...count).map { index in
      let name = "\(first[index % 4]) \(second[index / 4 % 3]) no. \(index) of the lower valley by the sea"
      return String(name.prefix(40))
    }
  }

  private static func file(_ name: String) -> DatasetFile? {
    let parts = name.split(separator: "-")
    guard let count = parts.last.flatMap({ Int($0) }) else { return name == "names" ? norms : nil }
    let names = names(count)
    if parts[0] == "table" {
      let header = ["item"] + (1...10).map { "exists in many different forms \($0)" }
      let rows = names.enumerated().map { index, name in
        ([name] + (0..<10).map { String((index * 7 + $0 * $0 * 3 + index * $0) % 5 % 2) }).joined(separator: ",")
      }
      return DatasetFile(
        name: "\(name).yaml", text: "summary: Many items\ntable-file: table.csv\n",
        tables: ["table.csv": ([header.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"])
    }
    let group = { (part: Int) in
      "[" + names[part * count / 4..<(part + 1) * count / 4].map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    }
    let text = """
      summary: Many items on a tree
      tree:
        things that live on land and in its trees:
          the first kind of animals there: \(group(0))
          the second kind of animals there: \(group(1))
        things that live in the sea or on it:
          the third kind of animals there: \(group(2))
          the fourth kind of animals there: \(group(3))
      feature: can be found in every single season
      holds-for: ["\(names[1])", "\(names[2])"]
      probe: "\(names[0])"

      """
    return DatasetFile(name: "\(name).yaml", text: text)
  }

  /// Names that begin with the same words, as in feature norms.
  private static let norms = DatasetFile(
    name: "names.yaml",
    text: "summary: Long names\ntable-file: names.csv\nprobe: \"crossbow:exists in different sizes\"\n",
    tables: [
      "names.csv": """
      item,exists in different colours,exists in different sizes,exists in different shapes,you can earn money with it
      vacuum cleaner,1,1,0,0
      washing machine,1,0,0,0
      WWII bomber MMMM,0,1,0,1
      (hot air) balloon,1,1,1,1
      typewriter,1,0,1,1
      crossbow,0,1,1,0

      """
    ])

  /// All figures of a dataset.
  private static func figures(of name: String) throws -> [Figure] {
    let registry = try PluginRegistry.builtIn().including(file(name).map { [$0] } ?? [])
    let maker = try #require(registry.datasets.first { $0.description.identifier == name })
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    let isSmall = maker.description.parameters.contains { $0.name == "features" }
    let values = try ParameterValues(maker.description.parameters, settings: isSmall ? ["features": "200"] : [:])
    let dataset = try maker.makeDataset(values, &sampler)
    var settings = TrainingSettings()
    settings.epochs = 100
    let plan = try settings.plan(for: dataset)
    return try registry.analyses.flatMap { analysis -> [Figure] in
      let subject = AnalysisSubject(
        dataset: dataset, mainPlan: plan, shownEpochs: [],
        values: try ParameterValues(analysis.description.parameters))
      guard analysis.applies(subject) else { return [] }
      let runs = try analysis.trainings(subject).map {
        AnalyzedRun(try Recording(training: $0, on: dataset), on: dataset)
      }
      return try analysis.analyze(runs, subject).figures.map { figure in
        var figure = figure
        figure.footer = figure.footer ?? "\(name) · η = 0.01234 · γ = 1e-12 · seed 2021"
        return figure
      }
    }
  }

  @Test(arguments: datasets)
  func everyTextHasItsPlace(dataset: String) async throws {
    let folder = try TemporaryFolder()
    let figures = try Self.figures(of: dataset).filter { $0.animation == nil }
    #expect(figures.count >= 10)
    for figure in figures {
      let script = try figure.script()
      try folder.write(script, to: figure.scriptName)
      for table in figure.tables {
        try folder.write(try table.text(), to: table.fileName)
        // gnuplot parses a file again each time a plot command names it.
        #expect(
          script.split(separator: "'\(table.fileName)'", omittingEmptySubsequences: false).count <= 2,
          "\(dataset)/\(figure.name) reads \(table.fileName) more than once")
      }
    }
    let gnuplot = GnuplotProgram(timeLimit: unlimited)
    let path = folder.path
    let drawings = figures.flatMap { figure in Medium.allCases.map { (name: figure.name, medium: $0) } }
    // Two at a time: a core each.
    for start in stride(from: 0, to: drawings.count, by: 2) {
      try await withThrowingTaskGroup(of: (String, [String], Bool).self) { group in
        for (name, medium) in drawings[start..<min(start + 2, drawings.count)] {
          group.addTask {
            let image = TextBoxes(Data(try await gnuplot.image(of: name, in: path, as: .svg, for: medium)))
            return ("\(dataset)/\(name) for \(medium.rawValue)", image.problems, image.boxes.isEmpty)
          }
        }
        for try await (name, problems, isEmpty) in group {
          #expect(problems.isEmpty, "\(name): \(problems.prefix(3).joined(separator: "; "))")
          #expect(!isEmpty, "\(name) has no texts")
        }
      }
    }
  }
}
