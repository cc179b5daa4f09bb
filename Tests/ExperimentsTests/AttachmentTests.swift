import BuiltInPlugins
import Experiments
import Foundation
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

/// An analysis that writes files; their names are a setting.
private struct Giving: AnalysisPlugin {
  static let identifier = "giving"
  static let summary = "Gives two files"
  static let name = Parameter("given-name", default: "numbers", oneOf: ["numbers", "no/name"], help: "a file's name")
  static let parameters = [name.declaration]

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) -> Analysis {
    let losses = runs[0].losses
    return Analysis(
      result: losses, summary: ["gave"], figures: [],
      attachments: [
        PluginKit.Attachment(name: subject.values[Self.name], NumPyArray(shape: [losses.count], values: losses)),
        PluginKit.Attachment(name: "words", kind: .csv, text: "läuft\n"),
      ])
  }
}

/// Another one that writes a file of the same name.
private struct Taking: AnalysisPlugin {
  static let identifier = "taking"
  static let summary = "Gives a file of a taken name"

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) -> Analysis {
    Analysis(
      result: 1, summary: ["took"], figures: [],
      attachments: [PluginKit.Attachment(name: "words", kind: .csv, text: "other\n")])
  }
}

@Suite struct AttachmentTests {
  private static func registry() throws -> PluginRegistry {
    let builtIn = try PluginRegistry.builtIn()
    return try PluginRegistry(
      datasets: builtIn.datasets,
      analyses: builtIn.analyses + [AnalysisDescriptor(Giving.self), AnalysisDescriptor(Taking.self)])
  }

  private func run(_ plugins: String..., settings: [String: String] = [:], into folder: TemporaryFolder) async throws
    -> RunResult
  {
    var request = RunRequest()
    request.plugins = ["tree"] + plugins
    request.settings = settings.merging(["features": "50"]) { first, _ in first }
    request.training.epochs = 3
    request.format = nil
    let plan = try RunPlan(request, registry: Self.registry())
    return try await Experiment(plan, into: RunDirectory(folder.path), programVersion: "0").run()
  }

  @Test func attachmentsAreFilesOfTheRun() async throws {
    let folder = try TemporaryFolder()
    _ = try await run("giving", into: folder)
    #expect(try folder.text("tree/words.csv") == "läuft\n")
    let bytes = Array(try Data(contentsOf: folder.url.appendingPathComponent("tree/numbers.npy")))
    #expect(NumPyArray(bytes: bytes)?.shape == [4])
    let files = try RunDirectory(folder.path).files()
    #expect(files.contains("tree/numbers.npy") && files.contains("tree/words.csv"))
    #expect(try folder.text("run.json").contains("\"numbers.npy\""))
    // The next run, which has none, removes them.
    _ = try await run("loss", into: folder)
    #expect(!folder.has("tree/numbers.npy") && !folder.has("tree/words.csv") && folder.has("tree/loss.gp"))
  }

  @Test func takenAndImpossibleNamesAreRefused() async throws {
    let folder = try TemporaryFolder()
    let report = try await run("giving", "taking", into: folder)
    #expect(report.failures.count == 1 && report.failures[0].analysis == "taking")
    #expect(report.failures[0].description.contains("write a file 'words.csv' with different content"))
    #expect(try folder.text("tree/words.csv") == "läuft\n")
    let refused = try await run("loss", "giving", settings: ["given-name": "no/name"], into: folder)
    #expect(refused.failures.map(\.analysis) == ["giving"])
    #expect(refused.failures[0].description.contains("cannot name a file"))
    #expect(!folder.has("tree/words.csv"))
  }

  /// One different bit is reported, and with a tolerance it does not matter.
  @Test func verifyComparesBytes() async throws {
    let folder = try TemporaryFolder()
    _ = try await run("giving", into: folder)
    let file = folder.url.appendingPathComponent("tree/numbers.npy")
    var bytes = Array(try Data(contentsOf: file))
    bytes[128] ^= 1
    try Data(bytes).write(to: file)
    func differences(_ tolerance: Double?) async throws -> [String] {
      try await Verification(
        of: RunDirectory(folder.path), tolerance: tolerance, registry: Self.registry(), programVersion: "0"
      ).differences.map { "\($0.file) \($0.what)" }
    }
    let exact = try await differences(nil)
    #expect(exact.count == 1 && exact[0].hasPrefix("tree/numbers.npy number 1: "))
    #expect(try await differences(1e-9) == [])
    try folder.write("läuft nicht\n", to: "tree/words.csv")
    #expect(try await differences(1e-9).map { $0.prefix(22) } == ["tree/words.csv line 1:"])
  }
}
