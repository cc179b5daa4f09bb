import Foundation
import TestSupport
import Testing

/// Starting, using and stopping the page, as a user does.
@Suite(.serialized, .timeLimit(.minutes(120))) struct ExploreTests {
  /// Starts the program with a fake gnuplot, runs a script, and interrupts it.
  ///
  /// The script can use `get PATH`, which prints the whole response. Remaining processes are printed at the end.
  ///
  /// - Parameters:
  ///   - gnuplot: what the fake gnuplot does, apart from `--version`; nil for the real one.
  ///   - options: further options.
  ///   - files: the limit on open files; nil for the usual one.
  ///   - script: runs while the page is served.
  private func explore(
    gnuplot: String? = nil, with options: String = "--drawing-time 600", files: Int? = nil, _ script: String
  ) async throws -> (BuiltProgram.Answer, TemporaryFolder) {
    let folder = try TemporaryFolder()
    try folder.write("", to: "tmp/.keep")
    if let gnuplot {
      try folder.write(
        "#!/bin/bash\n[ \"$1\" = --version ] && { echo 'gnuplot 5.4 patchlevel 4'; exit 0; }\n\(gnuplot)\n",
        to: "bin/gnuplot", executable: true)
    }
    let answer = try await BuiltProgram.shell(
      """
      cd '\(folder.path)'
      export TMPDIR="$PWD/tmp" PATH="$PWD/bin:$PATH"
      (\(files.map { "ulimit -n \($0);" } ?? "") exec "$PROGRAM" explore --port 0 \(options)) >out 2>err & pid=$!
      wait_until 'grep -q localhost out || ! kill -0 $pid'
      port=$(sed -n 's/.*localhost:\\([0-9]*\\).*/\\1/p' out)
      get() {
        exec 3<>/dev/tcp/127.0.0.1/$port
        printf 'GET %s HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' "$1" >&3
        cat <&3
        exec 3>&-
      }
      \(script)
      kill -INT $pid
      wait $pid; echo "code $?"
      ls tmp | sed 's/^/left: /'
      ps -e -o args= | grep -F "$PWD/bin/gnuplo" | grep -v grep | sed 's/^/runs: /'
      exit 0
      """)
    return (answer, folder)
  }

  private let quick = "plugin=loss&plugin=tree&set=features%3D100&eta=1&epochs=10"

  @Test func interruptingEndsItInOrder() async throws {
    let (answer, folder) = try await explore(
      "get '/run?\(quick)' | head -1; get '/figures/loss.svg?\(quick)' | grep -c '</svg>'")
    #expect(answer.output == "HTTP/1.1 200 OK\r\n1\ncode 0\n")
    let out = try folder.text("out")
    #expect(out.split(separator: "\n").count == 1 && out.hasPrefix("The page is at http://localhost:"))
    #expect(try folder.text("err") == "Press Ctrl-C to stop.\nStopped.\n")
  }

  /// A drawing that is interrupted leaves neither files nor a process behind.
  @Test func interruptingADrawingLeavesNothing() async throws {
    let (answer, folder) = try await explore(
      gnuplot: "touch \"${0%/bin/*}/began\"; exec -a \"$0\" sleep 3600",
      "get '/figures/loss.svg?\(quick)' >/dev/null & wait_until '[ -e began ]'")
    #expect(folder.has("began"))
    #expect(answer.output == "code 0\n")
    #expect(try folder.text("err").hasSuffix("Stopped.\n"))
  }

  /// However many connections there are, enough open files remain for gnuplot.
  @Test func idleConnectionsLeaveRoomForFigures() async throws {
    let (answer, folder) = try await explore(
      files: 88,
      """
      for i in $(seq 150); do exec {idle}<>/dev/tcp/127.0.0.1/$port; done
      for seed in 1 2 3; do get "/figures/loss.svg?\(quick)&seed=$seed" | grep -c '</svg>'; done
      get /icon.svg | head -1
      """)
    #expect(answer.output == "1\n1\n1\nHTTP/1.1 200 OK\r\ncode 0\n", "\(answer.output) \(answer.errors)")
    #expect(try folder.text("err") == "Press Ctrl-C to stop.\nStopped.\n")
  }

  @Test func withTooFewOpenFilesItDoesNotServe() async throws {
    let answer = try await BuiltProgram.shell("ulimit -n 40; exec \"$PROGRAM\" explore --port 0")
    #expect(answer.code == 69 && answer.output.isEmpty, "\(answer.errors)")
    #expect(answer.foldedErrors.contains("This process may open only"))
    #expect(answer.foldedErrors.contains("ulimit -n 256"))
  }

  /// A connection that cannot be accepted waits without using the processor, and is answered later.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/prlimit")))
  func connectionsThatCannotBeAccepted() async throws {
    let (answer, _) = try await explore(
      """
      ticks() { awk '{ print $14 + $15 }' /proc/$pid/stat; }
      prlimit --pid $pid --nofile=4:
      exec 4<>/dev/tcp/127.0.0.1/$port
      printf 'GET /icon.svg HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&4
      before=$(ticks); sleep 3
      [ $(($(ticks) - before)) -lt $((3 * $(getconf CLK_TCK) / 4)) ] && echo rests
      prlimit --pid $pid --nofile=1024:
      head -1 <&4
      """)
    #expect(answer.output == "rests\nHTTP/1.1 200 OK\r\ncode 0\n", "\(answer.output) \(answer.errors)")
  }

  @Test(arguments: [
    ("echo \"$4 line 7: no such terminal\" >&2; exit 1", "line 7: no such terminal"),
    ("kill -SEGV $$", "could not draw"),
    ("exit 0", "it gave no reason"), ("exec -a \"$0\" sleep 3600", "within 1 seconds and was stopped"),
    ("trap '' TERM; while :; do :; done", "within 1 seconds and was stopped"),
    ("head -c 50000000 /dev/zero | tr '\\0' 'x' >&2; exit 1", "could not draw"),
  ])
  func gnuplotThatFails(body: String, words: String) async throws {
    let (answer, _) = try await explore(
      gnuplot: body, with: "--drawing-time \(words.contains("1 seconds") ? 1 : 600)",
      """
      get '/figures/loss.svg?\(quick)' >answer; head -1 answer; grep '"error"' answer
      ps -o stat=,args= --ppid $pid | grep -v llvm-symbolizer | sed 's/^/child: /'
      get '/run?\(quick)' | head -1
      """)
    #expect(
      answer.output.hasPrefix("HTTP/1.1 502 Bad Gateway\r\n") && answer.output.contains(words), "\(answer.output)")
    // Neither a running nor a zombie process is left; the numbers are there all the same.
    #expect(!answer.output.contains("child:") && !answer.output.contains("runs:") && !answer.output.contains("left:"))
    #expect(answer.output.hasSuffix("HTTP/1.1 200 OK\r\ncode 0\n"))
  }

  /// If the browser disconnects during a drawing, gnuplot is stopped.
  @Test func aDrawingThatNobodyWaitsForIsStopped() async throws {
    let (answer, folder) = try await explore(
      gnuplot: "touch \"${0%/bin/*}/began\"; exec -a \"$0\" sleep 3600",
      """
      exec 3<>/dev/tcp/127.0.0.1/$port
      printf 'GET %s HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n' '/figures/loss.svg?\(quick)' >&3
      wait_until '[ -e began ]'
      ps -o args= --ppid $pid | grep -c gnuplot
      exec 3>&-
      # A sanitizer has its own child process, which stays.
      wait_until '! ps -o args= --ppid $pid | grep -q gnuplot'
      ps -o stat=,args= --ppid $pid | grep gnuplot
      get /icon.svg | head -1
      """)
    #expect(folder.has("began"))
    #expect(answer.output == "1\nHTTP/1.1 200 OK\r\ncode 0\n", "\(answer.output)")
  }

  @Test(arguments: [
    (["--port", "abc"], 64, "--port"), (["--port", "-1"], 64, "65,535"), (["--port", "65536"], 64, "65,535"),
    (["--jobs", "0"], 64, "--jobs"), (["--drawing-time", "soon"], 64, "--drawing-time"),
    (["--dataset", "/nowhere.yaml"], 65, "/nowhere.yaml: File not found."),
    (["--host", "256.1.1.1", "--port", "0"], 69, "--host"),
    (["--host", "192.0.2.1", "--port", "0"], 69, "--host"),
  ])
  func isRefused(arguments: [String], code: Int, words: String) async throws {
    let answer = try await BuiltProgram.run(["explore"] + arguments)
    #expect(answer.code == code && answer.output.isEmpty)
    #expect(answer.foldedErrors.contains(words), "\(answer.errors)")
  }

  @Test func withoutGnuplotItDoesNotServe() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run(["explore", "--port", "0"], path: folder.path)
    #expect(answer.code == 69 && answer.output.isEmpty)
    #expect(answer.foldedErrors.contains("gnuplot was not found on PATH. Install it"))
  }

  @Test func aPortThatIsTaken() async throws {
    let (answer, _) = try await explore("timeout 600 \"$PROGRAM\" explore --port $port; echo \"second $?\"")
    #expect(answer.output == "second 69\ncode 0\n")
    #expect(
      answer.foldedErrors.contains(
        "is in use, perhaps by another page like this one. Choose another port, or 0 for any free one (--port)."))
  }

  /// If other people can connect, it prints a warning and the address, and accepts this address.
  @Test func otherAddresses() async throws {
    let answer = try await BuiltProgram.shell(
      """
      work=$(mktemp -d); cd "$work"
      for host in 127.0.0.2 0.0.0.0; do
        "$PROGRAM" explore --port 0 --host $host >out 2>err & pid=$!
        wait_until 'grep -q http out || ! kill -0 $pid'
        address=$(sed -n '1s,.*http://\\(.*\\)/,\\1,p' out)
        exec 3<>/dev/tcp/${address%:*}/${address#*:}
        printf 'GET / HTTP/1.1\\r\\nHost: %s\\r\\nConnection: close\\r\\n\\r\\n' "$address" >&3
        head -1 <&3
        kill -TERM $pid; wait $pid; echo "code $?"
        grep -c 'no password' err; rm out err
      done
      rm -r "$work"
      """)
    #expect(answer.output == "HTTP/1.1 200 OK\r\ncode 0\n0\nHTTP/1.1 200 OK\r\ncode 0\n1\n", "\(answer.output)")
  }
}
