import Foundation
import TestSupport
import Testing

/// The environment of a process: signals, descriptors, limits, languages, and gnuplots that misbehave.
@Suite(.serialized) struct ProcessEnvironmentTests {
  private static let small = "--plugin tree --plugin loss --set features=50 --epochs 5 --eta 1"

  /// More signals with SIGNALS=500.
  @Test func noSignalIsLost() async throws {
    let folder = try TemporaryFolder()
    let count = ProcessInfo.processInfo.environment["SIGNALS"].flatMap(Int.init) ?? 40
    // If a signal was ignored, it would go on for hours; the limit is generous even for a busy machine.
    let answer = try await BuiltProgram.shell(
      """
      cd '\(folder.path)'
      for i in $(seq 0 \(count - 1)); do
        ms=$(( (i * 37) % 61 )); signal=$([ $((i % 2)) = 0 ] && echo TERM || echo INT)
        timeout -s KILL 600 "$PROGRAM" sweep --vary seed=0...99999999 --epochs 100000 -q -o s$i 2>>errors &
        sleep 0.0$(printf %02d $ms); until pkill -$signal -P $! || ! kill -0 $! 2>/dev/null; do :; done
        wait $!; echo $?; rm -rf s$i
      done
      """)
    let codes = answer.output.split(separator: "\n").map(String.init)
    #expect(codes.count == count)
    // 130 from the program; before it has started, the signal kills it, and the shell reports 128 plus the signal's number.
    let others = codes.filter { !["130", "143"].contains($0) }
    #expect(others.isEmpty, "\(others) \(answer.errors)")
  }

