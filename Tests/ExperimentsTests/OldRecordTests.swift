import BuiltInPlugins
@testable import Experiments
import Foundation
import LearningDynamics
import PluginKit
import Support
import TestSupport
import Testing

/// Records of earlier versions of the program can be read completely.
@Suite struct OldRecordTests {
  /// One record of each earlier form, named by what it lacks; each is a part of a real record.
  static let names = [
    "without-a-format", "without-the-followed-cell", "without-an-interval", "without-pinned-epochs", "without-a-lead",
    "format-1",
  ]

  private static func bytes(_ name: String) throws -> [UInt8] {
    let file = try #require(Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Records"))
    return Array(try Data(contentsOf: file))
  }

  @Test(arguments: names) func isWhole(name: String) throws {
    let record = try RunRecord(Self.bytes(name))
    try record.requireWhole()
    #expect(record.damages == [] && record.program.recordFormat == 1)
    let datasets = try record.wholeDatasets()
    let dataset = try #require(datasets.first)
    #expect(datasets.count == 1 && dataset.main != nil)
    #expect(dataset.parameters(sharedWith: dataset)["seed"] == "2021")
    let figures = dataset.readableAnalyses.values.flatMap(\.figures)
    #expect(figures.count > 1 && figures.allSatisfy { $0.caption == nil && $0.isAnimated == nil })
    #expect((dataset.followedCell == nil) == ["without-a-format", "without-the-followed-cell"].contains(name))
  }

  /// It can be shown, and its request can be run.
  @Test(arguments: names) func isReportedAndRepeated(name: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write(String(decoding: Self.bytes(name), as: UTF8.self), to: "run.json")
    let run = RunDirectory(folder.path)
    #expect(try run.gaps() == nil && !run.files().isEmpty)
    #expect(try !RunPlan(repeating: run, registry: .builtIn()).datasets.isEmpty)
    _ = try await RunDocument(
      of: run, registry: try PluginRegistry(datasets: [], analyses: []), programVersion: "0")
    let page = try folder.text("report.html")
    #expect(page.contains("<h3>illusion</h3>") && page.contains("one hidden layer of 30"))
    #expect(!page.contains("is damaged"))
  }

  /// A record of the last version of format 1 is written again byte by byte.
  @Test func isWrittenAgain() throws {
    let bytes = try Self.bytes("format-1")
    #expect(try RunRecord(bytes).jsonText() == String(decoding: bytes, as: UTF8.self))
  }

  /// A setting that has been renamed since is set under its new name.
  @Test func renamedSettingsAreUnderstood() throws {
    let text = String(decoding: try Self.bytes("format-1"), as: UTF8.self)
    let asked = text.replacing(#/"settings" : \{(\s+)"features" : "40"/#) {
      #""settings" : {\#($0.1)"features" : "40", "zero-depth-rate" : "0.01""#
    }
    #expect(asked != text)
    let request = try RunRecord(Array(asked.utf8)).wholeRequest()
    #expect(request.settings["shallow-rate"] == "0.01" && request.settings["zero-depth-rate"] == nil)
    // Those that an analysis used, too, so that a comparison with a run of today does not call them different.
    let dataset = try #require(RunRecord(Array(asked.utf8)).wholeDatasets().first)
    let used = dataset.parameters(sharedWith: dataset)
    #expect(used["shallow-rate"] == "0.025" && used["zero-depth-rate"] == nil)
  }

  /// A record of this version, in format 1, has the numbers that version would have written. Its words have changed since.
  @Test func thisVersionWritesFormat1() async throws {
    let folder = try TemporaryFolder()
    let bytes = try Self.bytes("format-1")
    let old = try RunRecord(bytes)
    var request = try old.wholeRequest()
    request.format = nil
    let plan = try RunPlan(request, registry: .builtIn())
    _ = try await Experiment(
      plan, into: RunDirectory(folder.path), programVersion: old.program.version
    ).run()
    let new = try RunDirectory(folder.path).record()
    #expect(new.program.recordFormat == 2)
    let figures = try new.wholeDatasets().flatMap { $0.readableAnalyses.values.flatMap(\.figures) }
    #expect(figures.allSatisfy { $0.caption?.isEmpty == false })
    #expect(figures.allSatisfy { $0.isAnimated == false })
    let (left, right) = (
      try JSONValue(Array(new.inFormat(1).jsonText().utf8)), try JSONValue(bytes)
    )
    let datasets = (left["datasets"].map(Self.numbers), right["datasets"].map(Self.numbers))
    #expect(datasets.0 != nil && datasets.0 == datasets.1 && left["mainFigure"] == right["mainFigure"])
  }

  /// A part of a record without the sentences of its analyses and without settings and figures that came later, and with the keys of
  /// today. Distances of 1e-12 at an early end were once called differentiated.
  private static func numbers(_ value: JSONValue) -> JSONValue {
    let renamed = [
      "wrongWay": "wrongSide", "settled": "converged", "ladder": "plateaus", "zero-depth-rate": "shallow-rate",
    ]
    switch value {
    case .array(let elements):
      return .array(elements.filter { !isLater($0) }.map(numbers))
    case .object(let members):
      let later = ["level-flips", "rdm", "rdm-kind"]
      let kept = members.filter { !(["summary", "details", "isDifferentiated"] + later).contains($0.key) }
      return .object(Dictionary(uniqueKeysWithValues: kept.map { (renamed[$0.key] ?? $0.key, numbers($0.value)) }))
    default: return value
    }
  }

  /// A figure, or the name of a file of it, that older versions did not draw.
  private static func isLater(_ value: JSONValue) -> Bool {
    if case .text(let name) = value { name.contains("spectrum") } else { value["name"] == .text("spectrum") }
  }

  /// A damaged part is reported, and does not affect the others.
  @Test func damagedPartsAreTold() async throws {
    let folder = try TemporaryFolder()
    let text = String(decoding: try Self.bytes("format-1"), as: UTF8.self)
    try folder.write(text.replacing("\"items\" : 8", with: "\"items\" : 1e300"), to: "run.json")
    let run = RunDirectory(folder.path)
    #expect(try run.request().training.epochs == 40 && !run.files().isEmpty)
    #expect(throws: RunDirectoryError.self) { try run.datasets() }
    _ = try await RunDocument(of: run, registry: .builtIn(), programVersion: "0")
    #expect(try folder.text("report.html").contains("Part of the run’s record is damaged"))
  }
}
