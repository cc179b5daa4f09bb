import GSL
import LearningDynamics
import PluginKit
import Testing

/// Phases as users write them.
@Suite struct PhaseSettingsTests {
  @Test(arguments: [
    ("epochs=400 without=Oak", PhaseSettings(epochs: 400, without: ["Oak"])),
    (
      "  until=0.01  at-most=50 only=Oak,Pine eta=5 ",
      PhaseSettings(until: 0.01, atMost: 50, learningRate: 5, only: ["Oak", "Pine"])
    ),
    (
      "name=\"the \"\"new\"\" ones\" only=\"Grey seal\",Oak",
      PhaseSettings("the \"new\" ones", only: ["Grey seal", "Oak"])
    ),
    ("frequency=Oak:4,\"a:b\":0.5", PhaseSettings(frequencies: ["Oak": 4, "a:b": 0.5])),
    ("seed=7 revise=Oak:8 reverse=yes", PhaseSettings(seed: 7, revising: ["Oak": 8], isReversed: true)),
    ("targets=other.csv", PhaseSettings(targetsFile: "other.csv")),
    ("only=\"a\u{A0}b\"", PhaseSettings(only: ["a\u{A0}b"])),
    ("frequency=Oak=4", PhaseSettings(frequencies: ["Oak": 4])),
  ])
  func textsAreRead(text: String, settings: PhaseSettings) throws {
    #expect(try PhaseSettings(text: text) == settings)
    #expect(try PhaseSettings(text: settings.text) == settings)
    #expect(settings.contradiction == nil)
  }

  @Test(arguments: [
    ("Oak", "is not KEY=VALUE"), ("epoch=4", "Did you mean 'epochs'?"), ("epochs=4 epochs=5", "given twice"),
    ("epochs=0", "from 1 to"), ("epochs=-3", "from 1 to"), ("epochs=10000001", "from 1 to"), ("until=0", "above 0"),
    ("until=nan", "above 0"), ("eta=inf", "above 0"), ("only=", "the items"), ("only=Oak,,Pine", "the items"),
    ("without=Oak,Oak", "the items"), ("frequency=Oak", "how often"), ("frequency=Oak:-1", "how often"),
    ("frequency=Oak:1,Oak=2", "how often"), ("seed=-1", "4294967295"), ("revise=Oak:x", "seeds"),
    ("reverse=perhaps", "sign"), ("name=\u{7}", "a name"), ("targets=", "table"),
  ])
  func textsAreRefused(text: String, reason: String) {
    let error = #expect(throws: PhaseTextError.self) { try PhaseSettings(text: text) }
    #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
  }

  @Test(arguments: ["until=1 epochs=2", "at-most=3", "only=a without=b", "seed=1 targets=x.csv"])
  func contradictions(text: String) throws {
    #expect(try PhaseSettings(text: text).contradiction != nil)
  }

  /// A change sets what it gives, and replaces what it contradicts.
  @Test func changes() throws {
    func changed(_ text: String, by change: String) throws -> String {
      try PhaseSettings(text: text).changed(by: PhaseSettings(text: change)).text
    }
    #expect(try changed("until=0.1 at-most=9 only=Oak", by: "eta=5") == "until=0.1 at-most=9 eta=5 only=Oak")
    #expect(try changed("until=0.1 at-most=9", by: "epochs=5") == "epochs=5")
    #expect(try changed("epochs=5", by: "until=0.1") == "until=0.1")
    #expect(try changed("only=Oak", by: "without=Pine") == "without=Pine")
    #expect(try changed("frequency=Oak:2,Pine:3", by: "frequency=Oak:4") == "frequency=Oak:4,Pine:3")
    #expect(try changed("seed=3", by: "targets=x.csv") == "targets=x.csv")
  }

  private func dataset(
    _ text: String, tables: [String: String] = [:], change: (inout HistoryChange) throws -> Void = { _ in }
  ) throws -> Dataset {
    let descriptor = try DatasetDescriptor(DatasetFile(name: "d.yaml", text: "summary: s\n\(text)", tables: tables))
    var history = HistoryChange()
    try change(&history)
    return try descriptor.dataset(
      ParameterValues(descriptor.description.parameters), seed: 1, convention: .tutorial, history: history)
  }

  private static let tree = "tree: [[a, b], [c, d]]\nfeatures: 50\n"

