import Foundation
import TestSupport
import Testing

/// `--export`: arrays for other programs are part of a run like its tables.
@Suite struct ExportTests {
  private static let arguments = ["--plugin", "loss", "--format", "none"]

  private func run(_ folder: TemporaryFolder, _ arguments: [String], into name: String = "out") async throws {
    let answer = try await BuiltProgram.run(Self.arguments + arguments + ["-o", name], in: folder.path)
    #expect(answer.code == 0, "\(answer.errors)")
  }

  /// The header of an array and its numbers, read as NumPy reads them.
  private func array(_ file: String) throws -> (header: String, values: [Double]) {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    #expect(bytes.prefix(8) == [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0])
    let start = 10 + Int(bytes[8]) + Int(bytes[9]) << 8
    let values = stride(from: start, to: bytes.count, by: 8).map { place in
      Double(bitPattern: (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[place + $1]) << (8 * UInt64($1)) })
    }
    return (String(decoding: bytes[10..<start], as: UTF8.self), values)
  }

  @Test func theDatasetAsArraysAndTable() async throws {
    let folder = try TemporaryFolder()
    try folder.write("item,\"a,b\",\"say \"\"x\"\"\",\"c;d\"\nRobin,0.5,2,-1e-7\n\" Dog\",0,1,3\n", to: "odd.csv")
    try await run(folder, ["--dataset", "odd.csv", "--export", "data"])
    let inputs = try array(folder.path("out/odd/arrays/inputs.npy"))
    let targets = try array(folder.path("out/odd/arrays/targets.npy"))
    #expect(inputs.header.contains("'descr': '<f8', 'fortran_order': False, 'shape': (2, 2)"))
    #expect(inputs.values == [1, 0, 0, 1])
    #expect(targets.header.contains("'shape': (2, 3)") && targets.values == [0.5, 2, -1e-7, 0, 1, 3])
    // The table is the dataset again.
    let table = try folder.text("out/odd/arrays/targets.csv")
    #expect(table.hasPrefix(",\"a,b\",\"say \"\"x\"\"\",\"c;d\"\nRobin,0.5,2,-1e-07\n"))
    try await run(folder, ["--dataset", "out/odd/arrays/targets.csv", "--export", "data"], into: "again")
    #expect(try folder.text("again/targets/arrays/targets.csv") == table)
    #expect(try array(folder.path("again/targets/arrays/targets.npy")).values == targets.values)
  }

  @Test func inputsThatAreNotLabels() async throws {
    let folder = try TemporaryFolder()
    try await run(folder, ["--plugin", "noisy-linear", "--export", "data", "--epochs", "3"])
    #expect(try array(folder.path("out/noisy-linear/arrays/inputs.npy")).header.contains("'shape': (37, 3)"))
    #expect(try array(folder.path("out/noisy-linear/arrays/targets.npy")).header.contains("'shape': (37, 3)"))
  }

  /// The training as arrays: the numbers of its table, the similarities at all kept epochs and for each layer.
  @Test func recordingAsArrays() async throws {
    let folder = try TemporaryFolder()
    let options = ["--plugin", "named-features", "--epochs", "20", "--hidden", "9,8", "--record-every", "5"]
    try await run(folder, options + ["--export", "recording"])
    func values(_ name: String) throws -> (header: String, values: [Double]) {
      try array(folder.path("out/named-features/arrays/\(name).npy"))
    }
    let lines = try folder.text("out/named-features/trajectory.tsv").split(separator: "\n").dropFirst()
    let rows = lines.map { $0.split(separator: "\t").compactMap { Double($0) } }
    #expect(try values("losses").values == rows.map { $0[1] } && rows.count == 21)
    #expect(try values("predictions").values == rows.map { $0[2] })
    let modes = rows[0].count - 3
    #expect(try values("singular-values").values == rows.flatMap { $0.dropFirst(3) })
    #expect(try values("singular-values").header.contains("'shape': (21, \(modes))"))
    #expect(try values("mode-strengths").header.contains("'shape': (21, \(modes))"))
    #expect(try values("epochs").values == [0, 5, 10, 15, 20])
    for layer in 1...2 { #expect(try values("similarities-\(layer)").header.contains("'shape': (5, 8, 8)")) }
    // Without a hidden layer there are no similarities.
    try await run(
      folder, ["--plugin", "named-features", "--epochs", "3", "--hidden", "none", "--export", "recording"], into: "flat"
    )
    #expect(try array(folder.path("flat/named-features/arrays/losses.npy")).values.count == 4)
    #expect(!folder.has("flat/named-features/arrays/similarities-1.npy"))
  }

  /// Exports are listed, verified, replaced and repeated like all files of a run; other files belong to the user.
  @Test func belongsToTheRun() async throws {
    let folder = try TemporaryFolder()
    let options = ["--plugin", "named-features", "--epochs", "20"]
    try await run(folder, options + ["--export", "data"])
    let record = try folder.text("out/run.json")
    for file in ["inputs.npy", "targets.npy", "targets.csv"] {
      #expect(record.contains("\"named-features/arrays/\(file)\""))
    }
    #expect(record.contains("\"exports\" : ["))
    var verified = try await BuiltProgram.run("verify", "out", in: folder.path)
    #expect(verified.code == 0 && !verified.foldedOutput.contains("not compared: "), "\(verified.output)")
    try folder.write("mine", to: "out/named-features/arrays/notes.md")
    verified = try await BuiltProgram.run("verify", "out", in: folder.path)
    #expect(
      verified.code == 0 && verified.foldedOutput.contains("named-features/arrays/notes.md"), "\(verified.output)")
    try folder.write("0", to: "out/named-features/arrays/targets.npy")
    verified = try await BuiltProgram.run("verify", "out", in: folder.path)
    #expect(verified.code == 1 && verified.output.contains("named-features/arrays/targets.npy"), "\(verified.output)")
    let repeated = try await BuiltProgram.run("--from", "out", "-o", "again", in: folder.path)
    #expect(repeated.code == 0 && folder.has("again/named-features/arrays/inputs.npy"))
    // A run without exports removes them, and keeps files that are not the program's.
    try await run(folder, options)
    #expect(
      folder.files().filter { $0.hasPrefix("out/named-features/arrays/") } == ["out/named-features/arrays/notes.md"])
    let clean = try folder.text("out/run.json")
    #expect(!clean.contains("exports") && !clean.contains("arrays"))
  }

  /// The user's files are not replaced, and nothing is written through a link.
  @Test func foreignFilesStay() async throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "out/tree/arrays/inputs.npy")
    let arguments = Self.arguments + ["--plugin", "tree", "--export", "data", "--epochs", "3", "-o", "out"]
    let refused = try await BuiltProgram.run(arguments, in: folder.path)
    #expect(
      refused.code == 73 && refused.foldedErrors.contains("tree/arrays/inputs.npy would be overwritten"),
      "\(refused.errors)")
    #expect(try folder.text("out/tree/arrays/inputs.npy") == "mine")
    try FileManager.default.removeItem(atPath: folder.path("out/tree/arrays"))
    try folder.write("", to: "elsewhere/kept")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("out/tree/arrays"), withDestinationPath: folder.path("elsewhere"))
    let linked = try await BuiltProgram.run(arguments, in: folder.path)
    #expect(linked.code == 73 && linked.foldedErrors.contains("it is a link"), "\(linked.errors)")
    #expect(folder.files().filter { $0.hasPrefix("elsewhere/") } == ["elsewhere/kept"])
  }

  @Test func unknownNamesAreRefused() async throws {
    let answer = try await BuiltProgram.run("--plugin", "tree", "--export", "wieghts")
    #expect(
      answer.code == 64
        && answer.foldedErrors.contains("'wieghts' is not a valid value for '--export': it takes data or recording"))
  }
}

/// A run into the folder of another run says what it replaces.
@Suite struct ReplacedRunTests {
  @Test func isNamedWithTheCommandThatMakesIt() async throws {
    let folder = try TemporaryFolder()
    let run = ["--plugin", "named-features", "--plugin", "loss", "--format", "none"]
    let first = try await BuiltProgram.run(run + ["--eta", "1.5"], in: folder.path)
    #expect(first.code == 0 && first.errors == "")
    let second = try await BuiltProgram.run(run, in: folder.path)
    #expect(
      second.errors
        == """
        Replaced the earlier run in plots/latest. To make that one again:
          dlnn-sim --plugin named-features --plugin loss --eta 1.5 --format none
        To keep both, give each its own folder with --output.

        """)
    let third = try await BuiltProgram.run(run, in: folder.path)
    #expect(third.errors == "Replaced the same run in plots/latest.\n")
    let quiet = try await BuiltProgram.run(run + ["-q"], in: folder.path)
    #expect(quiet.code == 0 && quiet.errors == "")
  }
}
