import Foundation
import TestSupport
import Testing

/// What `verify` checks and `report` shows for folders that somebody has changed.
@Suite struct RecordTrustTests {
  private static let arguments = [
    "--plugin", "tree", "--plugin", "loss", "--set", "features=50", "--epochs", "5", "--quiet",
  ]
  private static let forged =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"560\"><text x=\"9\" y=\"9\">FORGED</text></svg>\n"
  private static let mark = "This image was drawn after the run. It is not part of the run’s record."

  private func run(into folder: TemporaryFolder, _ options: String...) async throws {
    let answer = try await BuiltProgram.run(Self.arguments + ["--output", folder.path("run")] + options)
    #expect(answer.code == 0, "\(answer.errors)")
  }

  private func page(of folder: TemporaryFolder) async throws -> String {
    let answer = try await BuiltProgram.run("report", folder.path("run"), "--quiet")
    #expect(answer.code == 0, "\(answer.errors)")
    return try folder.text("run/report.html")
  }

  /// An image next to those of the run is redrawn and compared, and a report does not show it instead of the run's.
  @Test func aForgedLaterImage() async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder, "--format", "png")
    try folder.write(Self.forged, to: "run/tree/loss.svg")
    try folder.write("tree/loss.svg\n", to: "run/.later-images")
    let answer = try await BuiltProgram.run("verify", folder.path("run"))
    #expect(answer.code == 1 && answer.foldedOutput.contains("tree/loss.svg: is a different image"))
    let page = try await page(of: folder)
    #expect(page.contains("data:image/png;base64,") && !page.contains("data:image/svg+xml"))
    #expect(!page.contains(Self.mark))

    // If images are not compared, it is listed.
    let tolerant = try await BuiltProgram.run("verify", folder.path("run"), "--tolerance", "1e-9")
    #expect(tolerant.code == 0)
    #expect(tolerant.foldedOutput.contains("not compared: report.html, tree/loss.svg."))
  }

  /// If it is the only image that a browser can show, it is marked.
  @Test func laterImagesAreMarked() async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder, "--format", "none")
    #expect(try await BuiltProgram.run("render", folder.path("run"), "--quiet").code == 0)
    let same = try await BuiltProgram.run("verify", folder.path("run"))
    #expect(same.code == 0 && !same.foldedOutput.contains("not compared: "))
    #expect(try await page(of: folder).contains(Self.mark))
    try folder.write(Self.forged, to: "run/tree/loss.svg")
    #expect(try await BuiltProgram.run("verify", folder.path("run")).code == 1)
    #expect(try await page(of: folder).contains(Self.mark))
  }

  /// Images of the run itself, and those that a report draws from its scripts, have no mark.
  @Test(arguments: ["svg", "pdf", "none"])
  func ownImagesHaveNoMark(format: String) async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder, "--format", format)
    let page = try await page(of: folder)
    #expect(page.contains("data:image/svg+xml;base64,") && !page.contains(Self.mark))
  }

  /// An image that the record lists although no run of the request draws one.
  @Test func aForgedImageInTheRecord() async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder, "--format", "none")
    let record = try folder.text("run/run.json").replacing(
      "\"tree/loss.gp\",", with: "\"tree/loss.gp\",\"tree/loss.svg\",")
    try folder.write(record, to: "run/run.json")
    try folder.write(Self.forged, to: "run/tree/loss.svg")
    for options in [[], ["--tolerance", "1e-9"]] {
      let answer = try await BuiltProgram.run(["verify", folder.path("run")] + options)
      #expect(answer.code == 1 && answer.foldedOutput.contains("tree/loss.svg: does not belong to this run"))
    }
  }

  @Test func otherFilesAreNamed() async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder)
    try folder.write("mine", to: "run/tree/notes.txt")
    try folder.write(Self.forged, to: "run/tree/other.svg")
    let answer = try await BuiltProgram.run("verify", folder.path("run"))
    #expect(answer.code == 0)
    #expect(answer.foldedOutput.contains("not compared: tree/notes.txt, tree/other.svg."))
  }

  /// Records with a forged number or sentence, next to something that the comparison might confuse with it.
  private static let forgeries: [(name: String, change: @Sendable (inout [String: Any]) throws -> Void)] = [
    ("a key that looks like a path", { $0["datasets.0.trainings.0.finalLoss"] = 0.5 }),
    ("a part that no run writes", { $0["zzz"] = [String: Any]() }),
    ("a version that no run writes", { try change("versions", in: &$0) { $0["python"] = "3" } }),
    ("more about the program", { try change("program", in: &$0) { $0["author"] = ["name": "x"] } }),
    ("a file elsewhere", { $0["files"] = try #require($0["files"] as? [String]) + ["../secret.txt"] }),
    ("nothing", { _ in }),
    (
      "a number and its path",
      { record in
        var datasets = try #require(record["datasets"] as? [[String: Any]])
        var trainings = try #require(datasets[0]["trainings"] as? [[String: Any]])
        record["datasets.0.trainings.0.finalLoss"] = trainings[0]["finalLoss"]
        trainings[0]["finalLoss"] = 0.5
        datasets[0]["trainings"] = trainings
        record["datasets"] = datasets
      }
    ),
  ]

  private static func change(
    _ key: String, in record: inout [String: Any], _ change: (inout [String: Any]) -> Void
  ) throws {
    var part = try #require(record[key] as? [String: Any])
    change(&part)
    record[key] = part
  }

  @Test func forgedRecordsDoNotPass() async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder, "--format", "none")
    let record = try folder.text("run/run.json")
    for (name, change) in Self.forgeries {
      var changed = try #require(JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any])
      try change(&changed)
      try JSONSerialization.data(withJSONObject: changed).write(to: folder.url.appendingPathComponent("run/run.json"))
      let isWhole = name == "nothing"
      // The same dictionary gives its keys in another order each time.
      for _ in 0..<3 {
        let answer = try await BuiltProgram.run("verify", folder.path("run"), "--tolerance", "1e-9")
        #expect(answer.code == (isWhole ? 0 : 1) && answer.output.contains("run.json") == !isWhole, "\(name)")
      }
    }
    try folder.write(
      record.replacing("\"warnings\" :", with: "\"warnings\" : [\"a\"], \"warnings\" :"), to: "run/run.json")
    let answer = try await BuiltProgram.run("verify", folder.path("run"), "--tolerance", "1e-9")
    #expect(answer.code == 1 && answer.foldedOutput.contains("run.json: has the same key twice"))
  }

  /// No number in a record can crash the program.
  @Test(arguments: [
    "-9223372036854775808", "9223372036854775807", "0", "-1", "1e300", "1e999", "2.5", "null", "\"x\"", "[]",
  ])
  func numbersOfStates(number: String) async throws {
    let folder = try TemporaryFolder()
    let run = try await BuiltProgram.run(
      Self.arguments + ["--plugin", "rsa", "--format", "none", "--output", folder.path("run")])
    #expect(run.code == 0)
    let record = try folder.text("run/run.json")
    for key in ["states", "items", "features", "epochs", "divergedAtEpoch"] {
      var changed = record.replacing(try Regex("\"\(key)\" : [0-9]+"), with: "\"\(key)\" : \(number)")
      if key == "divergedAtEpoch" {
        changed = record.replacing("\"isMain\" : true", with: "\"isMain\" : true, \"divergedAtEpoch\" : \(number)")
      }
      #expect(changed != record)
      try folder.write(changed, to: "run/run.json")
      for command in [["report"], ["compare", folder.path("run"), "-o", folder.path("cmp"), "--format", "none"]] {
        let answer = try await BuiltProgram.run(command + [folder.path("run"), "--quiet"])
        #expect([0, 65].contains(answer.code), "\(command[0]), \(key): \(answer.code) \(answer.errors)")
      }
    }
  }

  /// A large record is refused before it is read: it would take gigabytes.
  @Test func recordsAreNotLarge() async throws {
    let folder = try TemporaryFolder()
    try await run(into: folder, "--format", "none")
    let record = try folder.text("run/run.json")
    let many = "\"zzz\" : [" + String(repeating: "1,", count: 2_000_000) + "1],\n  \"warnings\" :"
    try folder.write(record.replacing("\"warnings\" :", with: many), to: "run/run.json")
    for command in ["report", "verify", "render"] {
      let answer = try await BuiltProgram.run(command, folder.path("run"), "--quiet")
      #expect(answer.code == 65 && answer.foldedErrors.contains("it has more values than any run writes"), "\(command)")
    }
    try Data(count: (64 << 20) + 1).write(to: folder.url.appendingPathComponent("run/run.json"))
    let answer = try await BuiltProgram.run("report", folder.path("run"), "--quiet")
    #expect(answer.code == 65 && answer.foldedErrors.contains("it is too large"))
  }
}

