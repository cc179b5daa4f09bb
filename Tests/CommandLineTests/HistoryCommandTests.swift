import Foundation
import TestSupport
import Testing

/// One thing taught after another, on the command line.
@Suite struct HistoryCommandTests {
  private static let small = ["--plugin", "tree", "--plugin", "forgetting", "--set", "features=500", "--eta", "20"]
  private static let phases = ["--phase", "epochs=300 without=Oak", "--phase", "only=Oak until=0.01"]

  /// A run, its repetition from the record, and a run that changes one of its phases.
  @Test func runsAreRepeatedAndChanged() async throws {
    let folder = try TemporaryFolder()
    let run = try await BuiltProgram.run(
      Self.small + Self.phases + ["--output", "first", "--format", "none"], in: folder.path)
    #expect(run.code == 0 && run.output.contains("Oak alone: ") && run.output.contains("Pine,"))
    let verified = try await BuiltProgram.run("verify", "first", in: folder.path)
    #expect(verified.code == 0)
    let changed = try await BuiltProgram.run(
      "--from", "first", "--phase", "2: eta=1", "--output", "second", "--format", "none", in: folder.path)
    #expect(changed.code == 0 && changed.output.contains("in 2 phases"))
    let compared = try await BuiltProgram.run(
      "compare", "first", "second", "--output", "both", "--format", "none", in: folder.path)
    #expect(compared.code == 0 && compared.output.contains("η = 1"))
    let replaced = try await BuiltProgram.run(
      "--from", "first", "--phase", "epochs=9", "--phase", "epochs=5 seed=7", "--output", "third", "--format", "none",
      in: folder.path)
    #expect(replaced.code == 0 && replaced.output.contains("14 epochs in 2 phases"))
  }

  /// The targets of a table are recorded with the run, which needs no file to be repeated.
  @Test func targetsOfATableAreRecorded() async throws {
    let folder = try TemporaryFolder()
    try folder.write("i,f,g\nRobin,1,0\nEel,0,1\n", to: "animals.csv")
    try folder.write("i,g,f\nEel,0,1\nRobin,1,0\n", to: "others.csv")
    let run = try await BuiltProgram.run(
      "--dataset", "animals.csv", "--plugin", "forgetting", "--phase", "name=old", "--phase",
      "targets=others.csv",
      "--output", "run", "--format", "none", in: folder.path)
    #expect(run.code == 0 && run.output.contains("what was known: mean loss rises from 0"))
    try FileManager.default.removeItem(atPath: folder.path("others.csv"))
    #expect(try await BuiltProgram.run("verify", "run", in: folder.path).code == 0)
    let again = try await BuiltProgram.run(
      "--from", "run", "--eta", "0.1", "--format", "none", "--output", "again", in: folder.path)
    #expect(again.code == 0)
  }

  @Test(arguments: [
    (["--phase", "only=Oka"], 65, "no item 'Oka'. Did you mean 'Oak'?"),
    (["--phase", "epochs=-5"], 64, "from 1 to 10,000,000"), (["--phase", "untl=1"], 64, "Did you mean 'until'?"),
    (["--phase", ""], 64, "A phase is empty"), (["--phase", "3: eta=1"], 65, "has no phases"),
    (["--phase", "only=Oak frequency=Oak:0"], 65, "shows no item"),
    (["--phase", "targets=missing.csv"], 65, "File not found"),
    (["--phase", "epochs=1", "--hidden", "none", "--unit", "relu"], 64, "no hidden units"),
  ])
  func clearSentences(arguments: [String], code: Int32, reason: String) async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run(Self.small + arguments + ["--output", "run"], in: folder.path)
    #expect(answer.code == code && answer.foldedErrors.contains(reason), "\(answer.errors)")
    #expect(folder.files() == [])
  }

  /// What came before a phase that diverges is kept.
  @Test func aPhaseThatDiverges() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run(
      Self.small + [
        "--phase", "epochs=200", "--phase", "epochs=90 eta=1e6 reverse=yes", "--output", "run", "--format", "none",
      ],
      in: folder.path)
    #expect(answer.code == 70 && answer.output.contains("'reversed' diverged at epoch 20"))
    #expect(try folder.text("run/tree/forgetting.tsv").split(separator: "\n").count > 200)
  }

  /// A sweep over a setting of a phase has columns for what is lost.
  @Test func sweeps() async throws {
    let folder = try TemporaryFolder()
    let sweep = try await BuiltProgram.run(
      "sweep", "--plugin", "new-item", "--set", "features=500", "--eta", "20", "--vary", "phase2.frequency.Pine=0;1",
      "--format", "none", "--output", "sweep", in: folder.path)
    #expect(sweep.code == 0)
    let rows = try folder.text("sweep/sweep.tsv").split(separator: "\n").map { $0.split(separator: "\t") }
    let column = try #require(rows[0].firstIndex(of: "phase2_old_loss"))
    let losses = try rows.dropFirst().map { try #require(Double($0[column])) }
    #expect(losses.count == 2 && losses.allSatisfy { $0 > 0.05 && $0 < 1 } && losses[0] != losses[1])
  }

  /// An axis that no run could have is refused, with the reason.
  @Test(arguments: [
    (["phase9.eta=1;2"], 65, "only 2 phases"), (["phase2.eat=1;2"], 64, "unknown setting"),
    (["phase2.eta=-1;1"], 64, "a number above 0"), (["phase1.eta=1;2"], 64, "also set to one value"),
    (["phase2.epochs=1;2", "phase2.until=0.1;0.2"], 64, "each replaces the other"),
    (["phase2.until=0.1;0.2", "phase2.at-most=9;99"], 0, ""),
  ])
  func axesOfPhases(axes: [String], code: Int32, reason: String) async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run(
      ["sweep", "--plugin", "new-item", "--phase", "1: eta=90", "--format", "none", "--output", "sweep"]
        + axes.flatMap { ["--vary", $0] }, in: folder.path)
    #expect(answer.code == code && (reason.isEmpty || answer.foldedErrors.contains(reason)), "\(answer.errors)")
  }

  /// A history of one phase writes the table of the plain run, byte by byte.
  @Test func onePhaseIsThePlainRun() async throws {
    let folder = try TemporaryFolder()
    for (name, phase) in [("plain", []), ("phase", ["--phase", "epochs=250"])] {
      let run = try await BuiltProgram.run(
        ["--plugin", "tree", "--plugin", "loss", "--output", name, "--format", "none"] + phase, in: folder.path)
      #expect(run.code == 0)
    }
    #expect(try folder.text("plain/tree/trajectory.tsv") == folder.text("phase/tree/trajectory.tsv"))
  }

  /// A prediction names what stalls before anything is trained; a description tells the phases.
  @Test func predictionsAndDescriptions() async throws {
    let predicted = try await BuiltProgram.run("predict", "--plugin", "reversal")
    #expect(predicted.code == 0 && predicted.output.contains("none of the 8 modes has a part in the old"))
    let described = try await BuiltProgram.run("describe", "new-item")
    #expect(
      described.output.contains("1. without Oak: as many epochs as a run has")
        && described.output.contains("2. Oak alone: until"))
  }
}
