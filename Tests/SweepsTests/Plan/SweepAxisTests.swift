import BuiltInPlugins
import Experiments
import LearningDynamics
import PluginKit
import Sweeps
import Testing

@Suite struct SweepAxisTests {
  private static let flip = Parameter("flip", default: 0.15, in: 0...1, help: "").declaration
  private static let levels = Parameter("levels", default: 3, in: 1...12, help: "").declaration
  private static let declarations = ["flip": flip, "levels": levels]

  private func values(_ text: String) throws -> [String] {
    try SweepAxis(text, declarations: Self.declarations).values.texts
  }

  @Test(arguments: [
    ("eta=20:200:10", "20 40 60 80 100 120 140 160 180 200"),
    ("learning-rate=1:2:3", "1 1.5 2"),
    ("flip=0.1:0.3:3", "0.1 0.2 0.3"),
    ("gamma=1e-12:1e1:14:log", "1e-12 1e-11 1e-10 1e-09 1e-08 1e-07 1e-06 1e-05 0.0001 0.001 0.01 0.1 1 10"),
    ("eta=1:100:3:log", "1 10 100"), ("eta=5:5:1", "5"), ("eta=1:3:3:lin", "1 2 3"), ("eta=7", "7"),
    ("eta=1e2", "100"), ("eta=20,50, 100", "20 50 100"), ("eta=20;50", "20 50"),
    ("seed=0..<4", "0 1 2 3"), ("seed=5...7", "5 6 7"), ("seed=3...3", "3"), ("seed=4294967295", "4294967295"),
    ("epochs=100:500:5", "100 200 300 400 500"), ("epochs=1:1000:4:log", "1 10 100 1000"),
    ("epochs=1:1000:3:log", "1 32 1000"), ("levels=1...3", "1 2 3"), ("hidden=10:30:3", "10 20 30"),
    ("hidden=10;30;30,30;none", "10 30 30,30 none"), ("hidden=30,30", "30,30"),
    ("frequency.Oak=0;1;8", "0 1 8"), ("frequency.Sea lion=1:9:3", "1 5 9"),
    ("dataset=tree;shark-bones", "tree shark-bones"), ("dataset=tree,shark-bones", "tree shark-bones"),
    ("probe=Shark:has_bones;Robin:feature-3", "Shark:has_bones Robin:feature-3"), ("sampler=gsl", "gsl"),
  ])
  func whatIsMeant(text: String, expected: String) throws {
    #expect(try values(text).joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("eta", "NAME=VALUES"), ("eta=", "values are missing"), ("=5", "NAME=VALUES"), ("", "NAME=VALUES"),
    ("eta=1:2", "FROM:TO:COUNT"), ("eta=1:2:3:4", "FROM:TO:COUNT"), ("eta=1:2:3:log:5", "FROM:TO:COUNT"),
    ("eta=a:2:3", "three numbers"), ("eta=1:2:x", "three numbers"), ("eta=1:2:2.5", "three numbers"),
    ("eta=200:20:10", "reversed"), ("eta=20:200:0", "empty"), ("eta=20:200:-3", "empty"),
    ("eta=20:200:1", "cannot be both ends"), ("eta=5:5:3", "both ends are 5"), ("eta=nan:1:2", "three numbers"),
    ("eta=1:inf:2", "three numbers"), ("eta=1:1e999:2", "finite"), ("eta=-1e308:1e308:3", "finite"),
    ("eta=0:1:3:log", "above 0"),
    ("eta=1:2:999999999", "too many"), ("eta=0..<5", "FROM:TO:COUNT"), ("seed=5..<5", "empty"),
    ("seed=9...5", "reversed"),
    ("seed=0..5", "0..<20"), ("seed=0..<x", "0..<20"), ("seed=0..<9999999999999999999999", "0..<20"),
    ("seed=0..<99999999999", "too many"), ("seed=-9223372036854775808..<9223372036854775807", "too many"),
    ("epochs=1:3:9", "different whole numbers"), ("epochs=1:2.5:2", "whole numbers"), ("epochs=1:1e300:2", "1e15"),
    ("eta=1,,2", "missing"), ("eta=;", "missing"), ("eta=1,1.0", "given twice"), ("hidden=30;30", "given twice"),
    ("flop=1", "Did you mean 'flip'"), ("zzz=1", "unknown setting"),
  ])
  func whatCannotBeMeant(text: String, reason: String) {
    let error = #expect(throws: SweepError.self) { try values(text) }
    #expect("\(error!)".hasPrefix("\(text): ") && "\(error!)".contains(reason), "\(error!)")
  }

  /// What no run of the sweep could train is refused before it begins; a combination that only some runs have is not.
  @Test func valuesThatCannotTrain() throws {
    func refusal(_ vary: String..., changing change: (inout RunRequest) throws -> Void = { _ in }) throws -> String? {
      var request = SweepRequest()
      request.vary = vary
      try change(&request.run)
      do {
        _ = try SweepPlan(request, registry: .builtIn())
        return nil
      } catch {
        return "\(error)"
      }
    }
    #expect(try refusal("batch=4;1000")?.hasPrefix("batch=1000: A batch of 1000 is larger") == true)
    #expect(try refusal("batch=4;8", "levels=3;4") == nil)
    #expect(try refusal("optimizer=sgd;adam") { $0.training.engine = .reduced }?.contains("Adam scales") == true)
    #expect(try refusal("unit=linear;relu") { $0.training.hiddenWidths = [] }?.contains("no hidden units") == true)
    #expect(try refusal("unit=linear;relu", "hidden=none;30") == nil)
    let adam: (inout RunRequest) throws -> Void = {
      ($0.training.variant.optimizer, $0.training.variant.momentum) = (.adam, 0.9)
    }
    #expect(try refusal("seed=1...1000", changing: adam)?.contains("own kind of momentum") == true)
    #expect(try refusal("unit=linear;relu", changing: adam)?.contains("unit=") == false)
    #expect(try refusal("gamma=1:200:200", "hidden=1:100:100", "batch=4;1000")?.contains("batch=1000") == true)
    #expect(try refusal("frequency.Robyn=1;2")?.contains("no item 'Robyn'") == true)
    #expect(
      try refusal("frequency.Robin=1;2") { $0.frequencies = ["Robin": 3] }?.contains("also set to one value") == true)
    #expect(try refusal("frequency.Shark=1;-1")?.contains("0 (left out) to a million") == true)
  }

  private func plan(_ vary: String..., changing change: (inout RunRequest) throws -> Void = { _ in }) throws
    -> SweepPlan
  {
    var request = SweepRequest()
    request.vary = vary
    try change(&request.run)
    return try SweepPlan(request, registry: .builtIn())
  }

  @Test func whatVariesFastest() throws {
    let plan = try plan("eta=1,2", "seed=0..<5", "gamma=1e-3,1", "hidden=2;3")
    #expect(plan.count == 40 && plan.sharedCount == 10 && plan.ownCount == 4)
    #expect(plan.axes.map(\.name) == ["dataset", "eta", "seed", "gamma", "hidden"])
  }

  @Test func datasetsAreAnAxis() throws {
    let named = try plan("seed=0..<3") { $0.plugins = ["tree", "shark-bones"] }
    #expect(named.axes[0].values.texts == ["tree", "shark-bones"] && named.count == 6)
    #expect(try plan("dataset=tree;parrot-speak").count == 2)
    #expect(try plan("seed=0..<3").axes[0].values.texts == ["shark-bones"])
    #expect(try plan("eta=1") { $0.plugins = ["all"] }.count > 10)
    #expect(throws: SweepError.self) { try plan("dataset=tree") { $0.plugins = ["tree"] } }
  }

  @Test func everyValueIsCheckedBefore() throws {
    for text in [
      "eta=-1:5:3", "eta=0,1", "epochs=0,5", "seed=0..<4294967297", "flip=0:2:3", "hidden=0", "levels=0...3",
      "sampler=numpy", "gamma=inf", "features=many",
    ] {
      let error = #expect(throws: SweepError.self) { try plan(text) }
      #expect("\(error!)".contains("is not a valid value for") || "\(error!)".contains("finite"), "\(error!)")
    }
    #expect(throws: SweepError.self) { try plan("flip=0:1:3", "dataset=tree;named-features") }
    #expect(throws: PlanError.self) { try plan("dataset=tree;tre") }
    #expect(throws: SweepError.analysis("illusion")) { try plan("dataset=illusion") }
    #expect(throws: SweepError.analysis("rsa")) { try plan("eta=1") { $0.plugins = ["rsa"] } }
    #expect(throws: SweepError.nothingVaried) { try plan() }
    #expect(throws: SweepError.self) { try plan("eta=1", "learning-rate=2") }
    #expect(throws: SweepError.self) { try plan("eta=1,2") { $0.training.learningRate = 5 } }
    #expect(throws: SettingsError.self) { try plan("eta=1,2") { $0.settings["flop"] = "1" } }
    #expect(throws: SettingsError.self) { try plan("eta=1,2") { $0.settings["flip"] = "2" } }
    #expect(throws: SweepError.tooManyRuns(most: SweepPlan.mostRuns)) {
      try plan("seed=0..<4000000000", "eta=1:100:100000")
    }
    // The most that fits takes no memory to plan.
    #expect(try plan("seed=0..<4000000000", "eta=1,2").count == 8_000_000_000)
  }
}
