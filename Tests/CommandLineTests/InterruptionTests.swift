import Foundation
import TestSupport
import Testing

/// The program stopped from outside: what is there is whole, and nothing unfinished stays for good.
@Suite(.serialized) struct InterruptionTests {
  private static let arguments = [
    "--plugin", "tree", "--plugin", "loss", "--set", "features=100", "--eta", "1", "--epochs", "30",
  ]

  /// Starts the program without waiting for it.
  private func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = BuiltProgram.folder.appendingPathComponent("dlnn-sim")
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Every file that has its final name after a kill equals the one of an undisturbed run.
  @Test func killedAtAnyMomentItLeavesNoDamagedFile() async throws {
    let reference = try TemporaryFolder()
    let began = ContinuousClock.now
    #expect(try await BuiltProgram.run(Self.arguments + ["--output", reference.path]).code == 0)
    let whole = began.duration(to: .now)
    // Parts of the golden ratio cover the time of a run evenly, the same parts on every machine.
    for index in 0..<100 {
      let folder = try TemporaryFolder()
      let process = try start(Self.arguments + ["--output", folder.path])
      let part = (Double(index) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1)
      try await Task.sleep(for: whole * (1.1 * part))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      for file in folder.files() where !file.hasSuffix(".part") {
        #expect(try folder.text(file) == reference.text(file), "\(file) is damaged")
      }
    }
  }

  @Test func nextRunClearsWhatAKilledOneLeft() async throws {
    let folder = try TemporaryFolder()
    // No process has this number: the largest one is lower.
    try folder.write("half", to: "tree/.loss.tsv.4194399.part")
    try folder.write("half", to: ".run.json.4194399.part")
    try folder.write("mine", to: "tree/.notes.txt.4194399.part")
    #expect(try await BuiltProgram.run(Self.arguments + ["--output", folder.path]).code == 0)
    #expect(folder.files().filter { $0.hasSuffix(".part") } == ["tree/.notes.txt.4194399.part"])
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func interruptsEndWithinASecond(signal: Int32) async throws {
    let folder = try TemporaryFolder()
    let process = try start([
      "--plugin", "tree", "--plugin", "loss", "--set", "features=200", "--eta", "2", "--epochs", "1000000", "--format",
      "none",
      "--output", folder.path,
    ])
    try await Task.sleep(for: .seconds(1))
    #expect(process.isRunning)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130 && process.terminationReason == .exit)
    #expect(folder.files().isEmpty)
  }

  @Test func closedStandardOutputIsNoError() async throws {
    let folder = try TemporaryFolder()
    let program = BuiltProgram.folder.appendingPathComponent("dlnn-sim").path
    for arguments in [
      "list", "--plugin tree --plugin loss --set features=100 --epochs 5 --json --output '\(folder.path)'",
    ] {
      let shell = Process()
      shell.executableURL = URL(fileURLWithPath: "/bin/bash")
      shell.arguments = ["-c", "set -o pipefail; '\(program)' \(arguments) | true"]
      try shell.run()
      shell.waitUntilExit()
      #expect(shell.terminationStatus == 0)
    }
  }
}
