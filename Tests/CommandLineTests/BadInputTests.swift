import TestSupport
import Testing

@Suite struct BadInputTests {
  /// Invalid options and their messages; all exit with code 64 before anything is written.
  static let refused: [(arguments: [String], message: String)] = [
    (["--plugin", "ilusion"], "Unknown plugin 'ilusion'. Did you mean 'illusion'?"),
    (["--plugin", "tree", "--plugin", "illusion"], "illusion does not apply to tree"),
    (["--eta", "-1"], "'-1' is not a valid value for '--eta': it takes a number above 0."),
    (["--eta", "0"], "is not a valid value for '--eta'"),
    (["--eta", "nan"], "is not a valid value for '--eta'"),
    (["--eta", "inf"], "is not a valid value for '--eta'"),
    (["--eta", "fast"], "'fast' is not a valid value for '--eta'"),
    (["--gamma", "-1"], "is not a valid value for '--gamma'"),
    (["--epochs", "0"], "is not a valid value for '--epochs'"),
    (["--epochs", "1e9"], "is not a valid value for '--epochs'"),
    (["--hidden", "0"], "is not a valid value for '--hidden'"),
    (["--hidden", "30,,30"], "is not a valid value for '--hidden'"),
    (["--hidden", "-5"], "is not a valid value for '--hidden'"),
    (
      ["--seed", "4294967296"],
      "'4294967296' is not a valid value for '--seed': it takes a whole number from 0 to 4294967295."
    ),
    (["--seed", "-1"], "is not a valid value for '--seed'"),
    (["--plugin", "tree", "--epoch", "251"], "Epoch 251 is after the end of the run of 'tree' at epoch 250."),
    (["--epoch", "-1"], "is not a valid value for '--epoch'"),
    (["--set", "flips=0.1"], "has a setting 'flips'. Did you mean 'flip'?"),
    (["--set", "flip=2"], "'2' is not a valid value for 'flip': it takes a number from 0 to 1."),
    (["--set", "flip"], "'flip' is not a valid value for '--set': it takes NAME=VALUE"),
    (["--set", "flip=0.1", "--set", "flip=0.2"], "The setting 'flip' is given twice. Give it once."),
    (["--set", "levels=13"], "it takes a whole number from 1 to 12."),
    (["--sampler", "dice"], "'dice' is not a valid value for '--sampler': it takes tutorial or gsl."),
    (["--engine", "warp"], "it takes reduced or full."),
    (["--record-every", "0"], "is not a valid value for '--record-every': it takes a whole number from 1"),
    (["--record-every", "1.5"], "is not a valid value for '--record-every'"),
    (["--format", "gif"], "it takes svg, png, pdf or none."),
    (["--plugin", "tree", "--set", "levels=12", "--set", "branches=64"], "has more than 4096 items"),
    (["--quiet", "--verbose"], "--quiet and --verbose cannot be used together."),
    (["--bogus"], "Unknown option '--bogus'"),
    (["describe", "tre"], "Did you mean 'tree'?"),
  ]

  @Test(arguments: refused.indices)
  func isRefusedWithASentence(index: Int) async throws {
    let (arguments, message) = Self.refused[index]
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run(arguments, in: folder.path)
    #expect(answer.foldedErrors.contains(message))
    // An impossible dataset is bad data; everything else is wrong usage.
    #expect(answer.code == (message.contains("4096") ? 65 : 64))
    #expect(answer.output.isEmpty && folder.files().isEmpty)
    #expect(answer.errors.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func outputThatIsAFile() async throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "taken")
    let answer = try await BuiltProgram.run("--plugin", "tree", "--plugin", "loss", "--output", folder.path("taken"))
    #expect(answer.code == 73 && answer.foldedErrors.contains("a file with that name exists"))
    #expect(try folder.text("taken") == "mine")
  }

  @Test func divergenceKeepsWhatWasComputed() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run("--plugin", "shark-bones", "--eta", "500", "--output", folder.path("out"))
    #expect(answer.code == 70)
    #expect(answer.foldedErrors.contains("diverged at epoch"))
    #expect(answer.foldedErrors.contains("The largest stable learning rate is 253.7"))
    #expect(folder.has("out/shark-bones/illusion.svg") && folder.has("out/run.json"))
  }

  @Test func boundedBouncingIsAWarning() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run(
      "--plugin", "tree", "--plugin", "loss", "--eta", "290", "--output", folder.path("out"))
    #expect(answer.code == 0 && answer.foldedErrors.contains("Warning: tree: the learning rate 290 is above"))
  }

  @Test func withoutGnuplotScriptsAndTablesAreThere() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run(
      "--plugin", "tree", "--plugin", "loss", "--output", folder.path("out"), in: nil, path: folder.path)
    #expect(answer.code == 69 && answer.foldedErrors.contains("gnuplot was not found on PATH"))
    #expect(folder.has("out/tree/loss.gp") && folder.has("out/tree/loss.tsv") && !folder.has("out/tree/loss.svg"))
  }

  @Test func oldGnuplotIsNamed() async throws {
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/sh\necho 'gnuplot 5.0 patchlevel 1'\n", to: "bin/gnuplot", executable: true)
    let answer = try await BuiltProgram.run(
      "--plugin", "tree", "--plugin", "loss", "--output", folder.path("out"), in: nil,
      path: folder.path("bin") + ":/usr/bin:/bin")
    #expect(answer.code == 69 && answer.foldedErrors.contains("gnuplot 5.0.1 is too old"))
  }

  @Test func renderNeedsARun() async throws {
    let folder = try TemporaryFolder()
    var answer = try await BuiltProgram.run("render", folder.path)
    #expect(answer.code == 65 && answer.foldedErrors.contains("No run found in"))
    try folder.write("{", to: "run.json")
    answer = try await BuiltProgram.run("render", folder.path)
    #expect(answer.code == 65 && answer.foldedErrors.contains("is not the record of a run"))
  }
}

@Suite struct HelpTests {
  @Test func everyCommandHasHelp() async throws {
    for command in [
      ["--help"], ["run", "--help"], ["list", "--help"], ["describe", "--help"], ["render", "--help"],
    ] {
      let answer = try await BuiltProgram.run(command)
      #expect(answer.code == 0 && answer.output.contains("USAGE"))
    }
  }

  @Test func listAndDescribe() async throws {
    let list = try await BuiltProgram.run("list")
    #expect(list.code == 0 && list.output.contains("* shark-bones"))
    #expect(list.output.contains("  bones-before-shark"))
    let tree = try await BuiltProgram.run("describe", "tree")
    #expect(tree.foldedOutput.contains("a whole number from 1 to 12 (default: 3)"))
    #expect(try await BuiltProgram.run("list", "--json").output.hasPrefix("{"))
    #expect(try await BuiltProgram.run("describe", "rsa", "--json").output.contains(#""name" : "layer""#))
  }
}
