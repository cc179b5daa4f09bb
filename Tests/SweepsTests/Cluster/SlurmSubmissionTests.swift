import Experiments
import Foundation
import PluginKit
import Support
import TestSupport
import Testing

@testable import Sweeps

@Suite struct SlurmSubmissionTests {
  @Test func scriptLogsAndRecordAreThere() async throws {
    let slurm = try FakeSlurm(sbatch: "[ -d \"${2%/*}/logs\" ] && [ -s \"$2\" ] && echo 12")
    let submitted = try await slurm.submit(missing: [2, 4])
    #expect(submitted.job == SlurmJob("12") && submitted.scriptPath == "\(slurm.folder)/sweep.slurm")
    #expect(submitted.description == "Submitted as job 12. Its script: \(slurm.folder)/sweep.slurm")
    #expect(try slurm.temporary.text("sweep/sweep.job") == "12\n")
    #expect(try slurm.temporary.text("sweep/sweep.slurm").contains("--array=2,4\n"))
  }

  @Test func aJobInTheQueueIsNotDoubled() async throws {
    let slurm = try FakeSlurm(sbatch: "echo 13", squeue: "echo 12_4")
    try slurm.temporary.write("12\n", to: "sweep/sweep.job")
    let error = try SlurmError.stillQueued(job: #require(SlurmJob("12")))
    await #expect(throws: error) { try await slurm.submit() }
    #expect(
      error.description
        == "Job 12 is still in the queue and runs this sweep. Wait for it (squeue --jobs=12), or cancel it with scancel 12."
    )
    #expect(try slurm.asked("sbatch").isEmpty)
    #expect(!slurm.temporary.has("sweep/sweep.slurm") && !slurm.temporary.has("sweep/logs"))
  }

  @Test func aJobThatHasEndedIsFollowed() async throws {
    let slurm = try FakeSlurm(sbatch: "echo '13;big'", squeue: "exit 0")
    try slurm.temporary.write("12\n", to: "sweep/sweep.job")
    let submitted = try await slurm.submit()
    #expect(submitted.job == SlurmJob("13;big"))
    #expect(try slurm.temporary.text("sweep/sweep.job") == "13;big\n")
  }

  @Test func aQueueThatDoesNotAnswerIsNoEmptyQueue() async throws {
    let slurm = try FakeSlurm(sbatch: "echo 13", squeue: "echo 'Unable to contact slurm controller' >&2; exit 1")
    try slurm.temporary.write("12\n", to: "sweep/sweep.job")
    let error = await #expect(throws: SlurmError.self) { try await slurm.submit() }
    #expect(error?.description.contains("Unable to contact slurm controller") == true)
    #expect(try slurm.asked("sbatch").isEmpty)
  }

  @Test(arguments: ["", "twelve", "12\n13\n", String(repeating: "1", count: 300)])
  func aRecordOfNothingIsNotPassedOver(text: String) async throws {
    let slurm = try FakeSlurm(sbatch: "echo 13", squeue: "exit 0")
    try slurm.temporary.write(text, to: "sweep/sweep.job")
    let path = "\(slurm.folder)/sweep.job"
    await #expect(throws: SlurmError.unreadableRecord(path: path)) { try await slurm.submit() }
    #expect(try slurm.asked("sbatch").isEmpty)
  }

  @Test func withoutSlurmTheScriptIsLeft() async throws {
    let slurm = try FakeSlurm()
    try slurm.temporary.write("12\n", to: "sweep/sweep.job")
    let submitted = try await slurm.submit()
    #expect(submitted.job == nil && slurm.temporary.has("sweep/sweep.slurm") && slurm.temporary.has("sweep/logs"))
    #expect(
      submitted.description == """
        Slurm not found (no sbatch on PATH). The script was written: \(slurm.folder)/sweep.slurm
        Submit it on the cluster with: sbatch \(slurm.folder)/sweep.slurm
        """)
  }

  @Test func afterARefusalTheScriptIsLeft() async throws {
    let slurm = try FakeSlurm(sbatch: "echo no >&2; exit 1")
    let path = "\(slurm.folder)/sweep.slurm"
    await #expect(throws: SlurmError.refused(script: path, message: "no")) { try await slurm.submit() }
    #expect(slurm.temporary.has("sweep/sweep.slurm") && !slurm.temporary.has("sweep/sweep.job"))
  }

  /// A job that was not recorded would be submitted a second time.
  @Test func aJobThatCannotBeWrittenDownIsTold() async throws {
    let slurm = try FakeSlurm(sbatch: "mkdir \"${2%/*}/sweep.job\"; echo 12")
    let error = await #expect(throws: SlurmError.self) { try await slurm.submit() }
    #expect(error?.description.hasPrefix("Job 12 was submitted, but could not be recorded") == true)
  }

  @Test func aFileInThePlaceOfTheLogsIsTold() async throws {
    let slurm = try FakeSlurm(sbatch: "echo 12")
    try slurm.temporary.write("", to: "sweep/logs")
    await #expect(throws: FileError.self) { try await slurm.submit() }
    #expect(try slurm.asked("sbatch").isEmpty)
  }

  @Test func everyErrorSaysWhatToDo() throws {
    let job = try #require(SlurmJob("12;big"))
    #expect("\(SlurmError.stillQueued(job: job))".contains("scancel --clusters=big 12"))
    #expect("\(SlurmError.timedOut(program: "sbatch", seconds: 60))".contains("check with squeue"))
    #expect("\(SlurmError.timedOut(program: "squeue", seconds: 60))".contains("Try again later"))
    #expect(
      "\(SlurmError.notRun(program: "squeue", reason: "it was busy."))" == "squeue could not be run: it was busy.")
    #expect("\(SlurmError.unexpectedAnswer(answer: "a\n"))".contains(#""a\n""#))
  }
}
