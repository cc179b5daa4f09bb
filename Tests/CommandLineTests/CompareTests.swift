import Foundation
import TestSupport
import Testing

@Suite struct CompareTests {
  /// The part of `compare.json` that is read here.
  private struct Record: Decodable {
    struct Pair: Decodable {
      let first: String
      let quantities: [Quantity]
    }
    struct Quantity: Decodable {
      let name: String
      let difference: Double
    }
    let pairs: [Pair]
  }

  /// A copy of the runs with which all tests here begin.
  private func runs() async throws -> TemporaryFolder {
    let (folder, made) = (try TemporaryFolder(), try await Self.made.value)
    for name in try FileManager.default.contentsOfDirectory(atPath: made.path) {
      try FileManager.default.copyItem(atPath: made.path(name), toPath: folder.path(name))
    }
    return folder
  }

  /// Two short runs that differ in η and length, and two more.
  private static let made = Task {
    let folder = try TemporaryFolder.shared()
    let small = ["--set", "features=200", "--format", "none", "--quiet", "--output"]
    for (name, options) in [
      ("slow", ["--plugin", "tree", "--plugin", "shark-bones", "--eta", "2", "--epochs", "60", "--gamma", "1e-3"]),
      ("fast", ["--plugin", "tree", "--plugin", "shark-bones", "--eta", "4", "--epochs", "90", "--gamma", "0.1"]),
      ("deep", ["--plugin", "parrot-speak", "--plugin", "loss", "--eta", "2", "--epochs", "30", "--hidden", "9,9"]),
      ("tree", ["--plugin", "tree", "--plugin", "loss", "--eta", "2", "--epochs", "60", "--gamma", "1e-3"]),
      ("rate", ["--plugin", "tree", "--plugin", "loss", "--eta", "3", "--epochs", "60", "--gamma", "1e-3"]),
    ] {
      let answer = try await BuiltProgram.run(options + small + [folder.path(name)])
      #expect(answer.code == 0, "\(answer.errors)")
    }
    return folder
  }

  private func compare(_ folder: TemporaryFolder, _ first: String, _ second: String, _ options: String...) async throws
    -> BuiltProgram.Answer
  {
    try await BuiltProgram.run(
      ["compare", first, second, "--output", folder.path("out")] + options, in: folder.path)
  }

  /// The grey modes of each run are one plot element, drawn from a table without those that stay 0.
  @Test func manyModesAreDrawnTogether() async throws {
    let folder = try TemporaryFolder()
    let settings = ["clusters=5", "members=4", "features=100"].flatMap { ["--set", $0] }
    for (name, width) in [("narrow", "8"), ("wide", "20")] {
      let answer = try await BuiltProgram.run(
        ["--plugin", "clusters", "--plugin", "loss", "--epochs", "600", "--hidden", width, "--format", "none"]
          + settings + ["--output", folder.path(name)], in: folder.path)
      #expect(answer.code == 0, "\(answer.errors)")
    }
    let answer = try await compare(folder, "narrow", "wide", "--format", "none")
    #expect(answer.code == 0, "\(answer.errors)")
    let script = try folder.text("out/clusters/learning-dynamics.gp")
    // The loss and six modes of each run from one table, and two tables for the others.
    #expect(script.split(separator: "$learning_dynamics using ").count == 1 + 2 * 7)
    func modes(_ table: String) throws -> Set<Substring> {
      let rows = try folder.text("out/clusters/learning-dynamics-others-\(table).tsv").split(separator: "\n")
        .dropFirst()
      return Set(rows.map { $0.prefix { $0 != "\t" } })
    }
    #expect(try modes("first") == ["7", "8"])
    #expect(try modes("second") == Set((7...20).map { "\($0)" }))
    #expect(script.contains("title 'modes 7–20'"))
  }

