internal import ArgumentParser
internal import PluginKit
internal import Sweeps

/// Who distributes a sweep over machines, and what that needs to know.
struct ClusterOptions: ParsableArguments {
  @Option(
    name: .customLong("on"), parsing: .unconditional,
    help: ArgumentHelp("Hand the sweep over to a cluster's scheduler: slurm.", valueName: "system"))
  var system: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many tasks the cluster is to share the runs among.", valueName: "n"))
  var tasks: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The cluster's partition.", valueName: "name"))
  var partition: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The account that pays.", valueName: "name"))
  var account: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("How long a task may take, such as 30 or 2:00:00.", valueName: "t"))
  var time: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("The memory of a task, such as 500M.", valueName: "size"))
  var memory: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The processors of a task. (default: 1)", valueName: "n"))
  var cpus: String?

  /// What is to be submitted.
  ///
  /// - Throws: `SettingsError` for values that cannot be meant.
  func submission() throws -> (tasks: Int, options: SlurmOptions) {
    guard system == "slurm" else {
      throw SettingsError.refused(name: "--on", text: system ?? "", allowed: "slurm; other schedulers use --shard i/n")
    }
    guard let tasks else { throw ValidationError("--on slurm needs the number of tasks: --tasks 50.") }
    guard let count = Int(tasks), (1...SlurmScript.taskLimit).contains(count) else {
      throw SettingsError.refused(name: "--tasks", text: tasks, allowed: "a whole number from 1 to 10,000")
    }
    let options = try SlurmOptions(
      partition: partition, account: account, time: time, memory: memory, cpusPerTask: cpus)
    return (count, options)
  }

  /// Refuses what says nothing without a cluster.
  ///
  /// - Throws: `ValidationError`.
  func validateAbsence() throws {
    let given = [
      ("tasks", tasks), ("partition", partition), ("account", account), ("time", time), ("memory", memory),
      ("cpus", cpus),
    ].first { $0.1 != nil }
    if let (name, _) = given {
      throw ValidationError("--\(name) is for a cluster: give --on slurm too, or leave it out.")
    }
  }
}
