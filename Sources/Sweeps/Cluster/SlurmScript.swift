internal import Experiments
package import PluginKit
internal import Support

/// A job array that does a sweep in parts: a script for sbatch, and for a reader who wants to know or to change it.
package struct SlurmScript: Equatable, Sendable {
  /// How many tasks a sweep may have. Slurm allows 1000 unless a cluster is set up for more.
  package static let taskLimit = 10_000

  /// What the queue calls the job.
  static let jobName = "dlnn-sim-sweep"

  /// The folder of the sweep, from the root.
  package let folder: String
  /// The program, from the root.
  package let program: String
  /// How many parts there are.
  package let tasks: Int
  /// What the cluster wants to know.
  package let options: SlurmOptions
  /// The parts to do.
  let list: TaskList

  /// A script for all parts of a sweep or for some.
  ///
  /// - Parameters:
  ///   - folder: the folder of the sweep.
  ///   - program: this program; both as they are found from here.
  ///   - tasks: how many parts there are, up to ``taskLimit``.
  ///   - missing: those to do, counted from 1; all unless given.
  ///   - options: what the cluster wants to know.
  /// - Throws: `SettingsError` for a path with control characters or a number of tasks out of range;
  ///   ``SlurmError/nothingMissing(folder:)`` if there is none to do; `FileError` if the current folder cannot be
  ///   told.
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

  /// Where the script is left.
  package var path: String { "\(folder)/sweep.slurm" }

  /// The script.
  package var text: String {
    let folderWord = ShellWord.quoted(folder)
    let programWord = ShellWord.quoted(program)
    return """
      #!/bin/bash
      # A sweep in \(tasks) \(tasks == 1 ? "part" : "parts"), one for each task of a job array. What is done already is \
      skipped. Submit again with
      #   sbatch \(ShellWord.quoted(path))
      # and when all tasks have ended, see what is missing, or put the parts together:
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

  /// The variables of the environment that would go before what the script says.
  var overridingVariables: [String] {
    let variables = directives.map { directive in
      switch directive.name {
      case "array": "SBATCH_ARRAY_INX"
      case "time": "SBATCH_TIMELIMIT"
      case "mem": "SBATCH_MEM_PER_NODE"
      default: "SBATCH_\(directive.name.uppercased().replacing("-", with: "_"))"
      }
    }
    // With SBATCH_WAIT sbatch would wait for the job's end; memory for each processor is no match for that of a task.
    return variables + ["SBATCH_WAIT"] + (options.memory == nil ? [] : ["SBATCH_MEM_PER_CPU"])
  }

  private static func checked(_ path: String, name: String) throws -> String {
    guard !path.isEmpty, !path.hasControlCharacters else {
      throw SettingsError.refused(
        name: name, text: path,
        allowed: "a path without line breaks and other control characters, when it is for a cluster")
    }
    return try FileSystem.pathFromRoot(path)
  }
}

/// Words of a `#SBATCH` line as sbatch reads them back.
///
/// It is no shell: a backslash takes the meaning from what follows, between quotes of either kind too; `#` outside of
/// quotes begins a comment; `$` and backticks mean nothing. (Slurm 22.05, `src/sbatch/opt.c`.)
enum SlurmWord {
  /// A word between quotation marks, or as it is if it has none but harmless characters.
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
  /// `%%` stands for a percent sign. In a name with a backslash Slurm fills in nothing, and takes each backslash for the
  /// one that stands before another: there all tasks write into one file.
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

/// What a cluster wants to know of a job beside its command: everything that is not given is left to the cluster.
package struct SlurmOptions: Equatable, Sendable {
  /// The partition, or several with commas between.
  package let partition: String?
  /// The account that pays.
  package let account: String?
  /// The most time that a task may take, as sbatch reads it: `30` (minutes), `1:30:00`, `2-12:00`.
  package let time: String?
  /// The memory of a task, as sbatch reads it: `500M`, `4G`.
  package let memory: String?
  /// The processors of a task, on each of which it trains one network at a time. One by default: to wait for many free
  /// ones of one machine takes longer than to wait for many tasks.
  package let cpusPerTask: Int

  /// Options as they were given.
  ///
  /// Whether there is such a partition, and what a time looks like, the cluster knows better: sbatch says so.
  ///
  /// - Throws: `SettingsError` for an empty or long text, for one with control characters, and for what is no number of
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
  /// Whether there is a line break, a tab or another character in it that is none to see.
  var hasControlCharacters: Bool { unicodeScalars.contains { $0.properties.generalCategory == .control } }
}
