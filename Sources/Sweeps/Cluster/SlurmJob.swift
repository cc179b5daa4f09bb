internal import Experiments
internal import Support

/// A job that a cluster has taken.
package struct SlurmJob: Equatable, Sendable, CustomStringConvertible {
  /// Its number.
  package let identifier: Int
  /// The cluster's name, where there are several.
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

  /// How commands such as scancel name it.
  package var arguments: [String] { (cluster.map { ["--clusters=\($0)"] } ?? []) + ["\(identifier)"] }
}

extension SlurmJob {
  /// The job that was submitted last for a sweep, nil if there was none.
  ///
  /// - Throws: ``SlurmError/unreadableRecord(path:)`` for a file that names none.
  static func recorded(in folder: String) throws(SlurmError) -> SlurmJob? {
    let path = recordPath(in: folder)
    guard FileSystem.exists(path) else { return nil }
    // Read past its first line: what has more is not ours.
    guard let bytes = FileSystem.read(path, atMost: 200), let text = String(validating: bytes, as: UTF8.self),
      let job = SlurmJob(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    else { throw .unreadableRecord(path: path) }
    return job
  }

  /// Writes down that this job was submitted for a sweep.
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
  /// The ranges, rising and apart.
  private(set) var ranges: [ClosedRange<Int>] = []

  /// How long a list may be, in bytes: slurmctld refuses more than 4096.
  static let lengthLimit = 4000

  /// The tasks in any order.
  ///
  /// Should the list become longer than Slurm takes, the smallest gaps are filled: a task that has nothing left to do ends at
  /// once.
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

  /// The list in letters.
  var text: String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
  }
}

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
