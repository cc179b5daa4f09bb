internal import Experiments
package import PluginKit
internal import Support

/// A script for sbatch that runs a sweep in parts, as a job array; readable, and easy to change.
package struct SlurmScript: Equatable, Sendable {
  /// The most tasks of a sweep. Slurm allows 1000 unless a cluster is configured for more.
  package static let taskLimit = 10_000

  /// The job's name in the queue.
  static let jobName = "dlnn-sim-sweep"

  /// The absolute path of the sweep's folder.
  package let folder: String
  /// The absolute path of the program.
  package let program: String
  /// The number of parts.
  package let tasks: Int
  /// The options for the cluster.
  package let options: SlurmOptions
  /// The parts to do.
  let list: TaskList

  /// A script for all parts of a sweep or for some.
  ///
  /// - Parameters:
  ///   - folder: the folder of the sweep.
  ///   - program: this program; both paths may be relative.
  ///   - tasks: the number of parts, up to ``taskLimit``.
  ///   - missing: the parts to do, counted from 1; all by default.
  ///   - options: the options for the cluster.
  /// - Throws: `SettingsError` for a path with control characters or a number of tasks out of range;
  ///   ``SlurmError/nothingMissing(folder:)`` if there is nothing to do; `FileError` if the current folder is unknown.
  package init(
    folder: String, program: String, tasks: Int, missing: [Int]? = nil, options: SlurmOptions
  ) throws {
    guard (1...Self.taskLimit).contains(tasks) else {
      throw SettingsError.refused(
        name: "tasks", text: "\(tasks)", allowed: "a whole number from 1 to \(Self.taskLimit)")
    }
    if let missing {
      guard !missing.isEmpty else { throw SlurmError.nothingMissing(folder: folder) }
      if let outside = missing.first(where: { !(1...tasks).contains($0) }) {
        throw SettingsError.refused(name: "tasks", text: "\(outside)", allowed: "parts from 1 to \(tasks)")
      }
    }
    self.folder = try Self.checked(folder, name: "output")
    self.program = try Self.checked(program, name: "program")
    self.tasks = tasks
    self.options = options
    list = TaskList(missing ?? Array(1...tasks))
  }

  /// The path of the script.
  package var path: String { "\(folder)/sweep.slurm" }

  /// The script.
  package var text: String {
    let folderWord = ShellWord.quoted(folder)
    let programWord = ShellWord.quoted(program)
    return """
      #!/bin/bash
      # A sweep in \(tasks) \(tasks == 1 ? "part" : "parts"), one for each task of a job array. Finished runs are \
      skipped. Submit again with
      #   sbatch \(ShellWord.quoted(path))
      # and when all tasks have ended, list what is missing, or merge the parts:
      #   \(programWord) sweep collect \(folderWord)
      \(directives.map { "#SBATCH --\($0.name)=\(SlurmWord.quoted($0.value))" }.joined(separator: "\n"))
      set -eu

      exec \(programWord) sweep \\
        --from \(folderWord) \\
        --output \(folderWord) \\
        --shard "$SLURM_ARRAY_TASK_ID/\(tasks)" --jobs "${SLURM_CPUS_PER_TASK:-1}" --quiet

      """
  }

  /// The options of sbatch.
  var directives: [(name: String, value: String)] {
    [
      ("job-name", Self.jobName), ("array", list.text), ("output", SlurmWord.logPattern(folder: folder)),
      ("open-mode", "append"),
    ] + options.words
  }

  /// The environment variables that would override the script's options.
  var overridingVariables: [String] {
    let variables = directives.map { directive in
      switch directive.name {
      case "array": "SBATCH_ARRAY_INX"
      case "time": "SBATCH_TIMELIMIT"
      case "mem": "SBATCH_MEM_PER_NODE"
      default: "SBATCH_\(directive.name.uppercased().replacing("-", with: "_"))"
      }
    }
    // With SBATCH_WAIT sbatch would wait for the job's end; memory per processor conflicts with memory per task.
    return variables + ["SBATCH_WAIT"] + (options.memory == nil ? [] : ["SBATCH_MEM_PER_CPU"])
  }

  private static func checked(_ path: String, name: String) throws -> String {
    guard !path.isEmpty, !path.hasControlCharacters else {
      throw SettingsError.refused(
        name: name, text: path,
        allowed: "a path without line breaks or other control characters, for use on a cluster")
    }
    return try FileSystem.pathFromRoot(path)
  }
}

