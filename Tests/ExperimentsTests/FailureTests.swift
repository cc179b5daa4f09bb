import BuiltInPlugins
import Experiments
import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

/// An analysis that asks for a decomposition that there is not.
private struct Impossible: AnalysisPlugin {
  static let identifier = "impossible"
  static let summary = "The singular values of what is no number"

  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> [Double] {
    try SingularValueDecomposition(Matrix([[1, .nan]])).singularValues
  }

  func figures(for result: [Double], from recordings: [Recording], of subject: AnalysisSubject) -> [Figure] { [] }

  func summary(of result: [Double], of subject: AnalysisSubject) -> [String] { [] }
}

@Suite struct FailureTests {
  private func run(_ plugins: String..., into folder: TemporaryFolder) async throws -> RunReport {
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
    #expect(report.datasets.count == 1 && report.datasets[0].summaries.map(\.analysis) == ["loss"])
    // "input domain error" is GSL's own text for its status 1.
    #expect(
      report.failures.map(\.description) == [
        """
        The analysis 'impossible' of 'tree' was left out. GSL could not compute the singular value decomposition: input \
        domain error: the 1 × 2 matrix has entries that are not finite (GSL status 1).
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
