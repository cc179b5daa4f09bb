import Foundation
import TestSupport
import Testing

/// `predict` and the warnings before a run, on the built program.
@Suite struct PredictTests {
  @Test func defaultTree() async throws {
    let answer = try await BuiltProgram.run("predict", "--plugin", "tree")
    #expect(answer.code == 0 && answer.errors.isEmpty)
    // Four digits, known from an independent calculation: the stable rate, the sampled and the expected strengths.
    for text in ["τ = 1/ε = 400.0", "253.6", "157.7", "121.8", "156.2", "122.5", "100.5", "71.41"] {
      #expect(answer.output.contains(text), "no \(text)")
    }
    #expect(answer.foldedOutput.contains("epoch 94 (mode 1), epoch 116 (mode 2), epoch 138 (modes 3, 4)"))
    #expect(answer.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func oneDocument() async throws {
    let answer = try await BuiltProgram.run("predict", "--plugin", "shark-bones", "--json")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: [[String: Any]]])
    let forecast = try #require(document["datasets"]?.first)
    #expect(forecast["theory"] as? String == "matrix map" && forecast["epochsNeeded"] as? Int == 201)
    let illusion = try #require(forecast["illusion"] as? [String: Any])
    let population = try #require((illusion["population"] as? [String: [Double]])?["values"])
    #expect(population == [-0.25, 0.5, 0, -1])
    let course = try #require(illusion["course"] as? [String: Any])
    #expect((course["worst"] as? [String: Any])?["epoch"] as? Int == 125)
  }

  /// If no theory applies it says why, and it never prints NaN.
  @Test(arguments: [
    (["--plugin", "noisy-linear"], "not correlated and equally strong"),
    (["--plugin", "tree", "--hidden", "30,30"], "not for 2"),
    (["--plugin", "tree", "--gamma", "1"], "small initial weights"),
    (
      ["--plugin", "shark-bones", "--hidden", "3"],
      "not all 8 modes can be learned: a hidden layer of 3 can hold only 3"
    ),
    (["--plugin", "shark-bones", "--hidden", "none"], "without a hidden layer all modes rise at once"),
    (["--plugin", "tree", "--eta", "300"], "largest stable learning rate"),
    (["--plugin", "tree", "--set", "flip=0", "--set", "levels=1", "--set", "features=10"], "level 1 1 0 0 ? 0"),
    (["--plugin", "tree", "--hidden", "none"], "epoch 28"),
  ])
  func saysWhy(options: [String], text: String) async throws {
    let answer = try await BuiltProgram.run(["predict"] + options)
    #expect(answer.code == 0)
    #expect(answer.foldedOutput.contains(text), "\(answer.output)")
    #expect(!answer.output.contains("nan"))
    let document = try await BuiltProgram.run(["predict", "--json"] + options)
    #expect(document.code == 0)
    _ = try JSONSerialization.jsonObject(with: Data(document.output.utf8))
  }

  @Test(arguments: [
    ["--eta", "0"], ["--no-theory"], ["--plugin", "tree", "--plugin", "illusion"], ["--set", "flips=1"],
  ])
  func refusesWhatARunRefuses(options: [String]) async throws {
    let answer = try await BuiltProgram.run(["predict"] + options)
    #expect(answer.code == 64 && answer.output.isEmpty && answer.errors.hasPrefix("Error: "))
  }

  /// `predict` does not have options that it would ignore; `run` has them all.
  @Test(arguments: [["--epoch", "10"], ["--format", "png"], ["--record-every", "5"]])
  func refusesWhatItWouldIgnore(options: [String]) async throws {
    let answer = try await BuiltProgram.run(["predict", "--plugin", "tree"] + options)
    #expect(answer.code == 64 && answer.output.isEmpty)
    #expect(answer.errors.contains("Unknown option '\(options[0])'"), "\(answer.errors)")
    let folder = try TemporaryFolder()
    let run = ["--plugin", "tree", "--plugin", "loss", "--epochs", "20", "--format", "none", "-o", folder.path]
    let ran = try await BuiltProgram.run(options.first == "--format" ? run : run + options)
    #expect(ran.code == 0)
    // A recorded run with any of them is predicted, over fewer epochs too.
    let again = try await BuiltProgram.run("predict", "--from", folder.path, "--epochs", "5")
    #expect(again.code == 0 && again.output.contains("tree"), "\(again.errors)")
  }

  @Test(arguments: [
    (["--epochs", "150"], "the last stage near epoch 188"), (["--eta", "1"], "no mode is half learned before"),
    (["--hidden", "30,30", "--gamma", "1e-12"], "larger initial weights (--gamma; the waiting time grows with 1/γ)"),
    (["--hidden", "2"], "Try --hidden 8"), (["--hidden", "30,30", "--epochs", "3"], "more epochs (--epochs)"),
    (["--eta", "300"], "above the largest stable one"),
  ])
  func warnsBeforeTheRun(options: [String], text: String) async throws {
    let folder = try TemporaryFolder()
    let run = ["--plugin", "tree", "--plugin", "loss", "--format", "none", "-o", folder.path] + options
    let answer = try await BuiltProgram.run(run)
    #expect(answer.code == 0 && answer.foldedErrors.contains(text), "\(answer.errors)")
  }

  /// The tutorial's run and every dataset's recommended run are long enough.
  @Test func nothingToWarnOfByDefault() async throws {
    let answer = try await BuiltProgram.run("predict", "--plugin", "all")
    #expect(answer.code == 0 && answer.errors.isEmpty, "\(answer.errors)")
    #expect(answer.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func theoryCanBeLeftOut() async throws {
    let folder = try TemporaryFolder()
    let options = [
      "--plugin", "tree", "--plugin", "shark-bones", "--set", "features=100", "--eta", "1", "--format", "none", "-o",
      folder.path,
    ]
    #expect(try await BuiltProgram.run(options).output.contains("theory differs by at most"))
    #expect(try folder.text("tree/loss.tsv").hasPrefix("epoch\tloss\ttheory\n"))
    let without = try await BuiltProgram.run(options + ["--no-theory"])
    #expect(without.code == 0 && !without.output.contains("theory"))
    for script in folder.files() where script.hasSuffix(".gp") {
      #expect(try !folder.text(script).contains("theory"), "\(script)")
    }
    #expect(try folder.text("tree/loss.tsv").hasPrefix("epoch\tloss\n"))
    // The record keeps it, and the option overrides the record.
    let again = try TemporaryFolder()
    _ = try await BuiltProgram.run("run", "--from", folder.path, "--format", "none", "-o", again.path)
    #expect(try again.text("tree/loss.tsv").hasPrefix("epoch\tloss\n"))
    _ = try await BuiltProgram.run("run", "--from", folder.path, "--theory", "--format", "none", "-o", again.path)
    #expect(try again.text("tree/loss.tsv").hasPrefix("epoch\tloss\ttheory\n"))
  }
}
