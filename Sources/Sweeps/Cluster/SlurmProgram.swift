internal import Gnuplot
internal import Subprocess
internal import Support

#if canImport(System)
  internal import System
#else
  internal import SystemPackage
#endif

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
    let (output, message, succeeded) = try await run(
      "sbatch", ["--parsable", script.path], without: script.overridingVariables)
    guard succeeded else { throw .refused(script: script.path, message: Self.shortened(message)) }
    // Some clusters greet first.
    let lines = output.split(whereSeparator: \.isNewline)
    guard let job = lines.last.flatMap({ SlurmJob(String($0)) }) else {
      throw .unexpectedAnswer(answer: String((output + message).prefix(200)))
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
    let (output, message, succeeded) = try await run("squeue", arguments, without: variables)
    guard succeeded else {
      if message.contains("Invalid job id specified") { return false }
      throw .notTold(job: job, message: Self.shortened(message))
    }
    // Where there are several clusters, it names the one asked, with or without jobs.
    return output.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("\(job.identifier)") }
  }

  /// Runs a program to its end in a session of its own, so that what it starts ends with it.
  private func run(
    _ name: String, _ arguments: [String], without variables: [String]
  ) async throws(SlurmError) -> (output: String, message: String, succeeded: Bool) {
    // A process that is started in a task already cancelled may never be reported as ended.
    guard !Task.isCancelled else { throw .notRun(program: name, reason: "the work was interrupted") }
    guard let program = path(of: name) else { throw .missing(program: name) }
    let unset = variables.compactMap { variable in Environment.Key(rawValue: variable).map { ($0, String?.none) } }
    let environment = Environment.inherit.updating(Dictionary(uniqueKeysWithValues: unset))
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))
    ]
    do {
      return try await withThrowingTaskGroup { [timeLimit, options] group in
        group.addTask {
          let result = try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(arguments), environment: environment,
            platformOptions: options, input: .none, output: .string(limit: 1 << 20), error: .string(limit: 1 << 16))
          return (result.standardOutput, result.standardError, result.terminationStatus.isSuccess)
        }
        group.addTask {
          try await Task.sleep(for: timeLimit)
          throw SlurmError.timedOut(program: name, seconds: Int(timeLimit.components.seconds))
        }
        defer { group.cancelAll() }
        guard let first = try await group.next() else { throw SlurmError.notRun(program: name, reason: "nothing ran") }
        return first
      }
    } catch let error as SlurmError {
      throw error
    } catch is CancellationError {
      throw .notRun(
        program: name,
        reason: "the work was interrupted"
          + (name == "sbatch" ? ". It may have submitted the job: look with squeue" : ""))
    } catch {
      throw .notRun(program: name, reason: "\(error)")
    }
  }

  private func path(of name: String) -> String? {
    folders.map { ExecutableSearch.path(of: name, in: $0) } ?? ExecutableSearch.path(of: name)
  }

  /// A message without empty lines, at most ten of them.
  private static func shortened(_ message: String) -> String {
    let lines = message.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    return lines.isEmpty ? "it gave no reason" : lines.prefix(10).joined(separator: "\n  ")
  }
}