  @Test func parametersAndDifferences() async throws {
    let folder = try await runs()
    let answer = try await compare(folder, "slow", "fast/run.json")
    #expect(answer.code == 0 && answer.errors.isEmpty)
    #expect(answer.foldedOutput.contains("eta 2 and 4") && answer.foldedOutput.contains("gamma 0.001 and 0.1"))
    #expect(!answer.output.contains("seed"))
    #expect(answer.output.contains("largest differences, epochs 0 to 60:"))
    let lines = answer.output.split(separator: "\n")
    // Paths may be longer.
    #expect(lines.dropLast(2).allSatisfy { $0.count <= 80 })
    #expect(try #require(lines.last).hasPrefix("Open first: \(folder.path("out"))/"))
    #expect(try #require(lines.last).hasSuffix("/learning-dynamics.svg"))
    for file in ["learning-dynamics.svg", "learning-dynamics.gp", "learning-dynamics.tsv"] {
      #expect(folder.has("out/tree/\(file)") && folder.has("out/shark-bones/\(file)"))
    }
    // Both follow the same prediction, which has its own figure; the legend names the settings that differ.
    let script = try folder.text("out/tree/learning-dynamics.gp")
    #expect(folder.has("out/tree/prediction.svg") && folder.has("out/tree/prediction.tsv"))
    #expect(script.contains("title 'slow'") && script.split(separator: " title '").count <= 13)
    // The table contains both runs; the shorter one has no numbers at its end.
    let table = try folder.text("out/tree/learning-dynamics.tsv").split(separator: "\n")
    #expect(table.count == 92 && table[0].hasPrefix("epoch\tloss_first\tmode_1_first"))
    #expect(table[91].contains("NaN") && !table[61].contains("NaN"))
    // The largest difference is the one in the tables.
    let column = { (run: String) in
      try folder.text("\(run)/tree/trajectory.tsv").split(separator: "\n").dropFirst().prefix(61).map {
        Double($0.split(separator: "\t")[1]) ?? .nan
      }
    }
    let largest = try zip(column("slow"), column("fast")).map { abs($0 - $1) }.max() ?? 0
    let record = try JSONDecoder().decode(Record.self, from: Data(folder.text("out/compare.json").utf8))
    let loss = record.pairs.first { $0.first == "tree" }?.quantities.first { $0.name == "loss" }
    #expect(loss?.difference == largest && largest > 0.1)
  }

  @Test func runsThatAreTheSame() async throws {
    let folder = try await runs()
    let answer = try await compare(folder, "tree", "slow", "--format", "none")
    #expect(answer.code == 0 && answer.foldedOutput.contains("tree: tree and slow the same settings"))
    #expect(answer.foldedOutput.contains("loss none") && answer.foldedOutput.contains("mode 8 none"))
    #expect(answer.output.contains("Only in one of the runs: shark-bones."))
  }

  /// Runs are named by the settings that differ, if these are few.
  @Test func runsAreNamedByWhatDiffers() async throws {
    let folder = try await runs()
    #expect(try await compare(folder, "tree", "rate", "--for", "slides").code == 0)
    for figure in ["learning-dynamics", "prediction"] {
      let script = try folder.text("out/tree/\(figure).gp")
      #expect(script.contains("title 'eta 2'") && script.contains("title 'eta 3'") && script.contains("seed 2021"))
      #expect(try folder.text("out/tree/\(figure).svg").contains("width=\"1280\""))
    }
  }

