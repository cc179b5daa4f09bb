import Foundation
import TestSupport
import Testing

/// File systems without locks: the state of a folder shows what is in it.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/cc")))
struct WithoutLocksTests {
  private static let withoutLocks = """
    printf '#include <errno.h>\\nint flock(int fd, int op) { errno = ENOLCK; return -1; }\\n' > locks.c
    cc -shared -fPIC -o locks.so locks.c || exit 98
    """

  @Test func twoRunsIntoOneFolderNeverMix() async throws {
    let arguments =
      "--plugin tree --plugin ring --plugin loss --plugin modes --set features=60 --epochs 20 -q --format none"
    try await expectNothing(
      from: """
        for eta in 1 2; do "$PROGRAM" \(arguments) --eta $eta -o ref$eta || exit 97; done
        for i in $(seq 25); do
          rm -rf run
          for eta in 1 2; do LD_PRELOAD="$PWD/locks.so" "$PROGRAM" \(arguments) --eta $eta -o run 2>>errors & done
          wait
          diff -rq ref1 run >/dev/null || diff -rq ref2 run >/dev/null || { echo "mixed: $(ls -A run)"; }
        done
        """)
  }

  /// A run that looks for abandoned folders does not keep another run from removing its own.
  @Test func manyRunsIntoOneFolderLeaveNothingBehind() async throws {
    try await expectNothing(
      from: """
        for i in $(seq 20); do
          rm -rf run
          for j in 1 2 3 4 5 6; do
            LD_PRELOAD="$PWD/locks.so" "$PROGRAM" --plugin tree --plugin loss --epochs 5 -q --format none -o run 2>>errors &
          done
          wait
          find run -name '.dlnn-sim-unfinished*'
        done
        """)
  }

  private func expectNothing(from script: String) async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.shell("cd '\(folder.path)'\n\(Self.withoutLocks)\n\(script)")
    // A sanitizer's library must be loaded first, so nothing can be preloaded before it.
    if answer.code == 98 { return }
    #expect(answer.code == 0 && answer.output.isEmpty, "\(answer.output) \(answer.errors)")
  }
}
