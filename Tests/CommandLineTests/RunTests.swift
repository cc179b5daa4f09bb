import Foundation
import TestSupport
import Testing

/// The built program, as a user runs it.
@Suite struct RunTests {
  @Test func illusionsOfEveryDataset() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run("--plugin", "illusion", "--output", folder.path("out"))
    #expect(answer.code == 0 && answer.errors.isEmpty)
    #expect(
      answer.foldedOutput.contains(
        "Shark has_bones: target −1; on the wrong side from epoch 115 to 171, worst +0.52 at epoch 125;"))
    #expect(answer.foldedOutput.contains("converged at epoch 193"))
    #expect(
      answer.foldedOutput.contains(
        "Parrot cannot_speak: target −1; on the wrong side from epoch 88 to 144, worst +0.76 at epoch 100;"))
    for dataset in ["shark-bones", "parrot-speak", "bones-before-shark"] {
      for file in ["illusion.gp", "illusion.tsv", "illusion.svg", "trajectory.tsv"] {
        #expect(folder.has("out/\(dataset)/\(file)"))
      }
    }
    let trajectory = try folder.text("out/shark-bones/trajectory.tsv").split(separator: "\n")
    #expect(trajectory.count == 252)
    #expect(trajectory[0] == "epoch\tloss\tprobe\tmode_1\tmode_2\tmode_3\tmode_4\tmode_5\tmode_6\tmode_7\tmode_8")
    #expect(trajectory[251].hasPrefix("250\t"))
  }

  @Test func recordIsWhatJSONPrints() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run(
      "--plugin", "tree", "--plugin", "modes", "--json", "--format", "none", "--set", "features=100", "--epochs", "20",
      "--output", folder.path("out"))
    #expect(answer.code == 0)
    #expect(answer.output == (try folder.text("out/run.json")))
    let record = try #require(JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    let versions = try #require(record["versions"] as? [String: Any])
    #expect(versions["gsl"] is String && versions["gnuplot"] is String && versions["swift"] is String)
    let dataset = try #require((record["datasets"] as? [[String: Any]])?.first)
    #expect(dataset["features"] as? Int == 100)
    let training = try #require((dataset["trainings"] as? [[String: Any]])?.first?["plan"] as? [String: Any])
    #expect(
      training["epochs"] as? Int == 20 && training["seed"] as? Int == 2021 && training["learningRate"] as? Double == 100
    )
    let files = try #require(record["files"] as? [String])
    #expect((files + ["run.json"]).sorted() == folder.files().map { String($0.dropFirst(4)) })
  }

  @Test func secondRunReplacesTheFirstAndNothingElse() async throws {
    let folder = try TemporaryFolder()
    func run(_ plugin: String) async throws -> Int {
      try await BuiltProgram.run(
        "--plugin", "tree", "--plugin", plugin, "--set", "features=100", "--epochs", "20", "--output",
        folder.path("out")
      )
      .code
    }
    #expect(try await run("modes") == 0)
    let rendering = try await BuiltProgram.run("render", folder.path("out"), "--format", "png")
    #expect(rendering.code == 0 && folder.has("out/tree/learning-dynamics.png"))
    try folder.write("mine", to: "out/tree/notes.txt")
    try folder.write("mine", to: "out/tree/own.svg")
    try folder.write("mine", to: "out/other/loss.svg")
    #expect(try await run("loss") == 0)
    #expect(
      folder.files() == [
        "out/other/loss.svg", "out/run.json", "out/tree/loss.gp", "out/tree/loss.svg", "out/tree/loss.tsv",
        "out/tree/notes.txt", "out/tree/own.svg", "out/tree/trajectory.tsv",
      ])
  }

  /// A manipulated record cannot point outside the run's folder.
  @Test func recordCannotDeleteElsewhere() async throws {
    let folder = try TemporaryFolder()
    let arguments = [
      "--plugin", "tree", "--plugin", "loss", "--set", "features=100", "--epochs", "5", "--format", "none", "--output",
      folder.path("out"),
    ]
    #expect(try await BuiltProgram.run(arguments).code == 0)
    try folder.write("precious", to: "precious.tsv")
    try folder.write("precious", to: "out/tree/precious.txt")
    let elsewhere =
      #"["../precious.tsv", "tree/../../precious.tsv", "tree/precious.txt", "/etc/hostname", "tree/old.tsv","#
    let record = try folder.text("out/run.json").replacing(#""files" : ["#, with: #""files" : "# + elsewhere)
    try folder.write(record, to: "out/run.json")
    try folder.write("old", to: "out/tree/old.tsv")
    #expect(try await BuiltProgram.run(arguments).code == 0)
    #expect(folder.has("precious.tsv") && folder.has("out/tree/precious.txt") && !folder.has("out/tree/old.tsv"))
  }

  @Test func sameSeedSameBytes() async throws {
    let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
    for folder in [first, second] {
      let answer = try await BuiltProgram.run(
        "--plugin", "shark-bones", "--set", "features=300", "--eta", "3", "--epochs", "30", "--output",
        folder.path("out"))
      #expect(answer.code == 0)
    }
    #expect(first.files() == second.files() && first.files().count > 30)
    for file in first.files() { #expect(try first.text(file) == second.text(file)) }
  }

  /// Fewer matrices but the same curves; analyses that need matrices say which epochs they show.
  @Test func fewerMatricesAreKept() async throws {
    let folder = try TemporaryFolder()
    func run(_ name: String, _ options: String...) async throws -> BuiltProgram.Answer {
      try await BuiltProgram.run(
        ["--plugin", "shark-bones", "--format", "none", "--epochs", "200", "--output", folder.path(name)] + options)
    }
    let (whole, thinned) = (try await run("whole"), try await run("thinned", "--record-every", "90", "--epoch", "100"))
    #expect(whole.code == 0 && thinned.code == 0)
    for table in ["trajectory.tsv", "loss-and-modes.tsv", "illusion.tsv", "rsa.tsv", "zero-depth-loss.tsv"] {
      #expect(try folder.text("whole/shark-bones/\(table)") == folder.text("thinned/shark-bones/\(table)"))
    }
    let epochs = try folder.text("thinned/shark-bones/regression.tsv").split(separator: "\n").dropFirst().map {
      $0.prefix { $0 != "\t" }
    }
    // The request is kept all the same.
    #expect(epochs == ["0", "90", "100", "180", "200"])
    #expect(folder.has("thinned/shark-bones/rsm-epoch-100.tsv"))
    #expect(try folder.text("thinned/run.json").contains("hidden layer 1 at epoch 100: largest"))
  }

  @Test func enginesAndSamplersAreHeard() async throws {
    let folder = try TemporaryFolder()
    func trajectory(_ name: String, _ option: String, _ value: String) async throws -> String {
      let answer = try await BuiltProgram.run(
        "--plugin", "tree", "--plugin", "loss", "--set", "features=100", "--epochs", "10", "--format", "none", option,
        value, "--output", folder.path(name))
      #expect(answer.code == 0)
      return try folder.text("\(name)/tree/trajectory.tsv")
    }
    let standard = try await trajectory("a", "--seed", "2021")
    #expect(try await trajectory("b", "--sampler", "tutorial") == standard)
    for (name, option, value) in [
      ("c", "--sampler", "gsl"), ("d", "--seed", "0"), ("e", "--gamma", "1e-6"), ("f", "--eta", "50"),
      ("g", "--hidden", "7"), ("h", "--hidden", "none"), ("i", "--hidden", "9,8"), ("j", "--learning-rate", "1"),
    ] {
      #expect(try await trajectory(name, option, value) != standard)
    }
  }
}
