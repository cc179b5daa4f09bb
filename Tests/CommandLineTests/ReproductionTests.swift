import Foundation
import TestSupport
import Testing

/// A run's record is enough to repeat it, and the files are identical byte for byte.
@Suite struct ReproductionTests {
  private static let arguments = [
    "--plugin", "shark-bones", "--plugin", "tree", "--plugin", "named-features", "--plugin", "loss", "--plugin",
    "modes",
    "--plugin", "illusion", "--plugin", "rsa", "--set", "features=300", "--set", "flip=0.2", "--seed", "7", "--eta",
    "3", "--gamma", "1e-9", "--epochs", "40", "--hidden", "12", "--epoch", "20",
  ]

  private func run(_ arguments: [String], into folder: TemporaryFolder, _ name: String) async throws {
    let answer = try await BuiltProgram.run(arguments + ["--quiet", "--output", folder.path(name)])
    #expect(answer.code == 0 && answer.errors.isEmpty, "\(answer.errors)")
  }

  private func expectSame(_ folder: TemporaryFolder, _ first: String, _ second: String) throws {
    let files = { (name: String) in folder.files().filter { $0.hasPrefix(name + "/") }.map { $0.dropFirst(name.count) }
    }
    #expect(files(first) == files(second) && files(first).count > 30)
    for file in files(first) {
      #expect(
        try Data(contentsOf: folder.url.appendingPathComponent(first + file))
          == Data(contentsOf: folder.url.appendingPathComponent(second + file)), "\(file)")
    }
  }

  @Test func recordsRunAgainByteForByteOnAnyNumberOfThreads() async throws {
    let folder = try TemporaryFolder()
    try await run(Self.arguments + ["--jobs", "1"], into: folder, "first")
    try await run(["run", "--from", folder.path("first/run.json"), "--jobs", "7"], into: folder, "second")
    try expectSame(folder, "first", "second")
    // From the folder instead of its record; into the same folder; as PNG.
    try await run(["--from", folder.path("first")], into: folder, "first")
    try expectSame(folder, "first", "second")
    try await run(["--from", folder.path("first"), "--format", "png"], into: folder, "third")
    try await run(["--from", folder.path("third"), "--jobs", "3"], into: folder, "fourth")
    try expectSame(folder, "third", "fourth")
  }

  @Test func optionsBesideARecordWin() async throws {
    let folder = try TemporaryFolder()
    try await run(Self.arguments + ["--format", "none"], into: folder, "first")
    try await run(
      ["--from", folder.path("first"), "--seed", "8", "--plugin", "tree", "--set", "flip=0.1"], into: folder, "second")
    let record = try folder.text("second/run.json")
    #expect(record.contains(#""seed" : 8"#) && record.contains(#""flip" : "0.1""#))
    #expect(record.contains(#""features" : "300""#) && record.contains(#""learningRate" : 3"#))
    #expect(folder.has("second/tree") && !folder.has("second/shark-bones"))
  }

  @Test func verifyNamesWhatDiffers() async throws {
    let folder = try TemporaryFolder()
    try await run(Self.arguments, into: folder, "run")
    let same = try await BuiltProgram.run("verify", folder.path("run"))
    #expect(same.code == 0 && same.foldedOutput.contains("files, all identical byte for byte."))

    let loss = try folder.text("run/tree/loss.tsv")
    let line = try #require(loss.split(separator: "\n").dropFirst(11).first)
    let cells = line.split(separator: "\t").map(String.init)
    let value = try #require(Double(cells[1]))
    let change = { (factor: Double) in
      let changed = ([cells[0], "\(value * factor)"] + cells.dropFirst(2)).joined(separator: "\t")
      try folder.write(loss.replacing(line, with: changed), to: "run/tree/loss.tsv")
    }
    try change(1 + 1e-9)
    let nearly = try await BuiltProgram.run("verify", folder.path("run/run.json"))
    #expect(nearly.code == 1 && nearly.foldedOutput.contains("1 of"))
    #expect(nearly.foldedOutput.contains("tree/loss.tsv: line 12: column 2: was '"))
    let tolerant = try await BuiltProgram.run("verify", folder.path("run"), "--tolerance", "1e-6")
    #expect(tolerant.code == 0 && tolerant.foldedOutput.contains("Images were not compared ("))

    try change(1 + 1e-3)
    try FileManager.default.removeItem(atPath: folder.path("run/tree/loss.svg"))
    let wrong = try await BuiltProgram.run("verify", folder.path("run"))
    #expect(wrong.code == 1 && wrong.foldedOutput.contains("tree/loss.svg: is missing"))
    #expect(try await BuiltProgram.run("verify", folder.path("run"), "--tolerance", "1e-6").code == 1)
    #expect(try await BuiltProgram.run("verify", folder.path("run"), "--tolerance", "-1").code == 64)
    // The verified run is unchanged.
    #expect(try folder.text("run/tree/loss.tsv") != loss && !folder.has("run/tree/loss.svg"))
  }

  /// A PDF contains its creation date, which must be ignored.
  @Test func verifyForgivesTheDateOfAPDF() async throws {
    let folder = try TemporaryFolder()
    try await run(
      ["--plugin", "tree", "--plugin", "loss", "--set", "features=50", "--epochs", "5", "--format", "pdf"],
      into: folder,
      "run")
    // As if it had been made ten years ago.
    let file = folder.url.appendingPathComponent("run/tree/loss.pdf")
    var bytes = try Data(contentsOf: file)
    let mark = try #require(bytes.range(of: Data("/CreationDate (D:20".utf8)))
    bytes[mark.upperBound] = bytes[mark.upperBound] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
    try bytes.write(to: file)
    #expect(try await BuiltProgram.run("verify", folder.path("run")).code == 0)
  }

  /// Records that cannot be repeated, and their messages.
  private static let damages: [(old: String, new: String, message: String)] = [
    (#""recordFormat" : 2"#, #""recordFormat" : 3"#, "it was written by a later version of the program, "),
    (#""name" : "dlnn-sim""#, #""name" : "other""#, "it was written by another program"),
    (#""seed" : 7"#, #""seed" : -7"#, "it holds an invalid number"),
    (#""seed" : 7"#, #""seed" : "seven""#, "'request.training.seed' has the wrong type"),
    (#""engine" : "reduced","#, "", "'request.training.engine' is missing"),
    (#""learningRate" : 3"#, #""learningRate" : -3"#, "'-3' is not a valid value for '--eta'"),
    (#""flip" : "0.2""#, #""flop" : "0.2""#, "has a setting 'flop'. Did you mean 'flip'?"),
    (#""flip" : "0.2""#, #""flip" : "2""#, "'2' is not a valid value for 'flip'"),
    (#""shark-bones""#, #""shark-fins""#, "Unknown plugin 'shark-fins'."),
    (#""format" : "svg""#, #""format" : "gif""#, "'request.format' has an invalid value"),
    ("{", "", "it is incomplete or not JSON"),
  ]

  @Test func recordsThatCannotBeRunAgain() async throws {
    let folder = try TemporaryFolder()
    try await run(Self.arguments + ["--plugin", "loss"], into: folder, "run")
    let whole = try folder.text("run/run.json")
    let request = try #require(whole.range(of: #""request""#))
    var broken = Self.damages.map { damage in
      // If the text also occurs in results, change only the request.
      let place =
        whole.range(of: damage.old, range: request.lowerBound..<whole.endIndex) ?? whole.range(of: damage.old)
      return (place.map { whole.replacingCharacters(in: $0, with: damage.new) } ?? whole, damage.message)
    }
    broken[10].0 = String(whole.dropFirst())
    broken.append((String(whole.prefix(whole.count / 2)), "it is incomplete or not JSON"))
    broken.append(("", "it is incomplete or not JSON"))
    broken.append((String(repeating: "[", count: 100_000), "it is incomplete or not JSON"))
    for (record, message) in broken {
      #expect((record == whole) == false, "\(message)")
      try folder.write(record, to: "run/run.json")
      let before = try folder.files().map { ($0, try folder.text($0)) }
      for arguments in [
        ["verify", folder.path("run")], ["--from", folder.path("run"), "--output", folder.path("new")],
        ["--from", folder.path("run"), "--output", folder.path("run")],
      ] {
        let answer = try await BuiltProgram.run(arguments)
        #expect(answer.code == 65 && answer.foldedErrors.contains(message), "\(message): \(answer.errors)")
        #expect(answer.output.isEmpty)
      }
      #expect(try before.allSatisfy { try folder.text($0.0) == $0.1 } && folder.files() == before.map(\.0))
    }
  }

  @Test func withoutGnuplotTheNumbersAreCompared() async throws {
    let folder = try TemporaryFolder()
    try await run(
      ["--plugin", "tree", "--plugin", "loss", "--set", "features=50", "--epochs", "5"], into: folder, "run")
    let answer = try await BuiltProgram.run(["verify", folder.path("run")], path: folder.path)
    #expect(answer.code == 69 && answer.foldedOutput.contains("4 files, all identical byte for byte."))
    #expect(
      answer.foldedErrors.contains("gnuplot was not found")
        && answer.foldedOutput.contains("Images were not compared (1)."))
  }

  /// Trainings that keep every processor busy do not make gnuplot seem slow.
  @Test func busyProcessorsAreNoReasonToGiveUp() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run(
      [
        "--plugin", "tree", "--plugin", "shark-bones", "--plugin", "loss", "--set", "features=1000", "--eta", "1",
        "--epochs", "8000", "--drawing-time", "10", "--jobs", "8", "--quiet", "--output", folder.path("run"),
      ])
    #expect(answer.code == 0 && folder.has("run/tree/loss.svg"), "\(answer.errors)")
  }

  /// Choosing other plugins leaves recorded settings behind that these do not have.
  @Test func otherPluginsOfARecord() async throws {
    let folder = try TemporaryFolder()
    try await run(Self.arguments + ["--format", "none"], into: folder, "first")
    try await run(["--from", folder.path("first"), "--plugin", "named-features"], into: folder, "second")
    #expect(folder.has("second/named-features"))
    #expect(try !folder.text("second/run.json").contains("flip"))
    // Settings given by the user are not dropped.
    let wrong = try await BuiltProgram.run(
      "--from", folder.path("first"), "--plugin", "named-features", "--set", "flip=0.3", "--output",
      folder.path("third"))
    #expect(wrong.code == 64 && wrong.foldedErrors.contains("has a setting 'flip'"))
  }

  /// A folder whose record lacks something, or cannot be run again, can still be written to and drawn.
  @Test func incompleteRecordsDoNotLockTheirFolder() async throws {
    let folder = try TemporaryFolder()
    let arguments = ["--plugin", "tree", "--plugin", "loss", "--set", "features=50", "--epochs", "5"]
    try await run(arguments, into: folder, "run")
    let record = try folder.text("run/run.json").replacing(#""engine" : "reduced","#, with: "")
    try folder.write(record, to: "run/run.json")
    #expect(try await BuiltProgram.run("render", folder.path("run/run.json")).code == 0)
    #expect(try await BuiltProgram.run("verify", folder.path("run")).code == 65)
    try await run(arguments, into: folder, "run")
    #expect(try await BuiltProgram.run("verify", folder.path("run")).code == 0)
  }

  /// A killed verification leaves a folder behind, which the next one removes.
  @Test func leftTemporaryFoldersAreRemoved() async throws {
    let folder = try TemporaryFolder()
    try await run(
      ["--plugin", "tree", "--plugin", "loss", "--set", "features=50", "--epochs", "5"], into: folder, "run")
    try folder.write("left", to: "tmp/dlnn-sim-scratch.4194399.abcdef/tree/loss.tsv")
    try folder.write("", to: "tmp/dlnn-sim-scratch.4194399.abcdef/.lock")
    try folder.write("mine", to: "tmp/dlnn-sim-scratches/notes.txt")
    let answer = try await BuiltProgram.shell(
      "TMPDIR='\(folder.path("tmp"))' \"$PROGRAM\" verify '\(folder.path("run"))'")
    #expect(answer.code == 0)
    #expect(folder.files().filter { $0.hasPrefix("tmp/") } == ["tmp/dlnn-sim-scratches/notes.txt"])
  }

  @Test func whereThereIsNoRecord() async throws {
    let folder = try TemporaryFolder()
    for arguments in [["verify", folder.path], ["--from", folder.path("nowhere/run.json")], ["--from", "/dev"]] {
      let answer = try await BuiltProgram.run(arguments)
      #expect(answer.code == 65 && answer.foldedErrors.contains("No run found in"))
    }
    for jobs in ["0", "-1", "many", "1e3"] {
      let answer = try await BuiltProgram.run("--jobs", jobs)
      #expect(answer.code == 64 && answer.foldedErrors.contains("'\(jobs)' is not a valid value for '--jobs'"))
    }
  }
}
