import BuiltInPlugins
import Experiments
import Foundation
import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

/// Datasets with little to learn, or with numbers near the limits of the number range: every run has a learning rate, and
/// every record can be read.
@Suite struct OddDatasetTests {
  /// Targets by name.
  static let targets: [String: Matrix] = [
    "zeros": Matrix(rows: 3, columns: 2), "one-zero": Matrix(rows: 1, columns: 1), "one-item": Matrix([[1, -1, 1]]),
    "one-feature": Matrix([[1], [-1], [1]]), "one-cell": Matrix([[-1]]),
    "constant": Matrix([[2, 2], [2, 2], [2, 2]]),
    "rank-one": Matrix([[1, -1, 2], [2, -2, 4], [-3, 3, -6]]), "nearly-equal": Matrix([[1, 1.0001], [1.0001, 1]]),
    "faint": Matrix([[1e-6, -1e-6], [-1e-6, 1e-6]]), "tiny": Matrix([[1e-300, -1e-300], [1e-300, 1e-300]]),
    "huge": Matrix([[1e150, -1e150], [1e150, 1e150]]), "zero-item": Matrix([[0, 0], [1, -1]]),
  ]

  private func dataset(_ name: String) throws -> Dataset {
    let targets = try #require(Self.targets[name])
    return try Dataset(
      identifier: name, items: (0..<targets.rows).map { "item \($0)" },
      features: FeatureNames(numbered: 0, named: (0..<targets.columns).map { "feature \($0)" }), targets: targets
    ).recommendingTraining()
  }

  private func registry(_ name: String) throws -> PluginRegistry {
    let dataset = try dataset(name)
    return try PluginRegistry(
      datasets: [
        DatasetDescriptor(PluginDescription(identifier: name, summary: "Odd numbers")) { _, _ in dataset }
      ], analyses: PluginRegistry.builtIn().analyses)
  }

  @Test(arguments: targets.keys.sorted(), [[], [3], [3, 3], [3, 3, 3]])
  func recordsAreRead(name: String, hidden: [Int]) async throws {
    let folder = try TemporaryFolder()
    let registry = try registry(name)
    var request = RunRequest()
    request.plugins = [name]
    request.training.hiddenWidths = hidden
    request.training.epochs = 40
    request.format = nil
    let plan = try RunPlan(request, registry: registry)
    #expect(plan.datasets[0].mainPlan.learningRate.isFinite && plan.datasets[0].mainPlan.learningRate > 0)
    let report = try await Experiment(plan, into: RunDirectory(folder.path), programVersion: "0").run()
    #expect(report.failures.map(\.description) == [])
    #expect(report.datasets.flatMap(\.diverged).isEmpty)

    let run = RunDirectory(folder.path)
    #expect(try run.request() == request && !run.files().isEmpty)
    #expect(try RunPlan(repeating: run, registry: registry).datasets.map(\.mainPlan) == plan.datasets.map(\.mainPlan))
    #expect(try RunComparison(run, run).pairs.map(\.first) == [name])
    #expect(try !run.mainFigure().figure.isEmpty)
    // Numbers that are not finite are words in a record; a rate or a loss is never one.
    let record = try folder.text("run.json")
    for key in ["learningRate", "effectiveLearningRate", "finalLoss"] {
      #expect(!record.contains("\"\(key)\" : \""), "\(key)")
    }
    _ = try LearningForecast(of: plan.datasets[0].mainPlan, on: plan.datasets[0].dataset)
  }

  /// A network with nothing to learn shrinks from any initial weights, at the default rate.
  @Test(arguments: [[3], [3, 3], [30, 30, 30]], [0.0, 1e-12, 1, 5])
  func withoutATargetNothingGrows(hidden: [Int], scale: Double) throws {
    var settings = TrainingSettings()
    (settings.hiddenWidths, settings.epochs, settings.initializationScale) = (hidden, 200, scale)
    // A network with one hidden layer has the tutorial's rate, which is for small weights.
    if hidden.count == 1, scale >= 1 { settings.learningRate = 0.1 }
    let zeros = try dataset("zeros")
    let recording = try Recording(training: try settings.plan(for: zeros), on: zeros)
    #expect(recording.divergedAtEpoch == nil)
    #expect(recording.losses[200] <= recording.losses[0])
  }

  /// A given rate is used even if the default would differ.
  @Test func givenRatesStay() throws {
    var settings = TrainingSettings()
    (settings.hiddenWidths, settings.learningRate) = ([3, 3], 7)
    #expect(try settings.plan(for: dataset("zeros")).learningRate == 7)
    // Targets stronger than the initial weights limit the rate.
    settings.learningRate = nil
    let rank = try dataset("rank-one")
    #expect(try settings.plan(for: rank).learningRate == rank.largestStableLearningRate(depth: 3) / 2)
  }
}
