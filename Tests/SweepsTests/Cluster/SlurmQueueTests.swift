import TestSupport
import Testing

@testable import Sweeps

@Suite struct SlurmQueueTests {
  @Test(arguments: [
    ("", false), ("echo 12_[3-4]; echo 12_1", true), ("echo 12", true),
    ("echo 'CLUSTER: big'", false), ("echo 'CLUSTER: big'; echo 12_1", true),
    ("echo 'slurm_load_jobs error: Invalid job id specified' >&2; exit 1", false),
  ])
  func aJobWaitsOrRunsOrHasEnded(body: String, isQueued: Bool) async throws {
    let slurm = try FakeSlurm(squeue: body)
    #expect(try await slurm.program.isQueued(#require(SlurmJob("12"))) == isQueued)
    #expect(try slurm.asked("squeue") == "--noheader\n--format=%i\n--name=dlnn-sim-sweep\n--jobs=12\n")
  }

  @Test func theClusterIsAsked() async throws {
    let slurm = try FakeSlurm(squeue: "")
    #expect(try await slurm.program.isQueued(#require(SlurmJob("12;big"))) == false)
    #expect(try slurm.asked("squeue").hasPrefix("--clusters=big\n"))
  }

  @Test(arguments: [
    "echo 'slurm_load_jobs error: Unable to contact slurm controller (connect failure)' >&2; exit 1", "exit 1",
    "kill -SEGV $$",
  ])
  func whatCannotBeToldIsNotGuessed(body: String) async throws {
    let slurm = try FakeSlurm(squeue: body)
    let error = await #expect(throws: SlurmError.self) { try await slurm.program.isQueued(#require(SlurmJob("12"))) }
    guard case .notTold = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.description.contains("remove sweep.job") == true)
  }

  @Test(arguments: ["12", "1", "12;big", "99999999"])
  func jobsReadBack(text: String) throws {
    let job = try #require(SlurmJob(text))
    #expect(job.text == text)
  }

  @Test(arguments: [
    "", "0", "-1", "+1", "01", "a", "1;", "1;a;b", "1 ", "1;--x", "1;a b", "99999999999999999999", "1;\u{1B}",
  ])
  func whatIsNoneIsNone(text: String) {
    #expect(SlurmJob(text) == nil)
  }
}
