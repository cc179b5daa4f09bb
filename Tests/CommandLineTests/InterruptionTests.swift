import Foundation
import TestSupport
import Testing

/// The program is stopped from outside: existing files are complete, and nothing unfinished stays for good.
@Suite(.serialized, .timeLimit(.minutes(120))) struct InterruptionTests {
  private static let arguments = [
    "--plugin", "tree", "--plugin", "loss", "--set", "features=100", "--eta", "1", "--epochs", "30",
  ]

  /// Every file that has its final name after a kill equals the one of an undisturbed run.
  @Test func killedAtAnyMomentItLeavesNoDamagedFile() async throws {
    let reference = try TemporaryFolder()
    #expect(try await BuiltProgram.run(Self.arguments + ["--output", reference.path]).code == 0)
    let arguments = Self.arguments.joined(separator: " ")
    // Kill when a certain number of files exist, and a little later: some runs die between two files, some in the middle of one.
    for count in 0...reference.files().count {
      for delay in [0, 30, 100, 300, 1000, 3000] {
        let folder = try TemporaryFolder()
        _ = try await BuiltProgram.shell(
          """
          shopt -s nullglob dotglob
          cd '\(folder.path)'
          "$PROGRAM" \(arguments) --quiet --output . &
          while files=(*.* */* */*/*); ((${#files[@]} < \(count))) && kill -0 $! 2>/dev/null; do :; done
          for ((i = 0; i < \(delay); i++)); do :; done
          kill -KILL $! 2>/dev/null; wait $! 2>/dev/null
          """)
        for file in folder.files() where !file.contains(".dlnn-sim-unfinished.") && file != ".dlnn-sim-unfinished" {
          #expect(try folder.text(file) == reference.text(file), "\(file) is damaged")
        }
      }
    }
  }

  @Test func nextRunClearsWhatAKilledOneLeft() async throws {
    let folder = try TemporaryFolder()
    try folder.write("half", to: ".dlnn-sim-unfinished.1a2b3c/tree/loss.tsv")
    try folder.write("half", to: ".dlnn-sim-unfinished.1a2b3c/run.json")
    try folder.write("", to: ".dlnn-sim-unfinished.1a2b3c/.lock")
    try folder.write("mine", to: "tree/.notes.txt")
    #expect(try await BuiltProgram.run(Self.arguments + ["--output", folder.path]).code == 0)
    #expect(folder.files().filter { $0.contains("/.") || $0.hasPrefix(".") } == ["tree/.notes.txt"])
  }

  @Test(arguments: ["INT", "TERM", "HUP"])
  func interruptsEndWith130(signal: String) async throws {
    let folder = try TemporaryFolder()
    // The program asks it for its version when the training begins.
    try folder.write("#!/bin/bash\ntouch \"${0%/*}/asked\"\n", to: "bin/gnuplot", executable: true)
    let answer = try await BuiltProgram.shell(
      """
      cd '\(folder.path)'
      PATH="$PWD/bin:$PATH" "$PROGRAM" --plugin tree --plugin loss --set features=200 --eta 2 --epochs 1000000 \\
        --format none --output out &
      wait_until '[ -e bin/asked ] || ! kill -0 $!'
      kill -\(signal) $! || exit 99
      wait $!
      """)
    // Under a sanitizer the program is slow, and may be in the middle of its first step.
    #expect(answer.code == 130 && answer.errors.contains("Interrupted"))
    // It did not train to the end. If the processor is too busy to end the work in time, the program says so, and the next run
    // removes its private folder.
    let endedFirst = answer.errors.contains("in the middle of a long step")
    let files = folder.files().filter { !(endedFirst && $0.contains(".dlnn-sim-unfinished.")) }
    #expect(files == ["bin/asked", "bin/gnuplot"], "\(answer.errors)")
  }

  /// Every interrupted command exits with 130.
  @Test func interruptedDrawingEndsWith130() async throws {
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/bash\ntouch \"${0%/*}/asked\"\nexec sleep 3600\n", to: "bin/gnuplot", executable: true)
    for command in [
      "render '\(folder.path("run"))'",
      "compare '\(folder.path("run"))' '\(folder.path("run"))' -o '\(folder.path("c"))'", "doctor",
    ] {
      let answer = try await BuiltProgram.shell(
        """
        [ -d '\(folder.path("run"))' ] || "$PROGRAM" \(Self.arguments.joined(separator: " ")) -q -o '\(folder.path("run"))' || exit 99
        rm -f '\(folder.path("bin/asked"))'
        PATH='\(folder.path("bin"))':$PATH "$PROGRAM" \(command) &
        wait_until '[ -e "\(folder.path("bin/asked"))" ] || ! kill -0 $!'
        kill -INT $!; wait $!
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
