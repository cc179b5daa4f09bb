import BuiltInPlugins
@testable import Experiments
import Foundation
import LearningDynamics
import PluginKit
import Support
import TestSupport
import Testing

/// Records that earlier versions of the program wrote are read as a whole.
@Suite struct OldRecordTests {
  /// One of each kind there was, named by what it lacks; each is a part of what such a version wrote.
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

  /// It can be shown, and asks for what can be run.
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

  /// What the last version of format 1 wrote is written again to the byte.
  @Test func isWrittenAgain() throws {
    let bytes = try Self.bytes("format-1")
    #expect(try RunRecord(bytes).jsonText() == String(decoding: bytes, as: UTF8.self))
  }

  /// A run of this version, in the form of format 1, is what that version would have written: what `verify` compares.
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
    #expect(left["datasets"] == right["datasets"] && left["mainFigure"] == right["mainFigure"])
  }

  /// A part that is damaged is told, and does not take the others with it.
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
