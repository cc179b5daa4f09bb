internal import Support

/// The programs of Slurm on PATH, run without a shell.
package struct SlurmProgram: Sendable {
  /// How long sbatch and squeue may take. Even a busy cluster answers within seconds, and both retry by themselves.
  package var timeLimit: Duration

  /// The folders to search, listed as in PATH; PATH itself if nil.
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

  /// Whether sbatch was found.
  package var isThere: Bool { path(of: "sbatch") != nil }

  /// Submits a script that was written to its path.
  ///
  /// Its options win over environment variables such as `SBATCH_PARTITION`, unlike when a script is submitted by hand.
  /// Environment variables apply only to options that the script does not set.
  ///
  /// - Throws: ``SlurmError``.
  package func submit(_ script: SlurmScript) async throws(SlurmError) -> SlurmJob {
    let answer = try await run("sbatch", ["--parsable", script.path], without: script.overridingVariables)
    guard answer.succeeded else { throw .refused(script: script.path, message: answer.shortMessage) }
    // Some clusters print a greeting first.
    let lines = answer.text.split(whereSeparator: \.isNewline)
    guard let job = lines.last.flatMap({ SlurmJob(String($0)) }) else {
      throw .unexpectedAnswer(answer: String((answer.text + answer.message).prefix(200)))
    }
    return job
  }

  /// Whether a job is waiting, running or just ending; false for one that the cluster no longer knows.
  ///
  /// - Throws: ``SlurmError`` if this is unknown.
  package func isQueued(_ job: SlurmJob) async throws(SlurmError) -> Bool {
    let variables = [
      "ACCOUNT", "FORMAT", "FORMAT2", "LICENSES", "NAMES", "PARTITION", "PRIORITY", "QOS", "STATES", "USERS",
    ].map { "SQUEUE_\($0)" }
    // By its name, too: another cluster with the same folder may have its own jobs with the same numbers.
    let arguments =
      (job.cluster.map { ["--clusters=\($0)"] } ?? [])
      + ["--noheader", "--format=%i", "--name=\(SlurmScript.jobName)", "--jobs=\(job.identifier)"]
    let answer = try await run("squeue", arguments, without: variables)
    guard answer.succeeded else {
      if answer.message.contains("Invalid job id specified") { return false }
      throw .notTold(job: job, message: answer.shortMessage)
    }
    // With several clusters, it names the one asked, with or without jobs.
    return answer.text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("\(job.identifier)") }
  }

  /// Runs a program to its end in its own session, so that its child processes end with it.
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
            + (name == "sbatch" ? ". It may have submitted the job: check with squeue" : ""))
      }
    }
  }

  private func path(of name: String) -> String? {
    folders.map { ExecutableSearch.path(of: name, in: $0) } ?? ExecutableSearch.path(of: name)
  }
}
