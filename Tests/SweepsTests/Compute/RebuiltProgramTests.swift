import BuiltInPlugins
import Experiments
import Foundation
import GSL
import LearningDynamics
import PluginKit
import TestSupport
import Testing

@testable import Sweeps

/// Rows of two different builds with the same version are never mixed in one table.
@Suite(.timeLimit(.minutes(15))) struct RebuiltProgramTests {
  /// A dataset that depends on the build of the program.
  private func dataset(_ name: String, _ strength: Double) -> DatasetDescriptor {
    DatasetDescriptor(PluginDescription(identifier: name, summary: "Two items")) { _, _ in
      try Dataset(
        identifier: name, items: ["a", "b"], features: FeatureNames(numbered: 2),
        targets: Matrix(rows: 2, columns: 2, elements: [strength, 0, 1, 1]))
    }
  }

  /// The sweep as a build computes it.
  ///
  /// - Parameter strength: what the build's plugin makes of the dataset `second`.
  private func runner(
    _ folder: TemporaryFolder, by program: String?, strength: Double = 2, datasets: [String] = ["first", "second"]
  ) throws -> SweepRunner {
    var request = SweepRequest()
    request.vary = ["eta=0.01:0.05:10", "seed=0..<30"]
    request.run.plugins = datasets
    request.run.training.epochs = 5
    let registry = try PluginRegistry.builtIn().adding(datasets: [dataset("first", 2), dataset("second", strength)])
    return try SweepRunner(
      try SweepPlan(request, registry: registry), in: SweepFolder(folder.path("sweep")), jobs: 2, programVersion: "1",
      program: program)
  }

  private func isRefused(_ body: () async throws -> Void) async -> Bool {
    do {
      try await body()
      return false
    } catch {
      guard case SweepError.otherProgram = error else {
        Issue.record("\(error)")
        return false
      }
      return "\(error)".contains("rebuilt") && "\(error)".contains("another folder")
    }
  }

  /// A sweep started by one build is not continued by another whose rows differ, and nothing is written.
  @Test(arguments: [["first", "second"], ["second"]])
  func otherRowsAreRefused(datasets: [String]) async throws {
    let folder = try TemporaryFolder()
    try await runner(folder, by: "one", datasets: datasets).run(SweepShard("3/4"))
    let files = folder.files()
    let other = try runner(folder, by: "two", strength: 3, datasets: datasets)
    #expect(await isRefused { try await other.run() })
    // A part without stored pieces checks those of other parts.
    #expect(await isRefused { try await other.run(SweepShard("1/4")) })
    #expect(folder.files().filter { !$0.hasSuffix(".lock") } == files.filter { !$0.hasSuffix(".lock") })
    // The build that started it continues.
    let one = try runner(folder, by: "one", datasets: datasets)
    try await one.run()
    #expect(try one.collect().isWhole)
  }

  /// Builds whose rows are the same to the last bit count as the same program.
  @Test func equalRowsGoOn() async throws {
    let folder = try TemporaryFolder()
    let reference = try TemporaryFolder()
    let whole = try runner(reference, by: "one")
    try await whole.run()
    #expect(try whole.collect().isWhole)
    for (part, program) in [("1/3", "one"), ("2/3", "two"), ("3/3", nil)] {
      try await runner(folder, by: program).run(SweepShard(part))
    }
    #expect(try runner(folder, by: "three").collect().isWhole)
    #expect(try folder.text("sweep/sweep.tsv") == reference.text("sweep/sweep.tsv"))
  }

  /// If one build computed everything, any other build can merge the parts.
  @Test func collectingIsNoMixing() async throws {
    let folder = try TemporaryFolder()
    try await runner(folder, by: "one").run()
    #expect(try runner(folder, by: "two", strength: 3).collect().isWhole)
  }

  /// Parts that were computed where nothing of the others could be seen.
  @Test func mixedPartsAreNotPutTogether() async throws {
    let (folder, elsewhere) = (try TemporaryFolder(), try TemporaryFolder())
    try await runner(folder, by: "one", datasets: ["second"]).run(SweepShard("1/2"))
    try await runner(elsewhere, by: "two", strength: 3, datasets: ["second"]).run(SweepShard("2/2"))
    for part in elsewhere.files() where part.contains("part-") { try folder.write(elsewhere.text(part), to: part) }
    for (program, strength) in [("one", 2.0), ("two", 3), ("three", 4)] {
      let runner = try runner(folder, by: program, strength: strength, datasets: ["second"])
      #expect(await isRefused { _ = try runner.collect() }, "\(program)")
      #expect(!folder.has("sweep/sweep.tsv"))
    }
  }

  /// Parts of earlier versions of the program do not name their build: then rows are compared.
  @Test func partsThatDoNotSay() async throws {
    let folder = try TemporaryFolder()
    func runner(_ program: String?, _ strength: Double = 2) throws -> SweepRunner {
      try self.runner(folder, by: program, strength: strength, datasets: ["second"])
    }
    try await runner(nil).run(SweepShard("1/2"))
    let part = try #require(folder.files().first { $0.contains("part-") })
    #expect(try !folder.text(part).contains("program"))
    #expect(await isRefused { try await runner(nil, 3).run() })
    #expect(await isRefused { try await runner("two", 3).run() })
    try await runner("two").run()
    #expect(try folder.text(part).contains("# block 0 rows") && runner(nil).collect().isWhole)
  }

  /// A build is known by every byte of its file.
  @Test func buildsAreKnownByTheirFiles() throws {
    let own = try #require(RunningProgram.checksum)
    #expect(!own.isEmpty)
    let folder = try TemporaryFolder()
    func checksum(_ text: String) throws -> String {
      try folder.write(text, to: "program")
      return try #require(RunningProgram.checksum(of: folder.path("program")))
    }
    // Longer than what is read at once, and not a multiple of eight bytes.
    let program = String(repeating: "0123456", count: 300_001)
    let known = try checksum(program)
    #expect(try checksum(program) == known)
    var others = Set([known])
    for place in [0, 7, 8, 1 << 20, program.utf8.count - 1] {
      var other = Array(program.utf8)
      other[place] ^= 1
      others.insert(try checksum(String(decoding: other, as: UTF8.self)))
    }
    for text in [program + "0", program + "\0", String(program.dropLast()), ""] { others.insert(try checksum(text)) }
    #expect(others.count == 10)
    #expect(RunningProgram.checksum(of: folder.path("none")) == nil)
  }
}
