import Foundation
import TestSupport
import Testing

/// A faulty gnuplot on PATH: scripts and tables are written all the same.
@Suite struct GnuplotTroubleTests {
  /// Answers `--version` like gnuplot; otherwise runs the test's script.
  private func run(gnuplot body: String, _ options: String...) async throws -> (BuiltProgram.Answer, TemporaryFolder) {
    let folder = try TemporaryFolder()
    let script = """
      #!/bin/bash
      if [ "$1" = --version ]; then echo 'gnuplot 5.4 patchlevel 4'; exit 0; fi
      \(body)
      """
    try folder.write(script, to: "bin/gnuplot", executable: true)
    let answer = try await BuiltProgram.run(
      [
        "--plugin", "tree", "--plugin", "modes", "--plugin", "loss", "--set", "features=100", "--epochs", "5",
        "--output", folder.path("out"),
      ]
        + options, path: folder.path("bin") + ":/usr/bin:/bin")
    for file in ["loss.gp", "loss.tsv", "loss-and-modes.gp", "trajectory.tsv"] {
      #expect(folder.has("out/tree/\(file)"))
    }
    #expect(folder.has("out/run.json"))
    #expect(folder.files().allSatisfy { !$0.contains(".dlnn-sim-unfinished.") && !$0.hasSuffix(".svg") })
    return (answer, folder)
  }

  @Test func itsMessageIsPassedOnOnce() async throws {
    let (answer, _) = try await run(gnuplot: "echo \"$4 line 7: no such terminal\" >&2; exit 1")
    #expect(answer.code == 69)
    #expect(answer.errors.components(separatedBy: "no such terminal").count == 2)
    #expect(answer.foldedErrors.contains("The same happened to 3 other figures."))
  }

  @Test func aCrashIsNamed() async throws {
    let (answer, _) = try await run(gnuplot: "kill -SEGV $$")
    #expect(answer.code == 69 && answer.foldedErrors.contains("gnuplot could not draw"))
  }

  @Test func noOutputIsAFailure() async throws {
    let (answer, _) = try await run(gnuplot: "exit 0")
    #expect(answer.code == 69 && answer.foldedErrors.contains("it gave no reason"))
  }

  @Test func hangingIsStopped() async throws {
    let (answer, _) = try await run(gnuplot: "exec sleep 3600", "--drawing-time", "1")
    #expect(answer.code == 69 && answer.foldedErrors.contains("within 1 seconds and was stopped"))
  }

  @Test func floodingIsCutShort() async throws {
    let (answer, _) = try await run(gnuplot: "head -c 50000000 /dev/zero | tr '\\0' 'x' >&2; exit 1")
    #expect(answer.code == 69 && answer.errors.utf8.count < 40_000)
  }

  /// Divergence is more serious than a failing gnuplot.
  @Test func divergenceWinsOverDrawing() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run(
      ["--plugin", "tree", "--plugin", "loss", "--eta", "500", "--output", folder.path("out")], path: folder.path)
    #expect(answer.code == 70 && answer.foldedErrors.contains("gnuplot was not found"))
  }
}