/// Names and numbers that are not what they look like.
@Suite struct SpellingTests {
  /// Two folders whose names differ, but become the same text when invalid bytes are replaced by marks.
  @Test func namesThatAreNotText() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.shell(
      """
      cd '\(folder.path)'
      "$PROGRAM" --plugin tree --plugin loss --set features=50 --epochs 5 --format none -o $'run-\\xff'
      echo "code $?"
      "$PROGRAM" report $'run-\\xfe'
      echo "code $?"
      """)
    #expect(answer.output == "code 64\ncode 64\n")
    #expect(answer.foldedErrors.contains("The argument 'run-\u{FFFD}' is not valid UTF-8"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test(arguments: ["0x10", "0x1p3", "infinity", "nan", "1_0"])
  func numbersAreDecimal(number: String) async throws {
    let folder = try TemporaryFolder()
    for arguments in [["--eta", number], ["--gamma", number], ["--set", "flip=\(number)"]] {
      let answer = try await BuiltProgram.run(["--plugin", "tree"] + arguments, in: folder.path)
      #expect(answer.code == 64 && answer.foldedErrors.contains("'\(number)' is not a valid value for"))
    }
    try folder.write("summary: s\ntable-file: t.csv\n", to: "d.yaml")
    try folder.write("i,f,g\na,1,0\nb,0,\(number)\n", to: "t.csv")
    let answer = try await BuiltProgram.run("--dataset", "d.yaml", in: folder.path)
    #expect(answer.code == 65 && answer.foldedErrors.contains("t.csv, line 3: The cell under 'g' is '\(number)'."))
  }
}
