import Foundation
import TestSupport
import Testing

/// Sweeps as a user runs them: from the command line, killed, shared, on full disks.
@Suite(.timeLimit(.minutes(120))) struct SweepTests {
  private static let vary = [
    "sweep", "--vary", "eta=1:3:4", "--vary", "gamma=1e-3:1:4:log", "--vary", "seed=0..<9", "--set", "features=80",
    "--epochs", "40", "--format", "none",
  ]
  private static let words = vary.map { "'\($0)'" }.joined(separator: " ")

  private func table(_ folder: TemporaryFolder, _ name: String = "reference") async throws -> String {
    let answer = try await BuiltProgram.run(Self.vary + ["--output", folder.path(name)])
    #expect(answer.code == 0, "\(answer.errors)")
    return try folder.text("\(name)/sweep.tsv")
  }

  @Test func oneTidyTable() async throws {
    let folder = try TemporaryFolder()
    let lines = try await table(folder).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(lines.count == 145 && lines.allSatisfy { $0.count == lines[0].count })
    #expect(lines[0].prefix(8) == ["run", "dataset", "seed", "eta", "epsilon", "gamma", "hidden", "epochs"])
    #expect(lines[1].prefix(4) == ["1", "shark-bones", "0", "1"] && lines[2][5] == "0.01")
    // The same once more: nothing to do, and nothing changes.
    let before =
      try FileManager.default.attributesOfItem(atPath: folder.path("reference/sweep.tsv"))[.modificationDate] as? Date
    let again = try await BuiltProgram.run(Self.vary + ["--output", folder.path("reference")])
    let after =
      try FileManager.default.attributesOfItem(atPath: folder.path("reference/sweep.tsv"))[.modificationDate] as? Date
    #expect(again.code == 0 && before == after)
    // From its record, into another folder.
    let copy = try await BuiltProgram.run(
      "sweep", "--from", folder.path("reference/sweep.json"), "--format", "none", "--output", folder.path("copy"))
    #expect(try copy.code == 0 && folder.text("copy/sweep.tsv") == folder.text("reference/sweep.tsv"))
  }

  /// Killed without warning again and again, with any number of threads: in the end the same bytes.
  @Test func killedAtAnyMomentItGoesOn() async throws {
    let folder = try TemporaryFolder()
    let reference = try await table(folder)
    for attempt in 0..<5 {
      let out = folder.path("killed-\(attempt)")
      var kills = 0
      for part in 1...60 where !folder.has("killed-\(attempt)/sweep.tsv") {
        // Kill it after the start; when there is more than before, and a little later.
        let moment = part % 4 == 0 ? "-e '\(out)/sweep.json'" : "$(size) != $before"
        let answer = try await BuiltProgram.shell(
          """
          size() { cat '\(out)'/parts/part-* 2>/dev/null | wc -c; }
          before=$(size)
          "$PROGRAM" \(Self.words) --quiet --jobs \(1 + part % 3) --output '\(out)' &
          until [ \(moment) ] || ! kill -0 $! 2>/dev/null; do :; done
          for ((i = 0; i < \(attempt * part * 100); i++)); do :; done
          kill -KILL $! 2>/dev/null; wait $! 2>/dev/null
          """)
        if answer.code != 0 { kills += 1 }
      }
      #expect(try await BuiltProgram.run(Self.vary + ["--output", out]).code == 0)
      #expect(try folder.text("killed-\(attempt)/sweep.tsv") == reference)
      #expect(!folder.files().contains { $0.hasPrefix("killed-\(attempt)/") && $0.contains(".dlnn-sim-unfinished.") })
      #expect(kills > 0)
    }
  }

  @Test func partsByManyProcessesAtOnce() async throws {
    let folder = try TemporaryFolder()
    let reference = try await table(folder)
    let out = folder.path("parts")
    let missing = try await BuiltProgram.shell(
      """
      "$PROGRAM" \(Self.words) --quiet --output '\(out)' --shard 2/4 || exit 1
      "$PROGRAM" sweep collect '\(out)'
      """)
    #expect(missing.code == 1 && missing.foldedErrors.contains("108 runs are missing (rows 1–36, 73–144)."))
    // The suggested command is on a single line, so that it can be pasted.
    let lines = missing.errors.split(separator: "\n").filter { $0.contains(" sweep --from ") }
    #expect(lines.count == 1 && lines[0].hasSuffix(" --output \(out)"))
    let rest = try await BuiltProgram.shell(
      """
      for part in 1 3 4; do "$PROGRAM" \(Self.words) --quiet --output '\(out)' --shard $part/4 & done; wait
      "$PROGRAM" sweep collect '\(out)' --format none
      """)
    #expect(rest.code == 0, "\(rest.errors)")
    #expect(try folder.text("parts/sweep.tsv") == reference && !folder.has("parts/parts"))
  }

  @Test func twoProcessesOnOneFolder() async throws {
    let folder = try TemporaryFolder()
    let long = "sweep --vary eta=1:2:5 --vary seed=0...49 --set features=100 --epochs 10000 --format none"
    func second(_ first: String, _ other: String) async throws -> BuiltProgram.Answer {
      // A process keeps its computed runs after it has locked its part.
      try await BuiltProgram.shell(
        """
        size() { cat '\(folder.path("out"))'/parts/part-* 2>/dev/null | wc -c; }
        before=$(size)
        "$PROGRAM" \(long) --quiet \(first) --output '\(folder.path("out"))' &
        wait_until '[ $(size) != $before ] || ! kill -0 $!'
        "$PROGRAM" \(long) --quiet \(other) --output '\(folder.path("out"))'; code=$?
        kill $!; wait $!; exit $code
        """)
    }
    for (first, other) in [("", ""), ("", "--shard 1/2"), ("--shard 1/2", ""), ("--shard 1/2", "--shard 1/2")] {
      let answer = try await second(first, other)
      #expect(
        answer.code == 73 && answer.foldedErrors.contains("Another process is working on this sweep"),
        "\(answer.errors)")
    }
    // The runs of the first process are kept and reported.
    let answer = try await BuiltProgram.run(
      (long + " --dry-run --output").split(separator: " ").map(String.init) + [folder.path("out")])
    #expect(answer.code == 0 && answer.foldedOutput.contains("of 250 runs in"))
  }

  @Test func anotherSweepIsRefused() async throws {
    let folder = try TemporaryFolder()
    _ = try await table(folder)
    let files = folder.files()
    let answer = try await BuiltProgram.run(
      "sweep", "--vary", "eta=1,2", "--output", folder.path("reference"))
    #expect(answer.code == 73 && answer.foldedErrors.contains("already holds another sweep"))
    let run = try await BuiltProgram.run(
      "--plugin", "tree", "--plugin", "loss", "--set", "features=50", "--output", folder.path("reference"))
    #expect(
      run.code == 73 && run.foldedErrors.contains("reference holds a sweep, and nothing else can be written there"))
    #expect(folder.files() == files)
  }

  /// Needs root, to mount a small file system; skipped without.
  @Test(.enabled(if: getuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/mount")))
  func aFullDiskAndOneForReadingOnly() async throws {
    let folder = try TemporaryFolder()
    let reference = try await table(folder)
    try folder.write("", to: "disk/.keep")
    let disk = folder.path("disk")
    // In some containers nothing can be mounted, root or not.
    guard try await BuiltProgram.shell("mount -t tmpfs -o size=24k tmpfs '\(disk)'").code == 0 else { return }
    let full = try await BuiltProgram.run(Self.vary + ["--output", "\(disk)/out"])
    let kept = try await BuiltProgram.run(Self.vary + ["--output", "\(disk)/out", "--dry-run"])
    // With room again it resumes; then the disk is read-only.
    _ = try await BuiltProgram.shell("mount -o remount,size=10m '\(disk)'")
    let more = try await BuiltProgram.run(Self.vary + ["--output", "\(disk)/out", "--shard", "2/2"])
    _ = try await BuiltProgram.shell("mount -o remount,ro '\(disk)'")
    let sealed = try await BuiltProgram.run(Self.vary + ["--output", "\(disk)/out"])
    let elsewhere = try await BuiltProgram.run(Self.vary + ["--output", "\(disk)/new"])
    _ = try await BuiltProgram.shell("mount -o remount,rw '\(disk)'")
    let end = try await BuiltProgram.run(Self.vary + ["--output", "\(disk)/out"])
    let table = try? folder.text("disk/out/sweep.tsv")
    _ = try await BuiltProgram.shell("umount '\(disk)'")
    #expect(full.code == 73 && full.foldedErrors.contains("No space left on device"))
    #expect(full.foldedErrors.contains("runs are kept in") && full.foldedErrors.contains("repeat the command"))
    #expect(kept.code == 0 && !kept.foldedOutput.contains("done 0 of 144"))
    #expect(more.code == 0, "\(more.errors)")
    for answer in [sealed, elsewhere] {
      #expect(answer.code == 73 && answer.foldedErrors.contains("Read-only file system"), "\(answer.errors)")
    }
    #expect(end.code == 0 && table == reference)
  }

  /// A limit on the file size acts like a full disk, and can be tested without root.
  @Test func aFileThatMayGrowNoMore() async throws {
    let folder = try TemporaryFolder()
    let reference = try await table(folder)
    let out = folder.path("limited")
    let limited = try await BuiltProgram.shell("ulimit -f 8; \"$PROGRAM\" \(Self.words) --output '\(out)'")
    #expect(limited.code == 73 && limited.foldedErrors.contains("File too large"), "\(limited.errors)")
    #expect(limited.foldedErrors.contains("of 144 runs are kept in"))
    #expect(try await BuiltProgram.run(Self.vary + ["--output", out]).code == 0)
    #expect(try folder.text("limited/sweep.tsv") == reference)
  }

  @Test func aTableThatIsNotWhole() async throws {
    let folder = try TemporaryFolder()
    let table = try await table(folder)
    let damaged = [
      String(table.prefix(table.count / 2)), "",
      table.split(separator: "\n").dropLast(9).joined(separator: "\n") + "\n",
      "\u{1B}[31m\t\u{0}\n", table.replacingOccurrences(of: "stable_eta", with: "stable"),
    ]
    for text in damaged {
      try folder.write(text, to: "reference/sweep.tsv")
      for verb in [["figures", folder.path("reference")], ["collect", folder.path("reference")]] {
        let answer = try await BuiltProgram.run(["sweep"] + verb)
        #expect(answer.code == 65 && answer.foldedErrors.contains("Remove it"), "\(answer.errors)")
        #expect(!answer.errors.contains("\u{1B}"))
      }
    }
    // Its advice helps.
    try FileManager.default.removeItem(atPath: folder.path("reference/sweep.tsv"))
    #expect(try await self.table(folder) == table)
  }

  /// A changed digit or swapped rows are enough: no command accepts a table that the sweep did not write.
  @Test func aTableThatWasChanged() async throws {
    let folder = try TemporaryFolder()
    let table = try await table(folder)
    let record = try folder.text("reference/sweep.json")
    var lines = table.split(separator: "\n")
    lines.swapAt(3, 4)
    let out = folder.path("reference")
    let verbs = [
      ["sweep", "figures", out, "--format", "none"], ["sweep", "collect", out, "--format", "none"],
      Self.vary + ["--output", out], Self.vary + ["--output", out, "--json"],
      Self.vary + ["--output", out, "--on", "slurm", "--tasks", "2"],
    ]
    let swapped = lines.joined(separator: "\n") + "\n"
    for text in [swapped, table.replacing("\t0.01\t", with: "\t0.02\t", maxReplacements: 1)] {
      #expect(text != table)
      try folder.write(text, to: "reference/sweep.tsv")
      for verb in verbs {
        let answer = try await BuiltProgram.run(verb)
        #expect(answer.code == 65 && answer.output.isEmpty, "\(verb): \(answer.errors)")
        #expect(answer.foldedErrors.contains("was changed after the sweep had written it"), "\(answer.errors)")
      }
      #expect(try folder.text("reference/sweep.tsv") == text)
    }
    // As the message advises: restore it, or remove it and compute it again.
    try folder.write(table, to: "reference/sweep.tsv")
    for verb in verbs { #expect(try await BuiltProgram.run(verb).code == 0, "\(verb)") }
    try FileManager.default.removeItem(atPath: "\(out)/sweep.tsv")
    #expect(try await self.table(folder) == table && folder.text("reference/sweep.json") == record)
    // In records of earlier versions changes cannot be detected, and a note says so.
    let start = try #require(record.firstRange(of: "\"table\""))
    let end = try #require(record[start.upperBound...].firstRange(of: "}"))
    let before = try #require(record[..<start.lowerBound].lastIndex(of: ","))
    try folder.write(String(record[..<before] + record[end.upperBound...]), to: "reference/sweep.json")
    let answer = try await BuiltProgram.run("sweep", "figures", out, "--format", "none")
    #expect(answer.code == 0 && answer.foldedErrors.contains("has no checksum of the table"), "\(answer.errors)")
  }

  @Test func figuresElsewhereAndResultsAsJSON() async throws {
    let folder = try TemporaryFolder()
    _ = try await table(folder)
    let before = folder.files()
    let drawn = try await BuiltProgram.run(
      "sweep", "figures", folder.path("reference"), "--x", "gamma", "--y", "seed", "--where", "eta=1", "--format",
      "none", "--output",
      folder.path("slice"))
    #expect(drawn.code == 0 && drawn.output.hasPrefix("Written to \(folder.path("slice")): scripts"), "\(drawn.errors)")
    #expect(folder.files().filter { !$0.hasPrefix("slice/") } == before)
    #expect(folder.has("slice/shark-bones/final-loss.gp") && !folder.has("slice/sweep.tsv"))
    let answer = try await BuiltProgram.run(Self.vary + ["--output", folder.path("reference"), "--json"])
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    let found = try #require((document["found"] as? [[String: Any]])?.first)
    #expect(found["runs"] as? Int == 144 && found["name"] as? String == "shark-bones")
  }

  @Test func whatCannotBeMeant() async throws {
    let folder = try TemporaryFolder()
    let cases: [([String], Int, String)] = [
      ([], 64, "--vary NAME=VALUES"), (["--vary", "eta=9:1:3"], 64, "reversed"),
      (["--vary", "eta=1:9:0"], 64, "empty"),
      (["--vary", "eta=nan"], 64, "'nan' is not a valid value for '--eta'"),
      (["--vary", "seed=0..<9", "--vary", "eta=1:2:99999999"], 64, "too many"),
      (["--vary", "seed=0..<4000000000", "--vary", "eta=1:2:99999"], 64, "at most 10,000,000,000 runs"),
      (["--vary", "eta=1,2", "--eta", "3"], 64, "also set to one value"),
      (["--vary", "eta=1,2", "--plugin", "rsa"], 64, "analysis"),
      (["--vary", "eta=1,2", "--shard", "0/4"], 64, "is not a part of a sweep. Parts are I/N"),
      (["--vary", "eta=1,2", "--jobs", "0"], 64, "--jobs"),
      (["--vary", "eta=1,2", "--on", "pbs"], 64, "slurm"), (["--vary", "eta=1,2", "--on", "slurm"], 64, "--tasks"),
      (["--vary", "eta=1,2", "--json", "--dry-run"], 64, "whole sweep"),
      (["--vary", "eta=1,2", "--on", "slurm", "--tasks", "2", "--jobs", "2"], 64, "--cpus"),
      (["--vary", "eta=1,2", "--tasks", "4"], 64, "--on slurm"),
      (["--vary", "eta=1,2", "--on", "slurm", "--tasks", "0"], 64, "'--tasks': it takes a whole number from 1"),
      (["--vary", "eta=1,2", "--on", "slurm", "--tasks", "-9223372036854775808"], 64, "a whole number from 1"),
      (["--vary", "eta=1,2", "--on", "slurm", "--tasks", "10001"], 64, "a whole number from 1"),
      (["--vary", "eta=1,2", "--on", "slurm", "--tasks", "2", "--cpus", "0"], 64, "'cpus': it takes"),
      (["--vary", "eta=1,2", "--format", "gif"], 64, "--format"),
      (["--vary", "eta=1,2", "--on", "slurm", "--tasks", "2", "--shard", "1/2"], 64, "cannot be used together"),
      (["--from", folder.path("none")], 65, "No sweep found"),
      (["collect", folder.path("none")], 65, "No sweep found"),
      (["figures", folder.path("none")], 65, "No sweep found"),
    ]
    for (arguments, code, text) in cases {
      let isVerb = ["collect", "figures"].contains(arguments.first)
      let answer = try await BuiltProgram.run(["sweep"] + arguments + (isVerb ? [] : ["--output", folder.path("out")]))
      #expect(
        answer.code == code && answer.foldedErrors.contains(text), "\(arguments): \(answer.code) \(answer.errors)")
      #expect(folder.files().isEmpty)
    }
  }

  @Test func aDryRunRunsNothing() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run(Self.vary + ["--output", folder.path("out"), "--dry-run"])
    #expect(answer.code == 0 && answer.foldedOutput.hasPrefix("144 runs of shark-bones: eta 1, "))
    #expect(answer.foldedOutput.contains("Nothing was run") && folder.files().isEmpty)
    // An impossible dataset is detected before.
    let refused = try await BuiltProgram.run(
      "sweep", "--vary", "levels=2,3", "--set", "features=50", "--dry-run", "--output", folder.path("out"))
    #expect(refused.code == 65 && refused.foldedErrors.contains("8 values for 4 items"))
  }
}