  @Test func phasesOfAFile() throws {
    let data = try dataset(
      Self.tree
        + """
        phases:
        - {without: [d], epochs: 40}
        - only: [d]
          until: 0.01
          at-most: 90
          eta: 0.5
        - {frequency: {a: 2, d: 0.5}}
        - {seed: 7, name: new}
        - {revise: {b: 7}, reverse: yes}
        """)
    #expect(data.phases.map(\.name) == ["without d", "d alone", "a × 2, d × 0.5", "new", "b revised, reversed"])
    #expect(data.phases.map(\.epochs) == [40, 90, nil, nil, nil])
    #expect(data.phases[0].frequencies == [1, 1, 1, 0] && data.phases[1].frequencies == [0, 0, 0, 1])
    #expect(data.phases[2].frequencies == [2, 1, 1, 0.5] && data.phases[1].endLoss == 0.01)
    #expect(data.phases[0].targets == nil && data.phases[1].learningRate == 0.5)
    let sampled = try #require(data.phases[3].targets)
    let revised = try #require(data.phases[4].targets)
    #expect(sampled != data.targets && revised.row(0) == data.targets.row(0).map { -$0 })
    #expect(revised.row(1) == sampled.row(1).map { -$0 })
  }

  /// The seed of a phase is never that of the dataset, or the features would be the same.
  @Test func aPhaseWithTheSeedOfTheRun() throws {
    let data = try dataset(Self.tree + "phases: [{epochs: 1}, {seed: 1}, {seed: 2}]")
    #expect(data.phases[1].targets == data.phases[2].targets && data.phases[1].targets != nil)
    #expect(data.phases[1].name == "new features (seed 2)")
  }

  /// A table gives targets to items and features by their names, in any order.
  @Test func targetsOfATable() throws {
    let text = "table: |\n  i,f,g\n  a,1,0\n  b,0,1\nphases: [{epochs: 5}, {targets: other.csv}]"
    let data = try dataset(text, tables: ["other.csv": "i,g,f\nb,1,0\na,1,1\n"])
    #expect(data.phases[1].targets == Matrix([[1, 1], [-1, 1]]))
    for (table, reason) in [
      ("i,g,f\nb,1,0\n", "no line for 'a'"), ("i,g,f\nb,1,0\na,1,1\nc,1,1\n", "Unknown item 'c'"),
      ("i,g\nb,1\na,1\n", "It has 1 features"), ("i,g,h\nb,1,0\na,1,1\n", "no feature 'h'"),
    ] {
      let error = #expect(throws: DatasetFileError.self) { try dataset(text, tables: ["other.csv": table]) }
      #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
    }
  }

  @Test(arguments: [
    ("phases: 3", "list of what is taught"), ("phases: []", "is empty"), ("phases: [x]", "not a phase"),
    ("phases: [{only: [e]}]", "Unknown item 'e'"), ("phases: [{onyl: [a]}]", "Did you mean 'only'?"),
    ("phases: [{epochs: -4}]", "from 1 to"), ("phases: [{only: [a], without: [b]}]", "Leave one out"),
    ("phases: [{targets: ../x.csv}]", "not the name of a file"), ("phases: [{targets: x.csv}]", "no file 'x.csv'"),
    ("phases: [\(Array(repeating: "{epochs: 1}", count: 101).joined(separator: ", "))]", "at most 100"),
  ])
  func filesAreRefused(text: String, reason: String) {
    let error = #expect(throws: DatasetFileError.self) { try dataset(Self.tree + text) }
    #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
    #expect(error?.line != nil)
  }

  @Test func phasesThatCannotBeMade() throws {
    func refusal(_ text: String, _ change: @escaping (inout HistoryChange) throws -> Void) -> String? {
      do {
        _ = try dataset(text, change: change)
        return nil
      } catch {
        return "\(error)"
      }
    }
    let eta = try PhaseSettings(text: "eta=2")
    #expect(refusal(Self.tree) { $0.changes = [2: eta] }?.contains("has no phases") == true)
    #expect(refusal(Self.tree + "phases: [{epochs: 1}]") { $0.changes = [2: eta] }?.contains("only 1 phase") == true)
    #expect(refusal(Self.tree) { $0.phases = [PhaseSettings(only: ["e"])] }?.contains("no item 'e'") == true)
    let none = PhaseSettings(only: ["a"], frequencies: ["a": 0])
    #expect(refusal(Self.tree) { $0.phases = [none] }?.contains("shows no item") == true)
    let table = "table: |\n  i,f\n  a,1\n  b,0\n"
    #expect(refusal(table) { $0.phases = [PhaseSettings(seed: 3)] }?.contains("not sampled") == true)
    #expect(
      refusal(Self.tree) { $0.phases = Array(repeating: eta, count: 10_000) }?.contains("at most 100") == true)
  }
}
