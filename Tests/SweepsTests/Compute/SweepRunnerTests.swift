import BuiltInPlugins
import Experiments
import Foundation
import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

@testable import Sweeps

/// A sweep's rows have the numbers of single runs, and the table does not depend on who computed them and when.
@Suite(.timeLimit(.minutes(120))) struct SweepRunnerTests {
  private func runner(
    _ vary: [String], in folder: TemporaryFolder, _ name: String = "sweep", jobs: Int = 2, version: String = "1",
    changing change: (inout RunRequest) -> Void = { _ in }
  ) throws -> SweepRunner {
    var request = SweepRequest()
    request.vary = vary
    change(&request.run)
    return try SweepRunner(
      try SweepPlan(request, registry: .builtIn()), in: SweepFolder(folder.path(name)), jobs: jobs,
      programVersion: version)
  }

  private func rows(_ text: String) -> (header: [String], rows: [[String: String]]) {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    return (lines[0], lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) })
  }

  /// The documented tolerance is 1e-9; the training is the same, only predictions are summed in another order.
  @Test(arguments: [
    (["eta=50,100", "gamma=1e-12,0.1", "seed=1,2"], "shark-bones"),
    (["hidden=5;30;20,20;none", "epochs=40,120"], "tree"),
    (["flip=0.05:0.3:3", "features=50,2000", "eta=1,3"], "parrot-speak"),
    (["seed=1...3", "gamma=0.5,1"], "noisy-linear"),
    (["engine=full,reduced", "sampler=gsl,tutorial", "eta=2,700"], "clusters"), (["gamma=1e-6,1,30"], "named-features"),
    (["dataset=ring;ordering;rumelhart", "seed=3,4"], ""), (["probe=Robin:feature-3;Oak:feature-7"], "tree"),
  ])
  func equalToSingleRuns(vary: [String], dataset: String) async throws {
    let folder = try TemporaryFolder()
    let sweep = try runner(vary, in: folder) { request in
      if !dataset.isEmpty { request.plugins = [dataset] }
      if !vary.contains(where: { $0.hasPrefix("features") }), ["shark-bones", "tree"].contains(dataset) {
        request.settings["features"] = "600"
      }
    }
    try await sweep.run()
    #expect(try sweep.collect().isWhole)
    let (header, rows) = rows(try folder.text("sweep/sweep.tsv"))
    #expect(rows.count == sweep.plan.count && Set(header).count == header.count)
    for (index, row) in rows.enumerated() {
      #expect(row["run"] == "\(index + 1)")
      let (shared, own) = index.quotientAndRemainder(dividingBy: sweep.plan.ownCount)
      var request = try sweep.plan.sharedRequest(shared)
      try sweep.plan.set(own: own, in: &request)
      request.plugins += ["loss"]
      let outcome = try DatasetOutcome(try #require(RunPlan(request, registry: .builtIn()).datasets.first))
      let recording = try #require(outcome.main).recording
      try expect(row, toSay: recording, of: outcome.plan)
    }
  }

  private func expect(_ row: [String: String], toSay recording: Recording, of plan: DatasetPlan) throws {
    func number(_ column: String) throws -> Double { try #require(row[column].flatMap(Double.init), "\(column)") }
    #expect(row["dataset"] == plan.dataset.identifier && row["seed"] == "\(recording.plan.seed)")
    #expect(try number("eta") == recording.plan.learningRate && number("epochs") == Double(recording.plan.epochs))
    #expect(try number("epsilon") == plan.effectiveLearningRate)
    #expect(try number("stable_eta") == plan.largestStableLearningRate)
    let loss = try #require(recording.losses.last)
    #expect(try isApproximately(number("final_loss"), loss, within: 1e-9 * max(1, loss)))
    try expectLearning(row, recording, plan)
    #expect(row["diverged_epoch"] == recording.divergedAtEpoch.map { "\($0)" } ?? "NaN")
    #expect((row["status"] == "diverged") == (recording.divergedAtEpoch != nil))
    if KernelMovement.applies(to: recording.plan), recording.divergedAtEpoch == nil {
      let movement = try KernelMovement(of: recording)
      for (column, values) in [("kernel_movement", movement.kernel), ("hidden_movement", movement.hidden)] {
        let last = try #require(values.last)
        #expect(try isApproximately(number(column), last, within: 1e-9 * max(1, last)))
      }
    } else {
      #expect(row["kernel_movement"] == "NaN" && row["hidden_movement"] == "NaN")
    }
    for (mode, epoch) in try recording.halfRiseEpochs().enumerated() {
      #expect(row["half_rise_mode_\(mode + 1)"] == epoch.map { "\($0)" } ?? "NaN")
    }
    guard let probe = plan.dataset.probe else {
      #expect(row["wrong_side_worst"] == "NaN" && row["wrong_side_epochs"] == "NaN")
      return
    }
    let course = PredictionCourse(
      predictions: try recording.followedPredictions(), target: plan.dataset.target(of: probe))
    #expect(try isApproximately(number("wrong_side_worst"), course.worst?.value ?? 0, within: 1e-9))
    #expect(row["wrong_side_epoch"] == course.worst.map { "\($0.epoch)" } ?? "NaN")
    #expect(try number("wrong_side_epochs") == Double(course.wrongEpochs))
  }

  /// Computes convergence, levels and staging index again from the recording, as documented.
  private func expectLearning(_ row: [String: String], _ recording: Recording, _ plan: DatasetPlan) throws {
    func number(_ column: String) throws -> Double { try #require(row[column].flatMap(Double.init), "\(column)") }
    let values = try recording.modeContrasts(names: plan.dataset.inputNames).map(\.target)
    let strengths = try recording.modeStrengths()
    let rises = values.indices.map {
      values[$0] > 1e-9 * values[0] ? ModeRise(strengths.component($0), target: values[$0]) : nil
    }
    let halves = try recording.halfRiseEpochs()
    for (index, level) in (try plan.dataset.sampledLevels(count: values.count) ?? []).enumerated() {
      let epochs = level.modes.compactMap { halves[$0] }
      let mean = Double(epochs.reduce(0, +)) / Double(max(1, epochs.count))
      #expect(row["half_rise_level_\(index)"] == (epochs.count == level.modes.count ? mean.tableText : "NaN"))
    }
    let levels = try plan.dataset.countedLevels().map { $0.modes.map { rises[$0] } }
    let isWhole = levels.count > 1 && levels.allSatisfy { !$0.contains(nil) }
    let stagingIndex = zip(levels.dropFirst(), levels).map {
      ModeRise.stagingIndex(of: $0.compactMap(\.self), after: $1.compactMap(\.self))
    }
    let expected =
      isWhole && !stagingIndex.contains(nil)
      ? stagingIndex.reduce(0) { $0 + ($1 ?? 0) } / Double(stagingIndex.count) : .nan
    let found = row["staging_index"] == "NaN" ? .nan : try number("staging_index")
    #expect(
      found.isNaN && expected.isNaN || isApproximately(found, expected, within: 1e-9 * max(1, expected.magnitude)))
    guard plan.dataset.isOneHot, recording.divergedAtEpoch == nil else { return }
    // One-hot inputs: ρ hidden units can explain the ρ strongest modes.
    let width = recording.plan.hiddenWidths.min() ?? values.count
    let explainable = values.prefix(width).reduce(0) { $0 + $1 * $1 }
    let least = values.dropFirst(width).reduce(0) { $0 + $1 * $1 }
    let weakest = try #require(values.prefix(width).last { $0 >= values[0] / 20 })
    let entries = Double(plan.dataset.itemCount * plan.dataset.featureCount)
    let bound = (least + min(0.001 * explainable, weakest * weakest / 4)) / entries
    // No loss of these runs is that close to the bound.
    #expect(recording.losses.allSatisfy { abs($0 - bound) > 1e-12 })
    let converged = (recording.losses.lastIndex { $0 > bound } ?? -1) + 1
    #expect(row["converged_epoch"] == (converged < recording.stateCount ? "\(converged)" : "NaN"))
    #expect((row["status"] == "converged") == (converged < recording.stateCount))
  }

  private static let vary = ["eta=20:200:5", "gamma=1e-6:1:4:log", "seed=0..<7", "hidden=4;8"]

  private func small(_ folder: TemporaryFolder, _ name: String, jobs: Int = 2) throws -> SweepRunner {
    try runner(Self.vary, in: folder, name, jobs: jobs) { request in
      request.settings["features"] = "60"
      request.training.epochs = 40
    }
  }

  @Test func anyNumberOfThreadsAndPartsGivesTheSameTable() async throws {
    let folder = try TemporaryFolder()
    let one = try small(folder, "one", jobs: 1)
    try await one.run()
    #expect(try one.collect().isWhole)
    let table = try folder.text("one/sweep.tsv")
    #expect(table.split(separator: "\n").count == 281 && !folder.has("one/parts"))
    for (name, jobs, order) in [
      ("many", 7, ["1/1"]), ("parts", 2, ["3/3", "1/3", "2/3"]), ("more", 3, ["2/2", "5/9", "1/2"]),
    ] {
      let runner = try small(folder, name, jobs: jobs)
      for part in order {
        #expect(try !folder.has("\(name)/sweep.json") || !runner.collect().isWhole)
        try await runner.run(SweepShard(part))
      }
      #expect(try runner.collect().isWhole)
      #expect(try folder.text("\(name)/sweep.tsv") == table, "\(name)")
    }
    // Nothing is done again.
    try await one.run { _ in Issue.record("a whole sweep was run again") }
  }

  @Test func whatIsThereIsNotComputedAgain() async throws {
    let folder = try TemporaryFolder()
    let runner = try small(folder, "sweep")
    try await runner.run(SweepShard("2/4"))
    let state = try runner.state()
    #expect(state.kept == 70 && state.missingRuns == 210 && state.missingRanges == [1...70, 141...280])
    #expect(state.missingParts(of: 4) == [1, 3, 4] && state.missingParts(of: 1) == [1])
    // A change in a stored piece shows whether it is used.
    let part = try #require(folder.files().first { $0.contains("part-") })
    let text = try folder.text(part)
    #expect(part.hasPrefix("sweep/parts/part-"))
    try folder.write(text.replacingOccurrences(of: "shark-bones", with: "shark-bonez"), to: part)
    #expect(try runner.state().kept == 0)
    try folder.write(text, to: part)
    try await runner.run()
    #expect(try folder.text(part) == text && runner.collect().isWhole)
  }

  @Test func foldersAreNeverMixed() async throws {
    let folder = try TemporaryFolder()
    let first = try runner(["seed=1,2"], in: folder) { $0.settings["features"] = "50" }
    try await first.run()
    func refusal(_ other: SweepRunner) async -> String {
      do {
        try await other.run()
        return ""
      } catch {
        return "\(error)"
      }
    }
    for (vary, change) in [(["seed=1,3"], "50"), (["seed=1,2"], "51")] {
      let other = try runner(vary, in: folder) { $0.settings["features"] = change }
      let text = await refusal(other)
      #expect(text.contains("another sweep") && text.contains(change == "50" ? "seed=1,2" : "features=50"), "\(text)")
      #expect(throws: SweepError.self) { try other.state() }
    }
    let newer = try runner(["seed=1,2"], in: folder, version: "2") { $0.settings["features"] = "50" }
    #expect(await refusal(newer).contains("version 1"))
    try folder.write("{}", to: "run/run.json")
    #expect(
      await refusal(try runner(["seed=1,2"], in: folder, "run")).contains(
        "would be overwritten. Choose another folder."))
    try folder.write("mine", to: "table/sweep.tsv")
    #expect(await refusal(try runner(["seed=1,2"], in: folder, "table")).contains("not overwritten"))
    for text in ["", "{", "{}", #"{"program": {"name": "other", "version": "1"}}"#, "[]"] {
      try folder.write(text, to: "foreign/sweep.json")
      #expect(await refusal(try runner(["seed=1,2"], in: folder, "foreign")).contains("sweep.json"))
      #expect(try folder.text("foreign/sweep.json") == text)
    }
  }

  /// A run that fails is a row with the reason.
  @Test func runsThatFail() async throws {
    let folder = try TemporaryFolder()
    let runner = try runner(["levels=2,3", "gamma=1e-3,1e300"], in: folder) {
      $0.settings["features"] = "50"
      $0.training.learningRate = 0.1
    }
    try await runner.run()
    #expect(try runner.collect().isWhole)
    let rows = rows(try folder.text("sweep/sweep.tsv")).rows
    #expect(rows.map { $0["status"] } == ["failed", "failed", "not-converged", "failed"])
    #expect(
      rows[0]["note"]?.contains("8 values for 4 items") == true && rows[3]["note"]?.contains("not finite") == true)
    #expect(rows[0]["levels"] == "2" && rows[0]["gamma"] == "0.001" && rows[0]["final_loss"] == "NaN")
    #expect(rows[2]["note"] == "")
  }

  /// If many processes start different sweeps in one new folder, one of them gets it.
  @Test func beganAtOnceOnlyOneSweepIsBegun() async throws {
    for _ in 0..<20 {
      let folder = try TemporaryFolder()
      let runners = try (0..<4).map { number in
        try runner(["seed=\(number),\(number + 10)"], in: folder, "new") { $0.settings["features"] = "50" }
      }
      let succeeded = await withTaskGroup(of: Bool.self) { group in
        for runner in runners { group.addTask { (try? runner.begin()) != nil } }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(succeeded == 1)
      #expect(folder.files() == ["new/sweep.json"])
    }
  }

  /// If a part cannot be read, no incomplete table is written and no other part is removed.
  @Test func aPartThatCannotBeRead() async throws {
    let folder = try TemporaryFolder()
    let runner = try small(folder, "sweep")
    try await runner.run()
    let parts = folder.files().filter { $0.contains("part-") }
    try folder.write("", to: "sweep/parts/\(PartName(blocks: 0..<3).text)/file")
    #expect(throws: SweepError.self) { try runner.collect() }
    #expect(!folder.has("sweep/sweep.tsv") && parts.allSatisfy(folder.has))
  }

  /// Whatever file has the name of the table: parts are removed only if the table is complete.
  @Test func partsOutliveWhatIsNoTable() async throws {
    let folder = try TemporaryFolder()
    let runner = try small(folder, "sweep")
    try await runner.run()
    let parts = folder.files().filter { $0.contains("part-") }
    for text in ["", "run\tnote\n", "noise"] {
      try folder.write(text, to: "sweep/sweep.tsv")
      #expect(throws: (any Error).self) { try runner.collect() }
      #expect(parts.allSatisfy(folder.has))
    }
    try FileManager.default.removeItem(atPath: folder.path("sweep/sweep.tsv"))
    #expect(try runner.collect().isWhole && folder.has("sweep/sweep.tsv"))
  }

  /// Parts without the record of their sweep may belong to another sweep.
  @Test func partsWithoutARecordAreNotTaken() async throws {
    let folder = try TemporaryFolder()
    let first = try runner(["seed=1,2"], in: folder) { $0.settings["features"] = "50" }
    try await first.run()
    try FileManager.default.removeItem(atPath: folder.path("sweep/sweep.json"))
    let other = try runner(["seed=1,3"], in: folder) { $0.settings["features"] = "50" }
    await #expect(throws: SweepError.foreignTable(path: folder.path("sweep/parts"))) { try await other.run() }
    // Something else instead of the folder of parts does not count as an empty folder.
    try folder.write("mine", to: "file/parts")
    let third = try runner(["seed=1,3"], in: folder, "file") { $0.settings["features"] = "50" }
    await #expect(throws: (any Error).self) { try await third.run() }
  }

  /// Other files in the folder of the parts are kept.
  @Test func filesOfOthersStay() async throws {
    let folder = try TemporaryFolder()
    let runner = try small(folder, "sweep")
    for name in ["mine.lock", "notes.txt", "part-of-mine.tsv", "1-of-x.lock"] {
      try folder.write("mine", to: "sweep/parts/\(name)")
    }
    for part in ["1/2", "2/2"] { try await runner.run(SweepShard(part)) }
    #expect(try runner.collect().isWhole)
    #expect(
      folder.files().filter { $0.contains("parts/") }
        == ["1-of-x.lock", "mine.lock", "notes.txt", "part-of-mine.tsv"].map { "sweep/parts/\($0)" })
  }

  /// Bases of very different cost: none is made twice while runs of it are left.
  @Test func basesAreMadeOnce() throws {
    let folder = try TemporaryFolder()
    let sweep = try runner(["features=50,60,70,80", "eta=1:2:8"], in: folder) { $0.training.epochs = 2 }
    let bases = SharedBases(sweep.plan, capacity: 2)
    var first = BlockComputation(sweep.plan, try SweepBlocks(sweep.plan), bases)
    _ = try first.rows(of: 0)
    // Other threads request so many that it is no longer kept for them.
    for index in 1..<4 { _ = try bases.basis(index) }
    #expect(first.basisIndex == 0)
    _ = try first.rows(of: 1)
    #expect(first.basisIndex == 0)
  }

  /// A run that does not fit into this machine's memory stops the sweep here and can be computed elsewhere; it is not a result.
  @Test func whatAnotherMachineCouldDo() async throws {
    let folder = try TemporaryFolder()
    let sweep = try runner(["hidden=4;100000", "seed=1,2"], in: folder) {
      $0.settings["features"] = "10000000"
      $0.training.engine = .full
    }
    await #expect(throws: SweepError.self) { try await sweep.run(SweepShard("2/2")) }
    #expect(try sweep.state().kept == 0)
    // A training of many epochs needs no memory for them.
    let long = try runner(["gamma=0.1,0.2"], in: folder, "long") {
      $0.plugins = ["tree"]
      $0.settings = ["levels": "4", "features": "50"]
      $0.training.epochs = 10_000_000
      $0.training.learningRate = 1e6
    }
    try await long.run()
    #expect(try long.collect().isWhole)
    #expect(try rows(folder.text("long/sweep.tsv")).rows.map { $0["status"] } == ["diverged", "diverged"])
  }

  @Test func cancelledInTheMiddleItKeepsWhatItHas() async throws {
    let folder = try TemporaryFolder()
    let runner = try runner(["eta=20:200:40", "seed=0..<20"], in: folder, jobs: 1) {
      $0.settings["features"] = "100"
    }
    let work = Task { try await runner.run { if $0.done > 100 { withUnsafeCurrentTask { $0?.cancel() } } } }
    let result = await work.result
    guard case .failure(let error) = result else {
      Issue.record("it was not cancelled")
      return
    }
    #expect(error is CancellationError)
    let kept = try runner.state().kept
    #expect(kept > 100 && kept < 800)
    try await runner.run()
    #expect(try runner.collect().isWhole)
  }
}