  /// Different datasets can be compared if each run has only one; a later comparison replaces the earlier one.
  @Test func oneDatasetEach() async throws {
    let folder = try await runs()
    #expect(try await compare(folder, "slow", "fast").code == 0)
    try folder.write("mine", to: "out/tree/notes.txt")
    let answer = try await compare(folder, "deep", "tree", "--json")
    #expect(answer.code == 0 && answer.output.contains(#""second" : "9,9""#) == false)
    #expect(answer.output.contains(#""first" : "9,9""#) && answer.output.contains(#""second" : "30""#))
    #expect(answer.output.contains("probe: Parrot cannot_speak in one run, Goldfish feature-200 in the other"))
    #expect(folder.has("out/parrot-speak-and-tree/learning-dynamics.svg"))
    #expect(
      !folder.has("out/shark-bones") && folder.has("out/tree/notes.txt") && !folder.has("out/tree/learning-dynamics.gp")
    )
  }

  @Test func whatCannotBeCompared() async throws {
    let folder = try await runs()
    let other = try await compare(folder, "deep", "slow")
    #expect(
      other.code == 65 && other.foldedErrors.contains("have no dataset in common: parrot-speak; tree, shark-bones"))
    #expect(try await compare(folder, "slow", "nowhere").code == 65)
    #expect(try await compare(folder, "slow", "fast", "--format", "gif").code == 64)
    let onto = try await BuiltProgram.run(["compare", "slow", "fast", "--output", "tree"], in: folder.path)
    #expect(onto.code == 73 && onto.foldedErrors.contains("The run in tree would be overwritten"))
    try folder.write("epoch\tloss\n0\t1\n1\tmany\n", to: "slow/tree/trajectory.tsv")
    let damaged = try await compare(folder, "slow", "fast")
    #expect(damaged.code == 65 && damaged.foldedErrors.contains("in line 3, a cell is not a number"))
    try folder.write("mine", to: "own/compare.json")
    let foreign = try await BuiltProgram.run(["compare", "tree", "fast", "--output", "own"], in: folder.path)
    #expect(foreign.code == 73)
    #expect(try folder.text("own/compare.json") == "mine")
    #expect(!folder.has("out"))
  }

  /// A hostile or damaged folder must not pass as equal, fill the memory, or control the terminal.
  @Test func damagedRunsAreNotEqualToAnything() async throws {
    let folder = try await runs()
    let trajectory = try folder.text("tree/tree/trajectory.tsv")
    let lines = trajectory.split(separator: "\n")
    // A loss that is not a number differs infinitely from one that is.
    let broken = lines.enumerated().map { index, line in
      index < 3
        ? String(line)
        : (line.split(separator: "\t").prefix(1) + ["NaN"] + line.split(separator: "\t").dropFirst(2))
          .joined(separator: "\t")
    }
    try folder.write(broken.joined(separator: "\n") + "\n", to: "tree/tree/trajectory.tsv")
    let noNumber = try await compare(folder, "tree", "slow", "--format", "none")
    #expect(noNumber.code == 0 && noNumber.foldedOutput.contains("loss inf at epoch 2: nan"))
    for (text, message) in [
      ("epoch\tloss\n", "there are no numbers below the header"),
      ("epoch\tloss\n0\t1\n2\t1\n", "its epochs are not 0, 1, 2"),
      ("epoch\tloss\tloss\n0\t1\t1\n", "two columns have the same name"),
      ("epoch\tprobe\n0\t1\n", "it has no column 'loss'"),
      (
        String(repeating: "\t", count: 2_000_000) + String(repeating: "\n", count: 2_000_000),
        "found 1 cells instead of 2000001"
      ),
    ] {
      try folder.write(text, to: "tree/tree/trajectory.tsv")
      let answer = try await compare(folder, "tree", "slow")
      #expect(answer.code == 65 && answer.foldedErrors.contains(message), "\(answer.errors)")
    }
    try FileManager.default.removeItem(atPath: folder.path("tree/tree/trajectory.tsv"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("tree/tree/trajectory.tsv"), withDestinationPath: "/dev/zero")
    #expect(try await compare(folder, "tree", "slow").code == 65)
    let record = try folder.text("fast/run.json").replacing(
      #""features" : "200""#, with: ##""features" : "\u001b]0;owned\u0007""##)
    try folder.write(record, to: "fast/run.json")
    let quoted = try await compare(folder, "slow", "fast", "--format", "none")
    #expect(quoted.code == 0 && quoted.output.contains("owned") && !quoted.output.contains("\u{1B}"))
  }

  /// Similarities are compared where both runs show them, and the output says where that is.
  @Test func epochsOfSimilaritiesAreNamed() async throws {
    let folder = try TemporaryFolder()
    let epochs = ["first": ["3", "5"], "second": ["5"], "third": ["2"]]
    for (name, shown) in epochs {
      let answer = try await BuiltProgram.run(
        ["--plugin", "tree", "--plugin", "rsa", "--set", "features=50", "--epochs", "5", "--format", "none", "--quiet"]
          + shown.flatMap { ["--epoch", $0] } + ["--output", folder.path(name)])
      #expect(answer.code == 0)
    }
    let some = try await compare(folder, "first", "second", "--output", folder.path("some"))
    #expect(
      some.foldedOutput.contains("not compared: similarity at epochs other than 5, because only one run shows them"))
    let none = try await compare(folder, "second", "third", "--output", folder.path("none"))
    #expect(none.foldedOutput.contains("not compared: similarity: no epoch is shown by both runs"))
    let all = try await compare(folder, "first", "first", "--output", folder.path("all"))
    #expect(all.output.contains("similarity") && !all.output.contains("not compared: similarity"))
  }

  @Test func layersAndNeighboursAreNotMixedUp() async throws {
    let folder = try TemporaryFolder()
    for (name, layer) in [("first", "1"), ("second", "2")] {
      let answer = try await BuiltProgram.run(
        [
          "--plugin", "tree", "--plugin", "rsa", "--set", "features=50", "--hidden", "9,9", "--epochs", "5", "--epoch",
          "5",
          "--set", "layer=\(layer)", "--format", "none", "--quiet", "--output", folder.path(name),
        ])
      #expect(answer.code == 0)
    }
    let answer = try await compare(folder, "first", "second")
    #expect(
      answer.foldedOutput.contains("layer 1 and 2")
        && answer.output.contains("not compared: similarity: different layers"))
    // A run does not overwrite a comparison either.
    let run = try await BuiltProgram.run("--plugin", "tree", "--plugin", "loss", "--output", folder.path("out"))
    #expect(run.code == 73 && run.foldedErrors.contains("out would be overwritten. Choose another folder (--output)."))
  }

  @Test func withoutGnuplotScriptsAndTablesAreThere() async throws {
    let folder = try await runs()
    let answer = try await BuiltProgram.run(
      ["compare", "slow", "fast", "--output", "out"], in: folder.path, path: folder.path)
    #expect(answer.code == 69 && answer.foldedErrors.contains("gnuplot was not found on PATH"))
    #expect(folder.has("out/tree/learning-dynamics.gp") && folder.has("out/compare.json"))
  }
}
