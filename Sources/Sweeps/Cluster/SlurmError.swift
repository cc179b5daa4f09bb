/// A sweep that a cluster does not do.
package enum SlurmError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A program of Slurm that is not on PATH.
  case missing(program: String)
  /// The job that was submitted before has not ended.
  case stillQueued(job: SlurmJob)
  /// Nothing is left to do.
  case nothingMissing(folder: String)
  /// sbatch did not take the script; its own message.
  case refused(script: String, message: String)
  /// squeue cannot tell about a job; its own message.
  case notTold(job: SlurmJob, message: String)
  /// A program of Slurm that did not end in time.
  case timedOut(program: String, seconds: Int)
  /// sbatch did its work but named no job.
  case unexpectedAnswer(answer: String)
  /// Anything else that kept a program of Slurm from running.
  case notRun(program: String, reason: String)
  /// The job was submitted, but that could not be written down.
  case notRecorded(job: SlurmJob, reason: String)
  /// A `sweep.job` that names no job.
  case unreadableRecord(path: String)

  /// The error in words: what, why, and what to do.
  package var description: String {
    switch self {
    case .missing(let program):
      return "\(program) was not found on PATH. Go on where Slurm is, or add the folder of its programs to PATH."
    case .stillQueued(let job):
      return """
        Job \(job) is still in the queue, and does this sweep. Wait for it (squeue \(Self.option(job))), or end it with \
        scancel \(job.arguments.joined(separator: " ")).
        """
    case .nothingMissing(let folder):
      return "There is nothing left to do in \(folder): all parts are there. Put them together with 'sweep collect'."
    case .refused(let script, let message):
      return "sbatch did not take \(script): \(message)\(Self.hint(message))"
    case .notTold(let job, let message):
      return """
        Whether job \(job), which was submitted before, has ended cannot be told. squeue said: \(message)
        Try again when it answers. If the job has ended for sure, remove sweep.job in the sweep's folder.
        """
    case .timedOut(let program, let seconds):
      let consequence =
        program == "sbatch" ? "It may have submitted the job all the same: look with squeue." : "Try again later."
      return "\(program) did not answer within \(seconds) seconds and was stopped. \(consequence)"
    case .unexpectedAnswer(let answer):
      return """
        sbatch should have named a job, but said \(answer.debugDescription). Whether there is one now, squeue --me tells.
        """
    case .notRun(let program, let reason):
      return "\(program) could not be run: \(reason.hasSuffix(".") ? String(reason.dropLast()) : reason)."
    case .notRecorded(let job, let reason):
      return """
        Job \(job) was submitted, but could not be written down: \(reason) Do not submit the sweep again before it has \
        ended (squeue \(Self.option(job))).
        """
    case .unreadableRecord(let path):
      return """
        \(path) should name the job that was submitted last, but does not. See with squeue --me whether one still does \
        this sweep; if none does, remove the file.
        """
    }
  }

  private static func option(_ job: SlurmJob) -> String {
    (job.arguments.dropLast() + ["--jobs=\(job.identifier)"]).joined(separator: " ")
  }

  /// What may help, beside what sbatch said.
  private static func hint(_ message: String) -> String {
    guard message.contains("Invalid job array specification") else { return "" }
    return """

      This cluster allows fewer tasks: numbers below the MaxArraySize that 'scontrol show config' tells. Take fewer.
      """
  }
}
