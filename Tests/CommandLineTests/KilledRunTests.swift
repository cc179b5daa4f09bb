import Foundation
import TestSupport
import Testing

/// A run that is killed while it replaces another: the folder contains the old run or the new one, or all commands report it as
/// unfinished.
@Suite(.serialized) struct KilledRunTests {
  private static let plugins = ["--plugin", "tree", "--plugin", "loss", "--plugin", "modes", "--quiet"]
  private static let old = plugins + ["--set", "features=100", "--eta", "1", "--epochs", "30"]
  private static let new = plugins + ["--set", "features=100", "--eta", "2", "--epochs", "30"]

  private func content(_ folder: TemporaryFolder, _ run: String) throws -> [String: String] {
    let files = folder.files().filter { $0.hasPrefix("\(run)/") && !$0.contains("/.dlnn-sim-unfinished.") }
    return Dictionary(
      uniqueKeysWithValues: try files.map { (String($0.dropFirst(run.count + 1)), try folder.text($0)) })
  }

  /// More kills with KILLS=300.
  @Test func killedAtRandomMoments() async throws {
    let folder = try TemporaryFolder()
    #expect(try await BuiltProgram.run(Self.old + ["-o", folder.path("old")]).code == 0)
    // The time of the run itself, without the time it waits until other tests make room for it.
    let timed = try await BuiltProgram.shell(
      """
      cd '\(folder.path)'; export LC_ALL=C TIMEFORMAT=%R
      time "$PROGRAM" \(Self.new.joined(separator: " ")) -o new
      """)
    #expect(timed.code == 0)
    let seconds = try #require(Double(timed.errors.trimmingCharacters(in: .whitespacesAndNewlines)), "\(timed.errors)")
    let (before, after) = (try content(folder, "old"), try content(folder, "new"))
    #expect(before != after)
    let count = ProcessInfo.processInfo.environment["KILLS"].flatMap(Int.init) ?? 16
    var (found, unfinished) = ([0, 0], 0)
    for index in 0..<count {
      // Multiples of the golden ratio cover the time of a run evenly; the checks must hold at every moment.
      let part = (Double(index) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1)
      _ = try await BuiltProgram.shell(
        """
        cd '\(folder.path)'; rm -rf run; cp -r old run
        "$PROGRAM" \(Self.new.joined(separator: " ")) -o run & sleep \(1.4 * seconds * part)
        kill -KILL $! 2>/dev/null; wait $! 2>/dev/null
        """)
      let content = try content(folder, "run")
      let answer = try await BuiltProgram.run("compare", "run", "old", "-o", "c", "--format", "none", in: folder.path)
      switch content {
      case before: found[0] += 1
      case after: found[1] += 1
      default:
        unfinished += 1
        #expect(answer.code == 65 && answer.foldedErrors.contains("is unfinished"), "\(answer.errors)")
        try await expectEveryReaderNamesIt(folder)
        continue
      }
      // As long as the mark exists, all commands ask the user to wait, even if all files are in place.
      #expect(answer.code == 0, "\(answer.errors)")
    }
    print("killed \(count) times: \(found[0]) old, \(found[1]) new, \(unfinished) unfinished")
    // The next run replaces everything that was left.
    #expect(try await BuiltProgram.run(Self.new + ["-o", folder.path("run")]).code == 0)
    #expect(try content(folder, "run") == after)
    #expect(folder.files().allSatisfy { !$0.contains("/.dlnn-sim-unfinished.") })
  }

  private func expectEveryReaderNamesIt(_ folder: TemporaryFolder) async throws {
    for arguments in [["report", "run"], ["render", "run"], ["verify", "run"], ["--from", "run", "-o", "again"]] {
      let answer = try await BuiltProgram.run(arguments, in: folder.path)
      #expect(answer.code == 65 && answer.foldedErrors.contains("is unfinished"), "\(arguments): \(answer.errors)")
    }
    #expect(!folder.has("run/report.html") && !folder.has("again"))
  }

  /// The moment in which files are renamed is short; here it is prolonged.
  @Test func aMarkedFolderIsUnfinishedForEveryReader() async throws {
    let folder = try TemporaryFolder()
    #expect(try await BuiltProgram.run(Self.old + ["-o", folder.path("run"), "--format", "none"]).code == 0)
    try folder.write("tree/loss.tsv\n", to: "run/.dlnn-sim-unfinished")
    try await expectEveryReaderNamesIt(folder)
    let answer = try await BuiltProgram.run("compare", "run", "run", "-o", "c", in: folder.path)
    #expect(answer.code == 65 && !folder.has("c"))
    #expect(try await BuiltProgram.run(Self.old + ["-o", folder.path("run"), "--format", "none"]).code == 0)
    #expect(!folder.has("run/.dlnn-sim-unfinished"))
    #expect(try await BuiltProgram.run("verify", "run", in: folder.path).code == 0)
  }

  /// An interrupt keeps the finished parts and names the missing ones, and so do all commands that read the run.
  @Test func anInterruptedRunNamesWhatItLacks() async throws {
    let folder = try TemporaryFolder()
    // The second dataset takes very long; the run is interrupted when the first one is done.
    let answer = try await BuiltProgram.shell(
      """
      cd '\(folder.path)'
      "$PROGRAM" --plugin tree --plugin ring --plugin loss --set features=100 --eta 1 --epochs 1000000 -v -o run \\
        --format none --jobs 1 2>errors & program=$!
      until grep -q '^planned' errors; do kill -0 $program 2>/dev/null || break; sleep 0.05; done
      kill -INT $program; wait $program
      """)
    #expect(answer.code == 130, "\(answer.errors)")
    // Nothing was finished, so there is no run.
    #expect(!folder.has("run/run.json"))
    #expect(try await BuiltProgram.run(Self.old + ["-o", folder.path("run"), "--format", "none"]).code == 0)
    let record = try folder.text("run/run.json")
    try folder.write(
      record.replacingOccurrences(of: "\"versions\" : {", with: "\"unfinished\" : [\"ring\"],\n  \"versions\" : {"),
      to: "run/run.json")
    for arguments in [["report", "run"], ["render", "run"], ["compare", "run", "run", "--format", "none"]] {
      let answer = try await BuiltProgram.run(arguments, in: folder.path)
      #expect(answer.code == 0 && answer.foldedErrors.contains("was interrupted before ring"), "\(answer.errors)")
    }
  }
}
