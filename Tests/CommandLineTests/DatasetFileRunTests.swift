import Foundation
import TestSupport
import Testing

/// Datasets from files on the command line: run, recorded, repeated, described.
@Suite struct DatasetFileRunTests {
  private static let birds = """
    summary: Birds can fly, but the penguin cannot
    tree:
      birds: [Robin, Canary, Eagle, Penguin]
      fish: [Goldfish, Tuna, Salmon, Trout]
    features: 500
    feature: can_fly
    holds-for: [Robin, Canary, Eagle]
    probe: Penguin
    """

  @Test func narrowsTheDatasetsAsAPluginDoes() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.birds, to: "my-birds.yaml")
    let answer = try await BuiltProgram.run(
      "--dataset", "my-birds.yaml", "--plugin", "illusion", "--format", "none", "-o", "out", in: folder.path)
    #expect(answer.code == 0 && answer.errors == "")
    #expect(answer.foldedOutput.contains("my-birds: 8 items × 501 features"))
    #expect(answer.foldedOutput.contains("Penguin can_fly: target −1; on the wrong side from epoch"))
    #expect(
      folder.files().filter { $0.hasPrefix("out/") && $0.hasSuffix(".gp") } == [
        "out/my-birds/illusion-modes.gp", "out/my-birds/illusion.gp",
      ])
  }

  /// The record holds the file and its table: the run is repeated, verified and changed without them.
  @Test func isRepeatedWithoutTheFile() async throws {
    let folder = try TemporaryFolder()
    try folder.write("summary: Three\ntable-file: three.csv\nprobe: b:g\n", to: "elsewhere/three.yaml")
    try folder.write("item,f,g\na,1,0\nb,0,1\nc,1,1\n", to: "elsewhere/three.csv")
    let run = try await BuiltProgram.run(
      "--dataset", "elsewhere/three.yaml", "--format", "none", "-o", "out", in: folder.path)
    #expect(run.code == 0)
    try FileManager.default.removeItem(atPath: folder.path("elsewhere"))
    let verified = try await BuiltProgram.run("verify", "out", in: folder.path)
    #expect(verified.code == 0 && verified.output.contains("all identical byte for byte"))
    let changed = try await BuiltProgram.run(
      "--from", "out", "--seed", "5", "--plugin", "loss", "--format", "none", "-o", "again", in: folder.path)
    #expect(changed.code == 0 && changed.output.contains("three: 3 items × 2 features"))
  }

  /// Another dataset replaces the recorded run's dataset file and its probe.
  @Test func anotherDatasetReplacesARecordedFile() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.birds, to: "my-birds.yaml")
    let run = try await BuiltProgram.run(
      "--dataset", "my-birds.yaml", "--plugin", "loss", "--probe", "Eagle:can_fly", "--format", "none", "-o", "out",
      in: folder.path)
    #expect(run.code == 0)
    let other = try await BuiltProgram.run(
      "--from", "out", "--plugin", "bones-before-shark", "--plugin", "loss", "--format", "none", "-o", "other",
      in: folder.path)
    #expect(other.code == 0 && other.output.contains("bones-before-shark:") && !other.output.contains("my-birds:"))
    let compared = try await BuiltProgram.run("compare", "out", "other", "--format", "none", in: folder.path)
    #expect(compared.code == 0 && compared.output.contains("my-birds and bones-before-shark"))
  }

  /// Records may come from strangers.
  @Test(arguments: [
    ("\"datasetFiles\" : [ ],", 0, nil),
    (
      "\"datasetFiles\" : [ { \"name\": \"x\\nError: gone.yaml\", \"text\": \"\", \"tables\": {} } ],", 65,
      "has an invalid value"
    ),
    ("\"datasetFiles\" : [ { \"name\": \"x.yaml\", \"text\": \"sumary: s\", \"tables\": {} } ],", 65, "x.yaml, line 1"),
    ("\"probe\" : \"Nobody:nothing\",", 65, "run.json cannot be repeated here"),
    ("\"probe\" : \"Nobody\",", 65, "not the record of a run"),
  ])
  func readsRecordsWithCare(addition: String, code: Int, reason: String?) async throws {
    let folder = try TemporaryFolder()
    let run = try await BuiltProgram.run(
      "--plugin", "named-features", "--plugin", "loss", "--format", "none", "-o", "out", in: folder.path)
    #expect(run.code == 0)
    let record = try folder.text("out/run.json").replacingOccurrences(
      of: "\"request\" : {", with: "\"request\" : { \(addition)")
    try folder.write(record, to: "out/run.json")
    let again = try await BuiltProgram.run("--from", "out", "--format", "none", "-o", "again", in: folder.path)
    #expect(again.code == code && reason.map(again.foldedErrors.contains) != false, "\(again.foldedErrors)")
    #expect(!again.errors.contains("\nError: gone"))
  }

  @Test func takesThePlaceOfABuiltInDatasetAndSaysSo() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.birds, to: "tree.yaml")
    let answer = try await BuiltProgram.run(
      "--dataset", "tree.yaml", "--plugin", "loss", "--format", "none", "-o", "out", in: folder.path)
    #expect(answer.code == 0 && answer.errors.contains("tree.yaml replaces the built-in dataset 'tree' in this run."))
    #expect(answer.output.contains("tree: 8 items × 501 features"))
  }

  @Test func describesAndChecksAFile() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.birds, to: "my-birds.yaml")
    let answer = try await BuiltProgram.run("describe", "my-birds.yaml", in: folder.path)
    #expect(answer.code == 0 && answer.foldedOutput.contains("Birds can fly, but the penguin cannot."))
    #expect(answer.output.contains("(default: 500)") && answer.output.contains("--dataset my-birds.yaml"))
    try folder.write("summary: x\ntre: [a]\n", to: "bad.yaml")
    let bad = try await BuiltProgram.run("describe", "bad.yaml", in: folder.path)
    #expect(bad.code == 65 && bad.foldedErrors.contains("bad.yaml, line 2: Unknown key 'tre'"))
  }

  @Test(arguments: [
    (["--dataset", "nosuch.yaml"], "nosuch.yaml: File not found."),
    (["--dataset", "tree"], "To use a built-in dataset, name it as a plugin (--plugin)."),
    (["--dataset", "."], "is a folder"), (["--dataset", "/dev/zero"], "not a regular file"),
    (["--dataset", "binary.yaml"], "UTF-8"), (["--dataset", "large.yaml"], "larger than 256 kB"),
    (["--dataset", "pipe.yaml"], "not a regular file"),
    (["--dataset", "climbs.yaml"], "is not the name of a file in the folder of this file"),
    (["--dataset", "linked.yaml"], "not a regular file"),
    (["--dataset", "lost.yaml"], "lost.yaml, line 2: Table 'lost.csv' not found"),
    (["--dataset", "illusion.yaml"], "an analysis called 'illusion'"),
    (["--dataset", "good.yaml", "--dataset", "./good.yaml"], "given twice"),
  ])
  func refusesFilesThatAreNone(arguments: [String], reason: String) async throws {
    let folder = try TemporaryFolder()
    for name in ["good", "illusion"] { try folder.write(Self.birds, to: "\(name).yaml") }
    try Data([0xFF, 0xFE, 0x00, 0x80]).write(to: folder.url.appendingPathComponent("binary.yaml"))
    try folder.write(String(repeating: "#", count: 300_000), to: "large.yaml")
    try folder.write("summary: s\ntable-file: ../secret.csv\n", to: "climbs.yaml")
    try folder.write("summary: s\ntable-file: link.csv\n", to: "linked.yaml")
    try folder.write("summary: s\ntable-file: lost.csv\n", to: "lost.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.csv"), withDestinationPath: "/etc/passwd")
    #expect(mkfifo(folder.path("pipe.yaml"), 0o600) == 0)
    let answer = try await BuiltProgram.run(arguments + ["--format", "none", "-o", "out"], in: folder.path)
    #expect(answer.code == 65 && answer.foldedErrors.contains(reason), "\(answer.foldedErrors)")
    #expect(answer.output == "" && !folder.has("out"))
  }

  /// If --plugin and --dataset are mixed up, the message names the right option.
  @Test func filesAreNoPlugins() async throws {
    let answer = try await BuiltProgram.run("--plugin", "my-birds.yaml")
    #expect(answer.code == 64 && answer.foldedErrors.contains("Use the file as a dataset (--dataset)."))
  }
}

