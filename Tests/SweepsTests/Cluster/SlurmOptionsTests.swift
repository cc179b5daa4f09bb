import PluginKit
import Testing

@testable import Sweeps

@Suite struct SlurmOptionsTests {
  @Test func nothingIsAskedForUnlessGiven() throws {
    #expect(try SlurmOptions().words.map { "\($0.name)=\($0.value)" } == ["cpus-per-task=1"])
    let all = try SlurmOptions(partition: "a,b", account: "lab", time: "1:30:00", memory: "4G", cpusPerTask: "8")
    #expect(
      all.words.map { "\($0.name)=\($0.value)" } == [
        "cpus-per-task=8", "partition=a,b", "account=lab", "time=1:30:00", "mem=4G",
      ])
  }

  @Test(arguments: ["", "a\nb", "a\0b", "\u{85}", "\u{7F}", "a\r", "\u{1B}[1m", String(repeating: "x", count: 201)])
  func textsThatNoSchedulerTakesAreRefused(text: String) {
    let allowed = "1 to 200 characters, none of them a control character"
    #expect(throws: SettingsError.refused(name: "partition", text: text, allowed: allowed)) {
      try SlurmOptions(partition: text)
    }
    #expect(throws: SettingsError.refused(name: "account", text: text, allowed: allowed)) {
      try SlurmOptions(account: text)
    }
    #expect(throws: SettingsError.refused(name: "time", text: text, allowed: allowed)) { try SlurmOptions(time: text) }
    #expect(throws: SettingsError.refused(name: "memory", text: text, allowed: allowed)) {
      try SlurmOptions(memory: text)
    }
  }

  @Test(arguments: ["", "0", "-1", "4097", "two", "1.5", "99999999999999999999", "1 "])
  func processorsAreCounted(text: String) {
    let expected = SettingsError.refused(name: "cpus", text: text, allowed: "a whole number from 1 to 4096")
    #expect(throws: expected) { try SlurmOptions(cpusPerTask: text) }
  }
}
