import Foundation
import TestSupport
import Testing

@testable import Sweeps

/// Tests that need Slurm itself. `make test-slurm` starts one; elsewhere these tests are skipped, also on a cluster.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["LOCAL_CLUSTER"] != nil), .timeLimit(.minutes(120)))
struct RealSlurmTests {
  /// Writes its arguments into the sweep's folder, and waits while a file `wait` exists.
  private static let program = """
    #!/bin/bash
    printf '%s\\n' "$@" > "$3/asked.$SLURM_ARRAY_TASK_ID"
    echo "task $SLURM_ARRAY_TASK_ID writes a log"
    while [ -e "$3/wait" ]; do sleep 0.2; done
    """

  private func submit(
    _ folder: String, tasks: Int = 2, missing: [Int]? = nil, options: SlurmOptions? = nil
  ) async throws -> SlurmJob {
    let submitted = try await SlurmSubmission.submit(
      folder: folder, program: "\(folder)/it's $PROGRAM", tasks: tasks, missing: missing,
      options: options ?? SlurmOptions())
    return try #require(submitted.job)
  }

  private func waitForEnd(_ job: SlurmJob) async throws {
    while try await SlurmProgram().isQueued(job) { try await Task.sleep(for: .milliseconds(500)) }
  }

  @Test(arguments: AwfulNames.all)
  func everyFolderWillDo(name: String) async throws {
    let temporary = try TemporaryFolder()
    let folder = "\(temporary.path)/\(name)"
    try temporary.write(Self.program, to: "\(name)/it's $PROGRAM", executable: true)
    let job = try await submit(folder, options: SlurmOptions(partition: "main", time: "5", memory: "1M"))
    try await waitForEnd(job)
    for task in 1...2 {
      let words = ["sweep", "--from", folder, "--output", folder, "--shard", "\(task)/2", "--jobs", "1", "--quiet"]
      #expect(try temporary.text("\(name)/asked.\(task)") == words.map { $0 + "\n" }.joined())
      let log = name.contains("\\") ? "tasks" : "\(job.identifier)_\(task)"
      #expect(try temporary.text("\(name)/logs/\(log).log").contains("task \(task) writes a log\n"))
    }
    #expect(temporary.files().allSatisfy { $0.hasPrefix(name) && !$0.hasSuffix("owned") })
  }

  @Test(arguments: AwfulNames.all)
  func optionsReachSlurmAsTheyAre(name: String) async throws {
    let temporary = try TemporaryFolder()
    // A comma would separate two partitions.
    let partition = "no \(name.replacing(",", with: "."))"
    let options = try SlurmOptions(partition: partition)
    let error = await #expect(throws: SlurmError.self) { try await submit(temporary.path, options: options) }
    // Swift recognises more line breaks than sbatch does.
    let folded = { (text: String) in text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    let said = folded(error.map { "\($0)" } ?? "")
    #expect(said.contains(folded("invalid partition specified: \(partition)")))
    #expect(temporary.has("sweep.slurm") && !temporary.has("sweep.job"))
  }

  @Test func oneArrayAtATime() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.program, to: "it's $PROGRAM", executable: true)
    try folder.write("", to: "wait")
    let job = try await submit(folder.path)
    #expect(try await SlurmProgram().isQueued(job))
    await #expect(throws: SlurmError.stillQueued(job: job)) { try await submit(folder.path) }
    try FileManager.default.removeItem(atPath: folder.path("wait"))
    try await waitForEnd(job)
    try FileManager.default.removeItem(atPath: folder.path("asked.2"))
    let second = try await submit(folder.path, tasks: 9, missing: [2, 9])
    #expect(second != job)
    try await waitForEnd(second)
    #expect(folder.has("asked.2") && folder.has("asked.9") && !folder.has("asked.3"))
  }

  @Test func unknownJobsAreNotQueued() async throws {
    #expect(try await SlurmProgram().isQueued(#require(SlurmJob("999999"))) == false)
  }

  /// The Slurm of these tests allows tasks up to 5000.
  @Test func longArraysAreTakenAndTooLongOnesExplained() async throws {
    let folder = try TemporaryFolder()
    try folder.write("#!/bin/sh\n", to: "it's $PROGRAM", executable: true)
    let job = try await submit(folder.path, tasks: 5000, missing: Array(stride(from: 1, through: 5000, by: 2)))
    let answer = try await BuiltProgram.shell("scancel \(job.identifier)")
    #expect(answer.code == 0)
    try await waitForEnd(job)
    let error = await #expect(throws: SlurmError.self) { try await submit(folder.path, tasks: 6000) }
    #expect(error?.description.contains("MaxArraySize") == true)
  }
}
