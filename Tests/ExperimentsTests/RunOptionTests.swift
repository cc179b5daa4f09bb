import Experiments
import Foundation
import PluginKit
import Testing

/// Rules for every option of a run, including future ones.
@Suite struct RunOptionTests {
  @Test func namesAreThereOnce() {
    let names = RunOption.all.flatMap { [$0.name, $0.synonym].compactMap(\.self) }
    #expect(Set(names).count == names.count, "\(names)")
    for option in RunOption.all { #expect(RunOption.named(option.name) == option) }
  }

  /// An accepted text is written again unchanged; the default is not written.
  @Test(arguments: RunOption.all.map(\.name)) func writesWhatItReads(name: String) throws {
    let option = try #require(RunOption.named(name))
    for text in option == .phase ? ["epochs=1"] : Self.texts(for: option.kind) {
      var request = RunRequest()
      try request.set(option, to: text)
      try request.validate()
      let written = request.options.map { "\($0.option.name) \($0.text)" }
      #expect(written == (text == option.tutorialText ? [] : ["\(name) \(text)"]))
    }
  }

  @Test(arguments: RunOption.all.map(\.name)) func refusesAnEmptyText(name: String) throws {
    let option = try #require(RunOption.named(name))
    var request = RunRequest()
    #expect(throws: option.refusing("")) { try request.set(option, to: "") }
    #expect(request == RunRequest())
  }

  /// Names with marks are quoted; several in one text are merged.
  @Test func phasesAsText() throws {
    func history(_ texts: String...) throws -> HistoryChange {
      var request = RunRequest()
      for text in texts { try request.set(.phase, to: text) }
      try request.validate()
      // A record, and the command of a request, stand for the same.
      let record = try JSONDecoder().decode(RunRequest.self, from: JSONEncoder().encode(request))
      var again = RunRequest()
      for (option, text) in request.options { try again.set(option, to: text) }
      #expect(record == request && again.history == request.history)
      return request.history
    }
    let phases = [PhaseSettings(epochs: 250, without: ["Oak"]), PhaseSettings(until: 0.01, only: ["Oak"])]
    #expect(try history("epochs=250 without=Oak", "only=Oak until=0.01").phases == phases)
    #expect(try history("epochs=250 without=Oak; only=Oak until=0.01").phases == phases)
    #expect(
      try history("2: eta=5", "2: frequency=Oak:4").changes == [
        2: PhaseSettings(learningRate: 5, frequencies: ["Oak": 4])
      ])
    #expect(try history("only=\"a; b\"").phases == [PhaseSettings(only: ["a; b"])])
    for text in ["", ";", "epochs=1;", "0: eta=1", "101: eta=1", "2:", "until=1 epochs=1", "epoch=1"] {
      #expect(throws: SettingsError.self) { try history(text) }
    }
    let many = Array(repeating: "epochs=1", count: 10_000).joined(separator: ";")
    #expect(
      throws: SettingsError.explained(name: "--phase", reason: "A history has at most 100 phases. Leave some out.")
    ) {
      try history(many)
    }
  }

  @Test func frequenciesAsText() throws {
    func frequencies(_ texts: String...) throws -> [String: Double] {
      var request = RunRequest()
      for text in texts { try request.set(.frequency, to: text) }
      try request.validate()
      return request.frequencies
    }
    #expect(try frequencies("Oak=4", "Pine = 0; Rose=0.5") == ["Oak": 4, "Pine": 0, "Rose": 0.5])
    #expect(try frequencies("a=b=2") == ["a=b": 2])
    #expect(try frequencies("\"a; \"\"b\"\"\"=2; c=1") == ["a; \"b\"": 2, "c": 1])
    #expect(try frequencies("Oak=4", "Oak=5") == ["Oak": 5])
    for text in ["Oak", "Oak=", "=4", "Oak=-1", "Oak=nan", "Oak=1e7", "Oak=1;", "Oak=1;Oak=2"] {
      #expect(throws: SettingsError.self) { try frequencies(text) }
    }
  }

  private static func texts(for kind: RunOption.Kind) -> [String] {
    switch kind {
    case .wholeNumber: ["7"]
    case .number: ["0.5"]
    case .widths: ["none", "30", "12,9"]
    case .flag: ["yes", "no"]
    case .choice(let words): words
    case .cell: ["a:b"]
    case .text: ["a=1"]
    case .file: []
    }
  }
}
