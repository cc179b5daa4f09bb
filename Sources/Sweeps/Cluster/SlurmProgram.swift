internal import Support

/// The programs of Slurm on PATH, run without a shell.
package struct SlurmProgram: Sendable {
  /// How long sbatch and squeue may take. A busy cluster answers in seconds, and both try again by themselves.
  package var timeLimit: Duration

  /// Where to look for them, as PATH lists folders; PATH itself if nil.
  private let folders: String?

  /// The programs on PATH.
  package init(timeLimit: Duration = .seconds(60)) {
    self.init(timeLimit: timeLimit, folders: nil)
  }

  /// The programs in other folders, listed as PATH does.
  package init(timeLimit: Duration, folders: String?) {
    self.timeLimit = timeLimit
    self.folders = folders
  }

  /// Whether there is an sbatch.
  package var isThere: Bool { path(of: "sbatch") != nil }

  /// Submits a script that lies where it says.
  ///
  /// What it says counts, also where variables of the environment (`SBATCH_PARTITION`) would have it otherwise, as they
  /// do when a script is submitted by hand; of what it does not say they may decide.
  ///
  /// - Throws: ``SlurmError``.
  package func submit(_ script: SlurmScript) async throws(SlurmError) -> SlurmJob {
    let answer = try await run("sbatch", ["--parsable", script.path], without: script.overridingVariables)
    guard answer.succeeded else { throw .refused(script: script.path, message: answer.shortMessage) }
    // Some clusters greet first.
    let lines = answer.text.split(whereSeparator: \.isNewline)
    guard let job = lines.last.flatMap({ SlurmJob(String($0)) }) else {
      throw .unexpectedAnswer(answer: String((answer.text + answer.message).prefix(200)))
    }
    return job
  }

  /// Whether a job waits, runs, or is just ending; false for one that the cluster does not know any more.
  ///
  /// - Throws: ``SlurmError`` if that cannot be told.
  package func isQueued(_ job: SlurmJob) async throws(SlurmError) -> Bool {
    let variables = [
      "ACCOUNT", "FORMAT", "FORMAT2", "LICENSES", "NAMES", "PARTITION", "PRIORITY", "QOS", "STATES", "USERS",
    ].map { "SQUEUE_\($0)" }
    // By its name too: another cluster that sees the same folder has jobs of its own with the same numbers.
    let arguments =
      (job.cluster.map { ["--clusters=\($0)"] } ?? [])
      + ["--noheader", "--format=%i", "--name=\(SlurmScript.jobName)", "--jobs=\(job.identifier)"]
    let answer = try await run("squeue", arguments, without: variables)
    guard answer.succeeded else {
      if answer.message.contains("Invalid job id specified") { return false }
      throw .notTold(job: job, message: answer.shortMessage)
    }
    // Where there are several clusters, it names the one asked, with or without jobs.
    return answer.text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("\(job.identifier)") }
  }

  /// Runs a program to its end in its own session, so that what it starts ends with it.
  private func run(
    _ name: String, _ arguments: [String], without variables: [String]
  ) async throws(SlurmError) -> ChildProcess.Answer {
    guard !Task.isCancelled else { throw .notRun(program: name, reason: "the work was interrupted") }
    guard let program = path(of: name) else { throw .missing(program: name) }
    var process = ChildProcess(program, arguments)
    process.environment = .inherited(without: variables)
    process.hasOwnSession = true
    do {
      return try await process.run(limit: 1 << 20, messageLimit: 1 << 16, within: timeLimit)
    } catch {
      switch error {
      case .missing: throw .missing(program: name)
      case .timedOut(let seconds): throw .timedOut(program: name, seconds: seconds)
      case .notRun(let reason): throw .notRun(program: name, reason: reason)
      case .interrupted:
        throw .notRun(
          program: name,
          reason: "the work was interrupted"
            + (name == "sbatch" ? ". It may have submitted the job: look with squeue" : ""))
      }
    }
  }

  private func path(of name: String) -> String? {
    folders.map { ExecutableSearch.path(of: name, in: $0) } ?? ExecutableSearch.path(of: name)
  }
}