/// Choosing the probe with --probe.
@Suite struct ProbeTests {
  @Test func followsACellOfADatasetWithoutAProbe() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run(
      "--plugin", "tree", "--plugin", "illusion", "--probe", "Robin:feature-3", "--set", "features=200", "--eta", "2",
      "--format", "none", "-o", folder.path)
    #expect(answer.code == 0 && answer.output.contains("Robin feature-3: target"))
    #expect(try folder.text("run.json").contains("\"probe\" : \"Robin:feature-3\""))
    let verified = try await BuiltProgram.run("verify", folder.path)
    #expect(verified.code == 0)
  }

  /// Datasets that were not named and do not have the probe are left out, with one message.
  @Test func leavesOutDatasetsWithoutTheCell() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run(
      "--plugin", "illusion", "--probe", "Robin:has_bones", "--format", "none", "-o", folder.path)
    #expect(answer.code == 0 && answer.foldedErrors.hasPrefix("Warning: Left out, because they do not have the probe"))
    #expect(answer.output.contains("shark-bones:") && !answer.output.contains("parrot-speak:"))
  }

  @Test(arguments: [
    ("Robbin:feature-3", 65, "Unknown item 'Robbin'. Did you mean 'Robin'? The items are Goldfish, Tuna"),
    ("Robin:feature-0", 65, "feature-1 to feature-10000"),
    ("Robin", 64, "ITEM:FEATURE"), (String(repeating: ":", count: 3000), 64, "ITEM:FEATURE"), (":", 64, "ITEM:FEATURE"),
    ("", 64, "ITEM:FEATURE"),
  ])
  func refusesCellsThatAreNone(cell: String, code: Int, reason: String) async throws {
    let answer = try await BuiltProgram.run("--plugin", "tree", "--probe", cell)
    #expect(answer.code == code && answer.foldedErrors.contains(reason), "\(answer.foldedErrors)")
  }
}
