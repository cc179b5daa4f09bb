import BuiltInPlugins
import Foundation
import Experiments
import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

/// An analysis that asks for an impossible decomposition.
private struct Impossible: AnalysisPlugin {
  static let identifier = "impossible"
  static let summary = "The singular values of NaN"

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let values = try SingularValueDecomposition(Matrix([[1, .nan]])).singularValues
    return Analysis(result: values, summary: [], figures: [])
  }
}

/// An analysis that never ends on one dataset until it is cancelled.
private struct Endless: AnalysisPlugin {
  static let identifier = "endless"
  static let summary = "Waits for the end of its task"

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    while subject.dataset.identifier == "noisy-linear" {
      try Task.checkCancellation()
      Thread.sleep(forTimeInterval: 0.01)
    }
    return Analysis(result: 0, summary: [], figures: [])
  }
}

@Suite struct FailureTests {
  /// An interrupted run names the missing datasets; files of an earlier run stay, and do not count as its own.
  @Test func interruptedRunsSayWhatIsMissing() async throws {
    let folder = try TemporaryFolder()
    let builtIn = try PluginRegistry.builtIn()
    let registry = try PluginRegistry(
      datasets: builtIn.datasets, analyses: builtIn.analyses + [AnalysisDescriptor(Endless.self)])
    let request = { (plugins: [String], seed: UInt32) in
      var request = RunRequest()
      request.plugins = plugins + ["tree", "noisy-linear"]
      request.settings = ["features": "50"]
      request.training.epochs = 3
      request.training.seed = seed
      request.format = nil
      return request
    }
    let run = { (request: RunRequest) in
      try await Experiment(
        RunPlan(request, registry: registry), into: RunDirectory(folder.path), jobs: 1, programVersion: "0"
      ).run()
    }
    _ = try await run(request(["loss"], 1))
    let earlier = try folder.text("noisy-linear/loss.tsv")
    #expect(try !folder.text("run.json").contains("unfinished"))
    let before = try folder.text("tree/loss.tsv")

    let interrupted = Task { try await run(request(["loss", "endless"], 2)) }
    // Until the run is published its files are in a private folder; the previous run is unchanged.
    #expect(
      try await eventually {
        folder.files().contains { $0.hasPrefix(".dlnn-sim-unfinished.") && $0.hasSuffix("/tree/loss.tsv") }
      })
    #expect(try folder.text("tree/loss.tsv") == before)
    interrupted.cancel()
    await #expect(throws: CancellationError.self) { try await interrupted.value }
    let record = try RunDirectory(folder.path).record()
    #expect(record.unfinished?.value == ["noisy-linear"])
    #expect(try record.wholeRequest().training.seed == 2)
    #expect(record.files.contains("noisy-linear/loss.tsv"))
    #expect(try folder.text("noisy-linear/loss.tsv") == earlier)
  }

  private func run(_ plugins: String..., into folder: TemporaryFolder) async throws -> RunResult {
    let builtIn = try PluginRegistry.builtIn()
    let registry = try PluginRegistry(
      datasets: builtIn.datasets, analyses: builtIn.analyses + [AnalysisDescriptor(Impossible.self)])
    var request = RunRequest()
    request.plugins = plugins
    request.settings = ["features": "50"]
    request.training.epochs = 3
    request.format = nil
    let plan = try RunPlan(request, registry: registry)
    return try await Experiment(plan, into: RunDirectory(folder.path), programVersion: "0").run()
  }

  @Test func anAnalysisThatFailsLeavesTheOthers() async throws {
    let folder = try TemporaryFolder()
    let report = try await run("tree", "loss", "impossible", into: folder)
    #expect(folder.has("tree/loss.gp") && folder.has("run.json"))
    #expect(report.datasets.count == 1 && report.datasets[0].words.map(\.analysis) == ["loss"])
    // "input domain error" is GSL's own text for its status 1.
    #expect(
      report.failures.map(\.description) == [
        """
        The analysis 'impossible' of 'tree' failed and was left out. GSL could not compute the singular value decomposition: \
        input domain error: the 1 × 2 matrix has entries that are not finite (GSL status 1).
        """
      ])
    #expect(try folder.text("run.json").contains(#""analysis" : "impossible""#))
  }

  @Test func aRunOfWhichNothingCameThroughFails() async throws {
    let folder = try TemporaryFolder()
    await #expect(throws: GSLError.self) { try await run("tree", "impossible", into: folder) }
    #expect(folder.files().isEmpty)
  }
}