  /// nohup means that a hang-up is ignored.
  @Test func nohupIsHonoured() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.shell(
      """
      cd '\(folder.path)'; mkfifo go
      printf '#!/bin/bash\\n[ "$1" = --version ] && { touch begun; read -r _ <go; }\\nexec /usr/bin/env PATH="${PATH#*:}" gnuplot "$@"\\n' \\
        >gnuplot; chmod +x gnuplot
      PATH="$PWD:$PATH" nohup "$PROGRAM" \(Self.small) -q -o run >/dev/null 2>&1 & program=$!
      until [ -e begun ]; do kill -0 $program || break; sleep 0.05; done
      kill -HUP $program; echo go >go; wait $program
      """)
    #expect(answer.code == 0 && folder.has("run/run.json"), "\(answer.errors)")
  }

  /// The next file that is opened would get the number of standard output, and messages would go into it.
  @Test func closedStandardDescriptors() async throws {
    let folder = try TemporaryFolder()
    #expect(try await BuiltProgram.shell("cd '\(folder.path)'; \"$PROGRAM\" \(Self.small) -q -o ref").code == 0)
    for (closed, code) in [
      (">/dev/null 2>&-", 0), (">/dev/null <&-", 0), (">/dev/null <&- 2>&-", 0), (">&-", 73), ("<&- >&-", 73),
      (">&- 2>&-", 73), ("<&- >&- 2>&-", 73),
      ("-v <&- >&- 2>&-", 73), ("--json <&- >&- 2>&-", 73), ("-q >&-", 0),
    ] {
      let answer = try await BuiltProgram.shell(
        "cd '\(folder.path)'; rm -rf run; \"$PROGRAM\" \(Self.small) -o run \(closed); code=$?; diff -r ref run; exit $code"
      )
      #expect(answer.code == code && answer.output.isEmpty, "\(closed): \(answer.code) \(answer.output)")
    }
    // A sweep draws its maps even if results cannot be written.
    let sweep = "sweep --vary eta=20:200:4 --vary seed=1...3 --set features=50 --epochs 100"
    let answer = try await BuiltProgram.shell(
      """
      cd '\(folder.path)'; "$PROGRAM" \(sweep) -q -o s1; "$PROGRAM" \(sweep) -o s2 <&- >&- 2>&-; code=$?
      diff -r s1 s2; exit $code
      """)
    #expect(answer.code == 73 && answer.output.isEmpty, "\(answer.output)")
  }

  @Test func tooFewOpenFiles() async throws {
    let folder = try TemporaryFolder()
    for limit in [12, 16, 20, 22, 24, 32, 48] {
      for command in [
        "\(Self.small) -q -o run", "sweep --vary eta=1,2 --set features=50 --epochs 5 -q -o s", "explore --port 0",
      ] {
        let answer = try await BuiltProgram.shell(
          "cd '\(folder.path)'; ulimit -n \(limit); \"$PROGRAM\" \(command)")
        #expect(answer.code == 69 && answer.foldedErrors.contains("ulimit -n 256"), "\(limit): \(answer.errors)")
      }
    }
    #expect(folder.files().isEmpty)
    // Commands that need no files still work.
    #expect(try await BuiltProgram.shell("ulimit -n 16; \"$PROGRAM\" --version").code == 0)
  }

  /// The limit on open files also limits the number of parallel drawings.
  @Test(arguments: [(192, 1024), (40, 256), (1024, 96)]) func manyDrawings(jobs: Int, limit: Int) async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.shell(
      """
      cd '\(folder.path)'; ulimit -n \(limit)
      "$PROGRAM" --plugin tree --plugin shark-bones --plugin loss --plugin modes --plugin data --set features=60 \\
        --eta 1 --epochs 20 -q --jobs \(jobs) -o run
      """)
    #expect(answer.code == 0, "\(answer.errors)")
    let files = folder.files()
    #expect(files.count { $0.hasSuffix(".gp") } == files.count { $0.hasSuffix(".svg") })
  }

  /// Needs root, to unmount /proc; skipped without root and with the leak sanitizer, which needs /proc even to be switched off.
  @Test(.enabled(if: getuid() == 0 && ProcessInfo.processInfo.environment["LSAN_OPTIONS"] == nil))
  func withoutProc() async throws {
    let answer = try await BuiltProgram.shell(
      """
      unshare -m true 2>/dev/null || exit 98
      unshare -m bash -c 'umount -l /proc || exit 98; '"$PROGRAM"' --version'
      """)
    if answer.code == 98 { return }
    #expect(
      answer.code == 0 || answer.code == 69 && answer.foldedErrors.contains("/proc is not mounted"),
      "\(answer.code) \(answer.output) \(answer.errors)")
  }

  /// PNG and PDF must not depend on the user's language and time zone.
  @Test func languageAndTimeZoneMakeNoDifference() async throws {
    let folder = try TemporaryFolder()
    for format in ["png", "pdf"] {
      let answer = try await BuiltProgram.shell(
        """
        cd '\(folder.path)'
        LANG=C TZ=America/New_York "$PROGRAM" \(Self.small) --plugin data -q --format \(format) -o \(format) &&
        LC_ALL=ja_JP.UTF-8 LANGUAGE=ja TZ=Asia/Tokyo GNUTERM=dumb "$PROGRAM" verify \(format)
        """)
      #expect(
        answer.code == 0 && answer.output.contains("all identical byte for byte"), "\(answer.output) \(answer.errors)")
    }
  }

  /// Gnuplots that do not write an image or do not print their version.
  @Test(arguments: [
    ("mkdir loss.svg; exit 0", "gave no reason"), ("exit 0", "gave no reason"),
    ("ln -s /etc/passwd loss.svg; exit 0", "gave no reason"), ("echo '<svg>half'", "not a complete SVG"),
    ("printf '<?xml><svg>'; head -c 100000 /dev/urandom", "not a complete SVG"), ("kill -9 $$", "could not draw"),
    ("echo '<?xml ?><svg></svg>'; exit 3", "could not draw"),
  ]) func gnuplotsThatMakeNoImage(body: String, reason: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "#!/bin/bash\n[ \"$1\" = --version ] && { echo 'gnuplot 5.4 patchlevel 4'; exit 0; }\n\(body)\n",
      to: "bin/gnuplot", executable: true)
    let answer = try await BuiltProgram.shell(
      "cd '\(folder.path)'; PATH=\"$PWD/bin:$PATH\" \"$PROGRAM\" \(Self.small) -q -o run")
    #expect(answer.code == 69 && answer.foldedErrors.contains(reason), "\(answer.errors)")
    #expect(folder.has("run/run.json") && !folder.has("run/tree/loss.svg"))
  }

  /// A gnuplot that never prints its version is asked once, and the run is written all the same.
  @Test func aGnuplotThatNeverSaysItsVersion() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "#!/bin/bash\necho asked >>'\(folder.path("asked"))'; exec sleep 3600\n", to: "bin/gnuplot", executable: true)
    let answer = try await BuiltProgram.shell(
      "cd '\(folder.path)'; PATH=\"$PWD/bin:$PATH\" \"$PROGRAM\" \(Self.small) -q -o run")
    #expect(answer.code == 69 && answer.foldedErrors.contains("did not finish --version within 10 seconds"))
    #expect(folder.has("run/run.json"))
    #expect(try folder.text("asked").split(separator: "\n").count == 1)
  }
}
