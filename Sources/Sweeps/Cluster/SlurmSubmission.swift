internal import Experiments
internal import Support

/// A sweep handed over to a cluster.
package enum SlurmSubmission {
  /// What became of it.
  package struct Submitted: Equatable, Sendable, CustomStringConvertible {
    /// Where the script is.
    package let scriptPath: String
    /// The job; nil where there is no Slurm, so that the script waits for somebody to submit it.
    package let job: SlurmJob?

    /// What became of it in words, and what to do where there is no Slurm.
    package var description: String {
      if let job { return "Submitted as job \(job). Its script: \(scriptPath)" }
      return """
        There is no Slurm here (no sbatch on PATH). The script was left: \(scriptPath)
        Submit it on the cluster with: sbatch \(ShellWord.quoted(scriptPath))
        """
    }
  }

  /// Writes the script of a sweep into its folder and submits it.
  ///
  /// Two that submit one sweep at the same moment do not see each other: the folder's lock is for the caller to take.
  ///
  /// - Parameters:
  ///   - folder: the folder of the sweep, which holds its definition.
  ///   - program: this program.
  ///   - tasks: how many parts there are, up to ``SlurmScript/taskLimit``.
  ///   - missing: those to do, counted from 1; all unless given.
  ///   - options: what the cluster wants to know.
  ///   - slurm: the programs of Slurm.
  /// - Throws: `SettingsError` for paths and numbers that cannot be meant, ``SlurmError`` if the job that was submitted
  ///   before has not ended, there is none to do, or sbatch or squeue fail, and `FileError` if the script cannot be
  ///   written. When sbatch fails the script is there all the same.
  package static func submit(
    folder: String, program: String, tasks: Int, missing: [Int]? = nil, options: SlurmOptions,
    slurm: SlurmProgram = SlurmProgram()
  ) async throws -> Submitted {
    let script = try SlurmScript(folder: folder, program: program, tasks: tasks, missing: missing, options: options)
    if slurm.isThere, let earlier = try SlurmJob.recorded(in: script.folder), try await slurm.isQueued(earlier) {
      throw SlurmError.stillQueued(job: earlier)
    }
    // A task whose log has no folder fails without a word.
    _ = try Folder(script.folder).folder("logs", making: true)
    try FileSystem.write(script.path, .text(script.text))
    guard slurm.isThere else { return Submitted(scriptPath: script.path, job: nil) }
    let job = try await slurm.submit(script)
    try job.record(in: script.folder)
    return Submitted(scriptPath: script.path, job: job)
  }
}
