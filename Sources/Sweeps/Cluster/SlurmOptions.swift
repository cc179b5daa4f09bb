package import PluginKit

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
