import Foundation
import TestSupport
import Testing

/// The program stopped from outside: what is there is whole, and nothing unfinished stays for good.
@Suite(.serialized) struct InterruptionTests {
  private static let arguments = [
    "--plugin", "tree", "--plugin", "loss", "--set", "features=100", "--eta", "1", "--epochs", "30",
  ]

  /// Every file that has its final name after a kill equals the one of an undisturbed run.
  @Test func killedAtAnyMomentItLeavesNoDamagedFile() async throws {
    let reference = try TemporaryFolder()
    let began = ContinuousClock.now
    #expect(try await BuiltProgram.run(Self.arguments + ["--output", reference.path]).code == 0)
    let whole = began.duration(to: .now).components
    let seconds = min(1, Double(whole.seconds) + Double(whole.attoseconds) * 1e-18)
    // Parts of the golden ratio cover the time of a run evenly, the same parts on every machine.
    for index in 0..<100 {
      let folder = try TemporaryFolder()
      let part = (Double(index) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1)
      let arguments = Self.arguments.joined(separator: " ")
      _ = try await BuiltProgram.shell(
        """
        "$PROGRAM" \(arguments) --quiet --output '\(folder.path)' & sleep \(1.1 * seconds * part)
        kill -KILL $! 2>/dev/null; wait $! 2>/dev/null
        """)
      for file in folder.files() where !file.contains(".dlnn-sim-unfinished.") && file != ".unfinished" {
        #expect(try folder.text(file) == reference.text(file), "\(file) is damaged")
      }
    }
  }

  @Test func nextRunClearsWhatAKilledOneLeft() async throws {
    let folder = try TemporaryFolder()
    try folder.write("half", to: ".dlnn-sim-unfinished.1a2b3c/tree/loss.tsv")
    try folder.write("half", to: ".dlnn-sim-unfinished.1a2b3c/run.json")
    try folder.write("mine", to: "tree/.notes.txt")
    #expect(try await BuiltProgram.run(Self.arguments + ["--output", folder.path]).code == 0)
    #expect(folder.files().filter { $0.contains("/.") || $0.hasPrefix(".") } == ["tree/.notes.txt"])
  }

  @Test(arguments: ["INT", "TERM", "HUP"])
  func interruptsEndWith130(signal: String) async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.shell(
      """
      "$PROGRAM" --plugin tree --plugin loss --set features=200 --eta 2 --epochs 1000000 --format none \\
        --output '\(folder.path)' & sleep 2
      began=${EPOCHREALTIME//[.,]/}
      kill -\(signal) $! || exit 99
      wait $!; code=$?
      echo $(( ${EPOCHREALTIME//[.,]/} - began ))
      exit $code
      """)
    // Under a sanitizer the program is slow, and may be in the middle of its first step.
    #expect(answer.code == 130 && answer.errors.contains("Interrupted"))
    // Usually a few milliseconds; the program itself gives up after 800.
    let microseconds = try #require(Int(answer.output.dropLast()))
    #expect(microseconds < 1_000_000)
    #expect(folder.files().isEmpty)
  }

  /// Whatever an interrupted command was doing, it ends with 130.
  @Test func interruptedDrawingEndsWith130() async throws {
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/bash\nexec sleep 60\n", to: "bin/gnuplot", executable: true)
    for command in [
      "render '\(folder.path("run"))'",
      "compare '\(folder.path("run"))' '\(folder.path("run"))' -o '\(folder.path("c"))'", "doctor",
    ] {
      let answer = try await BuiltProgram.shell(
        """
        [ -d '\(folder.path("run"))' ] || "$PROGRAM" \(Self.arguments.joined(separator: " ")) -q -o '\(folder.path("run"))' || exit 99
        PATH='\(folder.path("bin"))':$PATH "$PROGRAM" \(command) & sleep 1; kill -INT $!; wait $!
        """)
      #expect(answer.code == 130 && answer.errors.contains("Interrupted."), "\(command): \(answer.errors)")
    }
  }

  @Test func closedStandardOutputIsNoError() async throws {
    let folder = try TemporaryFolder()
    for arguments in [
      "list", "--plugin tree --plugin loss --set features=100 --epochs 5 --json --output '\(folder.path)'",
    ] {
      #expect(try await BuiltProgram.shell("set -o pipefail; \"$PROGRAM\" \(arguments) | true").code == 0)
    }
  }
}
