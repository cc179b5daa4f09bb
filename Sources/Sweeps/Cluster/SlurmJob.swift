internal import Experiments
internal import Support

/// A job that a cluster has accepted.
package struct SlurmJob: Equatable, Sendable, CustomStringConvertible {
  /// Its number.
  package let identifier: Int
  /// The cluster's name, if there are several.
  package let cluster: String?

  /// A job.
  ///
  /// - Parameter text: as `sbatch --parsable` writes it, `12` or `12;cluster`.
  /// - Returns: nil for any other text.
  package init?(_ text: String) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let number = Int(parts[0]), number > 0, "\(number)" == parts[0] else {
      return nil
    }
    identifier = number
    cluster = parts.count == 2 ? String(parts[1]) : nil
    if let cluster {
      guard (1...100).contains(cluster.utf8.count), !cluster.hasPrefix("-"),
        cluster.utf8.allSatisfy(ShellWord.isHarmless)
      else { return nil }
    }
  }

  /// As `sbatch --parsable` writes it.
  package var text: String { cluster.map { "\(identifier);\($0)" } ?? "\(identifier)" }

  /// The job in words: `12`, `12 on cluster`.
  package var description: String { cluster.map { "\(identifier) on \($0)" } ?? "\(identifier)" }

  /// The arguments with which commands such as scancel name it.
  package var arguments: [String] { (cluster.map { ["--clusters=\($0)"] } ?? []) + ["\(identifier)"] }
}

extension SlurmJob {
  /// The job that was submitted last for a sweep, nil if there was none.
  ///
  /// - Throws: ``SlurmError/unreadableRecord(path:)`` for a file that does not name a job.
  static func recorded(in folder: String) throws(SlurmError) -> SlurmJob? {
    let path = recordPath(in: folder)
    guard FileSystem.exists(path) else { return nil }
    // Read beyond the first line, to reject longer files.
    guard let bytes = FileSystem.read(path, atMost: 200), let text = String(validating: bytes, as: UTF8.self),
      let job = SlurmJob(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    else { throw .unreadableRecord(path: path) }
    return job
  }

  /// Records that this job was submitted for a sweep.
  func record(in folder: String) throws(SlurmError) {
    do {
      try FileSystem.write(Self.recordPath(in: folder), .text("\(text)\n"))
    } catch {
      throw .notRecorded(job: self, reason: "\(error)")
    }
  }

  private static func recordPath(in folder: String) -> String { "\(folder)/sweep.job" }
}

/// The tasks of a job array, as sbatch lists them: `1-3,7,9-12`.
struct TaskList: Equatable, Sendable {
  /// The ranges, ascending and without overlap.
  private(set) var ranges: [ClosedRange<Int>] = []

  /// How long a list may be, in bytes: slurmctld refuses more than 4096.
  static let lengthLimit = 4000

  /// The tasks in any order.
  ///
  /// If the list is longer than Slurm allows, the smallest gaps are filled: a task with nothing left to do ends at once.
  init(_ tasks: some Sequence<Int>) {
    ranges = tasks.sorted().ranges
    var gap = 1
    while text.utf8.count > Self.lengthLimit {
      ranges = ranges.runs { $1.lowerBound - $0.upperBound - 1 <= gap }.compactMap { run in
        run.first.map { first in first.lowerBound...run.reduce(first.upperBound) { $1.upperBound } }
      }
      gap += 1
    }
  }

  /// The list as text.
  var text: String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
  }
}

/// Submits a sweep to a cluster.
package enum SlurmSubmission {
  /// The outcome of a submission.
  package struct Submitted: Equatable, Sendable, CustomStringConvertible {
    /// The path of the script.
    package let scriptPath: String
    /// The job; nil if Slurm was not found, so that the user has to submit the script.
    package let job: SlurmJob?

    /// The outcome in words, with advice if Slurm was not found.
    package var description: String {
      if let job { return "Submitted as job \(job). Its script: \(scriptPath)" }
      return """
        Slurm not found (no sbatch on PATH). The script was written: \(scriptPath)
        Submit it on the cluster with: sbatch \(ShellWord.quoted(scriptPath))
        """
    }
  }

  /// Writes the script of a sweep into its folder and submits it.
  ///
  /// Two processes that submit the same sweep at once do not notice each other: the caller must lock the folder.
  ///
  /// - Parameters:
  ///   - folder: the folder of the sweep, which holds its definition.
  ///   - program: this program.
  ///   - tasks: the number of parts, up to ``SlurmScript/taskLimit``.
  ///   - missing: the parts to do, counted from 1; all by default.
  ///   - options: the options for the cluster.
  ///   - slurm: the programs of Slurm.
  /// - Throws: `SettingsError` for invalid paths and numbers, ``SlurmError`` if the job that was submitted
  ///   before has not ended, nothing is left to do, or sbatch or squeue fail, and `FileError` if the script cannot be
  ///   written. If sbatch fails, the script is kept.
  package static func submit(
    folder: String, program: String, tasks: Int, missing: [Int]? = nil, options: SlurmOptions,
    slurm: SlurmProgram = SlurmProgram()
  ) async throws -> Submitted {
    let script = try SlurmScript(folder: folder, program: program, tasks: tasks, missing: missing, options: options)
    if slurm.isThere, let earlier = try SlurmJob.recorded(in: script.folder), try await slurm.isQueued(earlier) {
      throw SlurmError.stillQueued(job: earlier)
    }
    // A task fails silently if the folder of its log is missing.
    _ = try Folder(script.folder).folder("logs", making: true)
    try FileSystem.write(script.path, .text(script.text))
    guard slurm.isThere else { return Submitted(scriptPath: script.path, job: nil) }
    let job = try await slurm.submit(script)
    try job.record(in: script.folder)
    return Submitted(scriptPath: script.path, job: job)
  }
}