/// Words of a `#SBATCH` line as sbatch reads them back.
///
/// sbatch is not a shell: a backslash escapes the next character, also between quotes of either kind; `#` outside of quotes
/// begins a comment; `$` and backticks have no meaning. (Slurm 22.05, `src/sbatch/opt.c`.)
enum SlurmWord {
  /// A word in quotation marks, or unchanged if all its characters are harmless.
  static func quoted(_ word: String) -> String {
    guard word.isEmpty || !word.utf8.allSatisfy(ShellWord.isHarmless) else { return word }
    var quoted = "\"".unicodeScalars
    for scalar in word.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.append("\\") }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// The pattern of the name of a log file in a folder, one file for each task: job, underscore, task.
  ///
  /// `%%` means a percent sign. In a name with a backslash Slurm replaces nothing, and a backslash must be doubled: then all
  /// tasks write into one file.
  static func logPattern(folder: String) -> String {
    if folder.unicodeScalars.contains("\\") {
      return replacing("\\", with: "\\\\", in: folder) + "/logs/tasks.log"
    }
    return replacing("%", with: "%%", in: folder) + "/logs/%A_%a.log"
  }

  private static func replacing(_ character: Unicode.Scalar, with text: String, in word: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      if scalar == character { result.append(contentsOf: text.unicodeScalars) } else { result.append(scalar) }
    }
    return String(result)
  }
}

/// The options of a job for a cluster: options that are not given are left to the cluster.
package struct SlurmOptions: Equatable, Sendable {
  /// The partition, or several with commas between.
  package let partition: String?
  /// The account to charge.
  package let account: String?
  /// The time limit of a task, as sbatch reads it: `30` (minutes), `1:30:00`, `2-12:00`.
  package let time: String?
  /// The memory of a task, as sbatch reads it: `500M`, `4G`.
  package let memory: String?
  /// The processors of a task, each training one network at a time. One by default: waiting for many free processors on one
  /// machine takes longer than waiting for many tasks.
  package let cpusPerTask: Int

  /// Checks the options only roughly: sbatch reports unknown partitions and invalid times.
  ///
  /// - Throws: `SettingsError` for an empty or long text, for one with control characters, and for an invalid number of
  ///   processors.
  package init(
    partition: String? = nil, account: String? = nil, time: String? = nil, memory: String? = nil,
    cpusPerTask: String? = nil
  ) throws(SettingsError) {
    self.partition = try Self.checked(partition, name: "partition")
    self.account = try Self.checked(account, name: "account")
    self.time = try Self.checked(time, name: "time")
    self.memory = try Self.checked(memory, name: "memory")
    if let cpusPerTask {
      guard let count = Int(cpusPerTask), (1...4096).contains(count) else {
        throw .refused(name: "cpus", text: cpusPerTask, allowed: "a whole number from 1 to 4096")
      }
      self.cpusPerTask = count
    } else {
      self.cpusPerTask = 1
    }
  }

  /// The options of sbatch in the order of the script.
  var words: [(name: String, value: String)] {
    let texts = [("partition", partition), ("account", account), ("time", time), ("mem", memory)]
    return [("cpus-per-task", "\(cpusPerTask)")] + texts.compactMap { name, value in value.map { (name, $0) } }
  }

  private static func checked(_ text: String?, name: String) throws(SettingsError) -> String? {
    guard let text else { return nil }
    guard !text.isEmpty, text.utf8.count <= 200, !text.hasControlCharacters else {
      throw .refused(name: name, text: text, allowed: "1 to 200 characters, none of them a control character")
    }
    return text
  }
}

extension String {
  /// Whether it contains a line break, a tab or another control character.
  var hasControlCharacters: Bool { unicodeScalars.contains { $0.properties.generalCategory == .control } }
}
