import Foundation
import TestSupport
import Testing

/// The summary of a run: what was run, then every analysis in a few lines, and finally what to do next.
@Suite struct SummaryTests {
  private func lines(_ answer: BuiltProgram.Answer) -> [String] {
    answer.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// The number of lines of every analysis, in order of their first lines.
  private func lengths(_ lines: [String]) -> [(analysis: String, count: Int)] {
    var result: [(analysis: String, count: Int)] = []
    for line in lines where line.hasPrefix("  ") {
      if line.hasPrefix("   ") {
        result[result.count - 1].count += 1
      } else {
        result.append((String(line.dropFirst(2).prefix { $0 != " " }), 1))
      }
    }
    return result
  }

  /// The tutorial's summary fits on a screen and says which figure to open.
  @Test func theTutorialInSixtyLines() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run("--format", "none", "-o", "out", in: folder.path)
    let lines = lines(answer)
    #expect(answer.code == 0 && lines.count <= 60, "\(answer.output)")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines[0] == "5 datasets; one hidden layer of 30, seed 2021")
    let shark = try #require(lines.firstIndex { $0.hasPrefix("shark-bones: 8 items × 10,001 features; η = 100, ") })
    #expect(lines[shark + 1].hasPrefix("  illusion    Shark has_bones: target −1; "))
    // Nearly equal modes share one entry.
    #expect(answer.foldedOutput.contains("nearly equal: modes 3–4 (epoch 138), modes 5–8 (epochs 187–190)"))
    #expect(
      lines.suffix(4) == [
        "Written to out: 68 scripts with their tables, and run.json.", "All findings: --verbose, or run.json.",
        "Draw the figures: dlnn-sim render out", "All on one page: dlnn-sim report out",
      ])
    #expect(try folder.text("out/run.json").contains(#""mainFigure" : "shark-bones/illusion""#))
  }

  @Test func onePictureToOpen() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run(
      "--plugin", "shark-bones", "--plugin", "tree", "--set", "features=100", "--eta", "1", "--epochs", "40",
      "--plugin",
      "illusion", "--plugin", "modes", "-o", "it's out", in: folder.path)
    #expect(answer.code == 0)
    #expect(
      lines(answer).suffix(2) == [
        "Open first: it's out/shark-bones/illusion.svg", #"All on one page: dlnn-sim report 'it'\''s out'"#,
      ])
    #expect(folder.has("it's out/shark-bones/illusion.svg"))
    // The command can be pasted: the folder's name is quoted for a shell.
    let report = try await BuiltProgram.shell(
      #"cd '\#(folder.path)' && "$PROGRAM" report 'it'\''s out' -q"#)
    #expect(report.code == 0 && folder.has("it's out/report.html"))
    // The analysis that was named first comes first.
    let modes = try await BuiltProgram.run(
      "--plugin", "shark-bones", "--set", "features=100", "--eta", "1", "--epochs", "40", "--plugin", "modes",
      "--plugin",
      "illusion", "-o", "out", in: folder.path)
    #expect(lengths(lines(modes)).map(\.analysis) == ["modes", "illusion"])
    #expect(modes.output.contains("Open first: out/shark-bones/loss-and-modes.svg\n"))
  }

  /// A table of forty items with long names: every analysis keeps to its lines, and `--verbose` leaves nothing out.
  @Test func aLargeTableIsAsShort() async throws {
    let folder = try TemporaryFolder()
    var rows = ["item," + (1...30).map { "feature \($0)" }.joined(separator: ",")]
    for item in 1...40 {
      let values = (1...30).map { feature in (item * item * 7 + feature * feature * item) % 11 < 5 ? "1" : "0" }
      rows.append(
        "an animal with a rather long name, number \(item)".replacing(",", with: "") + ","
          + values.joined(separator: ","))
    }
    try folder.write(rows.joined(separator: "\n") + "\n", to: "animals.csv")
    try folder.write("summary: Animals\ntable-file: animals.csv\nepochs: 300\n", to: "animals.yaml")
    let arguments = ["--dataset", "animals.yaml", "--format", "none", "-o", "out"]
    let answer = try await BuiltProgram.run(arguments, in: folder.path)
    #expect(answer.code == 0, "\(answer.errors)")
    let brief = lines(answer)
    #expect(brief.count <= 60 && brief.dropLast(3).allSatisfy { $0.count <= 80 })
    #expect(lengths(brief).allSatisfy { $0.count <= 6 })
    let whole = try await BuiltProgram.run(arguments + ["--verbose"], in: folder.path)
    #expect(lines(whole).count > 2 * brief.count && !whole.output.contains("All findings: --verbose"))
    let record = try #require(
      JSONSerialization.jsonObject(with: Data(try folder.text("out/run.json").utf8)) as? [String: Any])
    let dataset = try #require((record["datasets"] as? [[String: Any]])?.first)
    for (name, analysis) in try #require(dataset["analyses"] as? [String: [String: Any]]) {
      let sentences = (analysis["summary"] as? [String] ?? []) + (analysis["details"] as? [String] ?? [])
      #expect(!sentences.isEmpty, "\(name)")
      for sentence in sentences { #expect(whole.foldedOutput.contains(sentence), "\(name): \(sentence)") }
    }
  }

  /// An analysis without a summary is printed in full if it is the only one.
  @Test func theDataAlone() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run(
      "--plugin", "tree", "--plugin", "data", "--format", "none", "-o", "out", in: folder.path)
    #expect(answer.foldedOutput.contains("data singular values of the regression map W*: 157.7, 121.8, 100.5, 100.3"))
  }
}
