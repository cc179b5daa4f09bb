import BuiltInPlugins
import Experiments
import Foundation
import Gnuplot
import LearningDynamics
import PluginKit
import Support
import TestSupport
import Testing

@testable import Sweeps

/// Every reader of a finished table notices if it is not what the sweep wrote.
@Suite(.timeLimit(.minutes(15))) struct TableChecksumTests {
  private func runner(_ folder: TemporaryFolder, _ name: String = "sweep") throws -> SweepRunner {
    var request = SweepRequest()
    request.vary = ["eta=1:3:3", "gamma=0.1,0.2", "seed=0..<4"]
    request.run.settings["features"] = "60"
    request.run.training.epochs = 20
    return try SweepRunner(
      try SweepPlan(request, registry: .builtIn()), in: SweepFolder(folder.path(name)), jobs: 2, programVersion: "1")
  }

  /// A sweep that is done, and its table.
  private func finished(_ folder: TemporaryFolder) async throws -> (runner: SweepRunner, table: String) {
    let runner = try runner(folder)
    try await runner.run()
    #expect(try runner.collect().isWhole)
    return (runner, try folder.text("sweep/sweep.tsv"))
  }

  /// The answer of each reader of a table.
  private func answers(_ runner: SweepRunner) -> [String] {
    let readers: [() throws -> Void] = [
      { _ = try runner.folder.summary(runner.plan) },
      { _ = try SweepFigures(runner.plan, in: runner.folder).figures() },
      { _ = try SweepFigures(runner.plan, in: runner.folder, where: ["seed=1"]).figures() },
    ]
    return readers.map { read in
      do {
        try read()
        return ""
      } catch {
        return "\(error)"
      }
    }
  }

  @Test func theRecordSaysWhatTheTableIs() async throws {
    let folder = try TemporaryFolder()
    let runner = try runner(folder)
    try runner.begin()
    let begun = try folder.text("sweep/sweep.json")
    #expect(!begun.contains("checksum"))
    try await runner.run()
    #expect(try folder.text("sweep/sweep.json") == begun)
    #expect(try runner.collect().isWhole)
    let table = try folder.text("sweep/sweep.tsv")
    let mark = try #require(try runner.folder.record().table)
    #expect(mark == TableMark(bytes: table.utf8.count, checksum: Checksum(table).text))
    #expect(try runner.folder.summary(runner.plan).isChecked)
    #expect(answers(runner) == ["", "", ""])
    // It is still the same sweep, to itself and to others, and is not written again.
    let whole = try folder.text("sweep/sweep.json")
    try await runner.run()
    #expect(try runner.collect().isWhole && folder.text("sweep/sweep.json") == whole)
    #expect(try runner.folder.resultText(runner.folder.summary(runner.plan)).contains(mark.checksum))
  }

  /// Every digit counts, and so does the order of the rows.
  @Test func changedTablesAreRefused() async throws {
    let folder = try TemporaryFolder()
    let (runner, table) = try await finished(folder)
    let lines = table.split(separator: "\n")
    var changed: [String] = []
    for index in table.utf8.indices where table[index].isNumber {
      guard index.utf16Offset(in: table) % 23 == 0 else { continue }
      var text = table
      text.replaceSubrange(index...index, with: table[index] == "7" ? "8" : "7")
      changed.append(text)
    }
    #expect(changed.count > 50)
    func joined(_ lines: [Substring]) -> String { lines.joined(separator: "\n") + "\n" }
    for row in 1..<lines.count - 1 {
      var swapped = lines
      swapped.swapAt(row, row + 1)
      changed.append(joined(swapped))
    }
    changed += [joined(lines.dropLast()), joined(lines + lines.suffix(1)), table + table]
    for text in changed {
      try folder.write(text, to: "sweep/sweep.tsv")
      for answer in answers(runner) { #expect(!answer.isEmpty, "a changed table was read") }
      // Whoever reads them: invalid numbers are reported with their line, everything else as a change.
      #expect(answers(runner).allSatisfy { $0.contains("emove it") && $0.contains("run the sweep again") })
    }
    try folder.write(table, to: "sweep/sweep.tsv")
    #expect(answers(runner) == ["", "", ""])
  }

  /// Killed after the checksum was recorded and before the table had its name: the next process continues, whatever the record
  /// contains.
  @Test func killedBetweenTheRecordAndTheTable() async throws {
    let folder = try TemporaryFolder()
    let (_, table) = try await finished(folder)
    let other = try runner(folder, "killed")
    try await other.run()
    let record = try other.folder.record()
    for mark in [
      TableMark(bytes: table.utf8.count, checksum: Checksum(table).text), TableMark(bytes: 1, checksum: "f"),
    ] {
      try other.folder.finish(record, with: mark)
      // Other parts that start now accept it as the same sweep.
      try other.begin()
      #expect(try other.state().isWhole && !other.folder.hasTable && other.folder.hasParts)
    }
    #expect(try other.collect().isWhole)
    #expect(try folder.text("killed/sweep.tsv") == table && !folder.has("killed/parts"))
    #expect(answers(other) == ["", "", ""])
    // The table was removed, as the error says: it is computed anew.
    try FileManager.default.removeItem(atPath: folder.path("killed/sweep.tsv"))
    try await other.run()
    #expect(try other.collect().isWhole && folder.text("killed/sweep.tsv") == table)
    #expect(answers(other) == ["", "", ""])
  }

  /// Killed after the table had its name: parts are only removed for a table that was compared with its checksum.
  @Test func killedBetweenTheTableAndTheParts() async throws {
    let folder = try TemporaryFolder()
    let runner = try runner(folder)
    try await runner.run()
    let parts = folder.files().filter { $0.contains("part-") }
    let kept = try parts.map { ($0, try folder.text($0)) }
    #expect(try runner.collect().isWhole)
    let table = try folder.text("sweep/sweep.tsv")
    for (part, text) in kept { try folder.write(text, to: part) }
    try folder.write(table.replacing("\t0.1\t", with: "\t0.3\t"), to: "sweep/sweep.tsv")
    #expect(throws: SweepTableError.changed(path: folder.path("sweep/sweep.tsv"))) { try runner.collect() }
    #expect(!kept.isEmpty && kept.allSatisfy { folder.has($0.0) })
    try folder.write(table, to: "sweep/sweep.tsv")
    #expect(try runner.collect().isWhole && !folder.has("sweep/parts"))
  }

  /// Records of earlier versions of the program have no checksum; their tables are still read.
  @Test func recordsWithoutAChecksum() async throws {
    let folder = try TemporaryFolder()
    let (runner, table) = try await finished(folder)
    var record = try runner.folder.record()
    record.table = nil
    try folder.write(try record.text(), to: "sweep/sweep.json")
    #expect(try !runner.folder.summary(runner.plan).isChecked)
    #expect(answers(runner) == ["", "", ""])
    #expect(try runner.collect().isWhole && folder.text("sweep/sweep.tsv") == table)
    for damage in [#""table" : 3"#, #""table" : {"bytes" : "many", "checksum" : "0"}"#, #""table" : {"bytes" : 3}"#] {
      try folder.write(
        try record.text().replacing(#""runs" :"#, with: damage + #", "runs" :"#), to: "sweep/sweep.json")
      #expect(answers(runner).allSatisfy { $0.contains("it is damaged") }, "\(damage)")
    }
  }
}
