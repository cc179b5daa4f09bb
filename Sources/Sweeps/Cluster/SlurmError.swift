/// A sweep that cannot be run on a cluster.
package enum SlurmError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A program of Slurm that is not on PATH.
  case missing(program: String)
  /// The job that was submitted before has not ended.
  case stillQueued(job: SlurmJob)
  /// Nothing is left to do.
  case nothingMissing(folder: String)
  /// sbatch rejected the script; its own message.
  case refused(script: String, message: String)
  /// squeue cannot report on a job; its own message.
  case notTold(job: SlurmJob, message: String)
  /// A program of Slurm that did not end in time.
  case timedOut(program: String, seconds: Int)
  /// sbatch succeeded but named no job.
  case unexpectedAnswer(answer: String)
  /// Anything else that kept a program of Slurm from running.
  case notRun(program: String, reason: String)
  /// The job was submitted, but this could not be recorded.
  case notRecorded(job: SlurmJob, reason: String)
  /// A `sweep.job` that names no job.
  case unreadableRecord(path: String)

  /// The error in words: what, why, and what to do.
  package var description: String {
    switch self {
    case .missing(let program):
      return "\(program) was not found on PATH. Run this where Slurm is installed, or add its folder to PATH."
    case .stillQueued(let job):
      return """
        Job \(job) is still in the queue and runs this sweep. Wait for it (squeue \(Self.option(job))), or cancel it with \
        scancel \(job.arguments.joined(separator: " ")).
        """
    case .nothingMissing(let folder):
      return "Nothing is left to do in \(folder): all parts are done. Merge them with 'sweep collect'."
    case .refused(let script, let message):
      return "sbatch rejected \(script): \(message)\(Self.hint(message))"
    case .notTold(let job, let message):
      return """
        Cannot find out whether the earlier job \(job) has ended. squeue said: \(message)
        Try again later. If you are sure that the job has ended, remove sweep.job in the sweep's folder.
        """
    case .timedOut(let program, let seconds):
      let consequence =
        program == "sbatch" ? "It may have submitted the job anyway: check with squeue." : "Try again later."
      return "\(program) did not answer within \(seconds) seconds and was stopped. \(consequence)"
    case .unexpectedAnswer(let answer):
      return """
        sbatch should have named a job, but said \(answer.debugDescription). Check with squeue --me whether there is one.
        """
    case .notRun(let program, let reason):
      return "\(program) could not be run: \(reason.hasSuffix(".") ? String(reason.dropLast()) : reason)."
    case .notRecorded(let job, let reason):
      return """
        Job \(job) was submitted, but could not be recorded: \(reason) Do not submit the sweep again before it has \
        ended (squeue \(Self.option(job))).
        """
    case .unreadableRecord(let path):
      return """
        \(path) should name the job that was submitted last, but does not. Check with squeue --me whether a job is still \
        running this sweep; if not, remove the file.
        """
    }
  }

  private static func option(_ job: SlurmJob) -> String {
    (job.arguments.dropLast() + ["--jobs=\(job.identifier)"]).joined(separator: " ")
  }

  /// A hint, in addition to sbatch's message.
  private static func hint(_ message: String) -> String {
    guard message.contains("Invalid job array specification") else { return "" }
    return """

      This cluster allows fewer tasks: fewer than the MaxArraySize in 'scontrol show config'. Take fewer.
      """
  }
}
