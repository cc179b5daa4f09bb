import Foundation
import TestSupport
import Testing

/// Folders that cannot be written.
@Suite struct OutputTroubleTests {
  /// Two runs that write into one folder would mix their files, so the second one is refused.
  @Test func twoRunsIntoOneFolder() async throws {
    let folder = try TemporaryFolder()
    // The program asks it for its version when a run has locked its folder.
    try folder.write("#!/bin/bash\ntouch \"${0%/*}/asked\"\n", to: "bin/gnuplot", executable: true)
    let answer = try await BuiltProgram.shell(
      """
      PATH='\(folder.path("bin"))':$PATH "$PROGRAM" --plugin tree --plugin loss --set features=200 --eta 2 \\
        --epochs 1000000 --format none --output '\(folder.path("out"))' 2>/dev/null &
      wait_until '[ -e "\(folder.path("bin/asked"))" ] || ! kill -0 $!'
      "$PROGRAM" --plugin tree --plugin loss --set features=200 --epochs 5 --eta 2 --output '\(folder.path("out"))'
      code=$?; kill $!; wait $!; exit $code
      """)
    #expect(answer.code == 73 && answer.foldedErrors.contains("Another run is writing to"))
  }

  /// Results that cannot be written are an error, except after `| head -1`.
  @Test func standardOutputThatIsFull() async throws {
    let answer = try await BuiltProgram.shell("\"$PROGRAM\" list >/dev/full")
    #expect(answer.code == 73 && answer.foldedErrors.contains("No space left on device"))
  }

  private static let arguments = [
    "--plugin", "tree", "--plugin", "modes", "--set", "features=200", "--eta", "2", "--output",
  ]

  @Test func aPathThroughAFile() async throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "file")
    let answer = try await BuiltProgram.run(Self.arguments + [folder.path("file/deeper/out")])
    #expect(answer.code == 73 && answer.foldedErrors.contains("could not be written"))
  }

  @Test func aFolderNobodyMayWrite() async throws {
    // The kernel's folder: not even root can create folders there.
    let answer = try await BuiltProgram.run(Self.arguments + ["/proc/dlnn-sim"])
    #expect(answer.code == 73 && answer.foldedErrors.contains("/proc/dlnn-sim could not be written"))
  }

  @Test func aDatasetFolderThatIsAFile() async throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "out/tree")
    let answer = try await BuiltProgram.run(Self.arguments + [folder.path("out")])
    #expect(answer.code == 73 && answer.foldedErrors.contains("a file with that name exists"))
    #expect(try folder.text("out/tree") == "mine")
  }

  @Test func aRecordOfSomebodyElse() async throws {
    let folder = try TemporaryFolder()
    for text in [#"{"program": {"name": "other"}, "files": []}"#, "not json", "{"] {
      try folder.write(text, to: "out/run.json")
      let answer = try await BuiltProgram.run(Self.arguments + [folder.path("out")])
      #expect(answer.code == 73 && answer.foldedErrors.contains("was not overwritten"))
      #expect(try folder.text("out/run.json") == text)
    }
  }

  /// Needs root, to mount a file system of 100 kB; skipped without.
  @Test(.enabled(if: getuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/mount")))
  func aFullDisk() async throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "disk/.keep")
    // In some containers nothing can be mounted, root or not.
    let mount = "mount -t tmpfs -o size=100k tmpfs '\(folder.path("disk"))'"
    guard try await BuiltProgram.shell(mount).code == 0 else { return }
    let answer = try await BuiltProgram.run(Self.arguments + [folder.path("disk/out")])
    let left = folder.files()
    let table = folder.has("disk/out/tree/trajectory.tsv") ? try folder.text("disk/out/tree/trajectory.tsv") : nil
    _ = try await BuiltProgram.shell("umount '\(folder.path("disk"))'")
    #expect(answer.code == 73 && answer.foldedErrors.contains("No space left on device"))
    #expect(left.allSatisfy { !$0.contains(".dlnn-sim-unfinished.") })
    // Files written before are complete.
    if let table { #expect(table.split(separator: "\n").count == 252 && table.hasSuffix("\n")) }
  }

  @Test func aFolderThatVanishes() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      #!/bin/bash
      if [ "$1" = --version ]; then echo 'gnuplot 5.4 patchlevel 4'; exit 0; fi
      rm -rf '\(folder.path("out"))'
      """, to: "bin/gnuplot", executable: true)
    let answer = try await BuiltProgram.run(
      Self.arguments + [folder.path("out")], path: folder.path("bin") + ":/usr/bin:/bin")
    #expect(answer.code == 73 && answer.foldedErrors.contains("run.json could not be written"))
  }
}
