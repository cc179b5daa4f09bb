import TestSupport
import Testing

@testable import Sweeps

@Suite struct SlurmProgramTests {
  @Test(arguments: [("12", "12"), ("12;big-one", "12;big-one"), ("Welcome to the cluster!\n\n 7 free nodes\n12", "12")])
  func theJobIsNamed(answer: String, job: String) async throws {
    let slurm = try FakeSlurm(sbatch: "echo '\(answer)'")
    #expect(try await slurm.program.submit(slurm.script()) == SlurmJob(job))
    #expect(try slurm.asked("sbatch") == "--parsable\n\(slurm.folder)/sweep.slurm\n")
  }

  @Test func refusalsArePassedOn() async throws {
    let slurm = try FakeSlurm(sbatch: "echo 'sbatch: error: invalid partition specified: x' >&2; echo >&2; exit 1")
    let path = "\(slurm.folder)/sweep.slurm"
    let error = SlurmError.refused(script: path, message: "sbatch: error: invalid partition specified: x")
    await #expect(throws: error) { try await slurm.program.submit(slurm.script()) }
    #expect(error.description == "sbatch rejected \(path): sbatch: error: invalid partition specified: x")
  }

  @Test func tooManyTasksAreExplained() async throws {
    let slurm = try FakeSlurm(sbatch: "echo 'Batch job submission failed: Invalid job array specification' >&2; exit 1")
    let error = await #expect(throws: SlurmError.self) { try await slurm.program.submit(slurm.script()) }
    #expect(error?.description.contains("MaxArraySize") == true && error?.description.contains("Take fewer.") == true)
  }

  @Test func silenceIsNamed() async throws {
    let slurm = try FakeSlurm(sbatch: "exit 3")
    let error = await #expect(throws: SlurmError.self) { try await slurm.program.submit(slurm.script()) }
    #expect(error?.description.hasSuffix("it gave no reason") == true)
  }

  @Test(arguments: [
    "", "echo Submitted batch job 12", "echo '12;'", "echo -3", "echo '12;a b'", "echo 1e3", "printf '\\0'",
  ])
  func whatIsNoJobIsNotGuessed(body: String) async throws {
    let slurm = try FakeSlurm(sbatch: body)
    let error = await #expect(throws: SlurmError.self) { try await slurm.program.submit(slurm.script()) }
    guard case .unexpectedAnswer = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func floodsAreCutOff() async throws {
    let slurm = try FakeSlurm(sbatch: "head -c 9000000 /dev/zero | tr '\\0' x")
    let error = await #expect(throws: SlurmError.self) { try await slurm.program.submit(slurm.script()) }
    #expect((error?.description.utf8.count ?? 9999) < 1000)
  }

  /// Child processes of sbatch end too; otherwise the test would wait for them for hours.
  @Test(
    .timeLimit(.minutes(120)), arguments: ["exec sleep 36000", "sleep 36000", "trap '' TERM; sleep 36000; sleep 36000"])
  func hangingIsStopped(body: String) async throws {
    let slurm = try FakeSlurm(sbatch: body, squeue: body, timeLimit: .seconds(1))
    await #expect(throws: SlurmError.timedOut(program: "sbatch", seconds: 1)) {
      try await slurm.program.submit(slurm.script())
    }
    await #expect(throws: SlurmError.timedOut(program: "squeue", seconds: 1)) {
      try await slurm.program.isQueued(#require(SlurmJob("1")))
    }
  }

  @Test func interruptionEndsIt() async throws {
    let slurm = try FakeSlurm(sbatch: "sleep 36000")
    let work = Task { try await slurm.program.submit(slurm.script()) }
    #expect(try await eventually { try !slurm.asked("sbatch").isEmpty })
    work.cancel()
    let error = await #expect(throws: SlurmError.self) { try await work.value }
    let reason = "the work was interrupted. It may have submitted the job: check with squeue"
    #expect(error == .notRun(program: "sbatch", reason: reason))
  }

  @Test func withoutSlurmThatIsSaid() async throws {
    let slurm = try FakeSlurm()
    #expect(!slurm.program.isThere)
    await #expect(throws: SlurmError.missing(program: "sbatch")) { try await slurm.program.submit(slurm.script()) }
    await #expect(throws: SlurmError.missing(program: "squeue")) {
      try await slurm.program.isQueued(#require(SlurmJob("1")))
    }
  }

  /// Environment variables would override a script's options.
  @Test func theEnvironmentDoesNotContradict() throws {
    let always = [
      "SBATCH_JOB_NAME", "SBATCH_ARRAY_INX", "SBATCH_OUTPUT", "SBATCH_OPEN_MODE", "SBATCH_CPUS_PER_TASK", "SBATCH_WAIT",
    ]
    let slurm = try FakeSlurm()
    #expect(try Set(slurm.script().overridingVariables) == Set(always))
    let options = try SlurmOptions(partition: "main", account: "lab", time: "5", memory: "1G")
    let others = [
      "SBATCH_PARTITION", "SBATCH_ACCOUNT", "SBATCH_TIMELIMIT", "SBATCH_MEM_PER_NODE", "SBATCH_MEM_PER_CPU",
    ]
    #expect(try Set(slurm.script(options).overridingVariables) == Set(always + others))
  }
}
