import BuiltInPlugins
import Experiments
import LearningDynamics
import PluginKit
import Testing

@Suite struct PlanTests {
  private func plan(
    _ plugins: String..., settings: [String: String] = [:], change: (inout RunRequest) -> Void = { _ in }
  )
    throws -> RunPlan
  {
    var request = RunRequest()
    request.plugins = plugins
    request.settings = settings
    change(&request)
    return try RunPlan(request, registry: .builtIn())
  }

  private func cells(_ plan: RunPlan) -> [String] {
    plan.datasets.map { dataset in
      "\(dataset.dataset.identifier): \(dataset.analyses.map(\.descriptor.description.identifier).joined(separator: " "))"
    }
  }

  @Test func tutorialByDefault() throws {
    #expect(
      try cells(plan()) == [
        "tree: data loss modes rsa regression", "shark-bones: data loss modes rsa illusion regression",
        "parrot-speak: data loss modes rsa illusion regression", "named-features: data loss modes rsa regression",
        "noisy-linear: data loss modes rsa regression",
      ])
  }

  @Test func namesNarrowTheirOwnAxis() throws {
    let illusions = try cells(plan("illusion"))
    #expect(illusions.prefix(2) == ["shark-bones: illusion", "parrot-speak: illusion"])
    #expect(illusions.contains("bones-before-shark: illusion") && !illusions.contains("tree: illusion"))
    #expect(try cells(plan("shark-bones"))[0].hasPrefix("shark-bones: data loss modes rsa illusion regression"))
    #expect(try cells(plan("shark-bones", "loss")) == ["shark-bones: loss"])
    #expect(try cells(plan("tree", "shark-bones", "illusion")) == ["shark-bones: illusion"])
    let registry = try PluginRegistry.builtIn()
    #expect(try cells(plan("all")).count == registry.datasets.count)
  }

  private struct Made: Error {}

  /// A dataset that throws if it is made, and declares whether it has a probe.
  private static func unmakeable(hasProbe: Bool?) throws -> PluginRegistry {
    let dataset = DatasetDescriptor(
      PluginDescription(identifier: "unmakeable", summary: "Is not to be made"), hasProbe: hasProbe
    ) { _, _ in throw Made() }
    let builtIn = try PluginRegistry.builtIn()
    return try PluginRegistry(datasets: builtIn.datasets + [dataset], analyses: builtIn.analyses)
  }

  /// Datasets that no analysis would use are not sampled.
  @Test(
    arguments: [
      (false, ["illusion"], nil, [30], false), (nil, ["illusion"], nil, [30], true),
      (true, ["illusion"], nil, [30], true),
      (false, ["illusion", "loss"], nil, [30], true), (false, ["illusion"], "Robin:feature-3", [30], true),
      (true, ["rsa"], nil, [], false), (true, ["rsa"], nil, [30], true),
    ] as [(Bool?, [String], String?, [Int], Bool)])
  func datasetsAreMadeForAnalysesThatMayApply(
    hasProbe: Bool?, analyses: [String], probe: String?, hidden: [Int], isMade: Bool
  ) throws {
    let registry = try Self.unmakeable(hasProbe: hasProbe)
    var request = RunRequest()
    request.plugins = ["unmakeable", "shark-bones"] + analyses
    request.probe = probe
    request.training.hiddenWidths = hidden
    let error = #expect(throws: (any Error).self) {
      _ = try RunPlan(request, registry: registry)
      throw CancellationError()
    }
    if isMade {
      #expect(error is Made)
    } else if case PlanError.empty? = error {
    } else {
      #expect(error is CancellationError, "\(String(describing: error))")
    }
  }

  @Test func emptyPlanSaysWhy() throws {
    let error = #expect(throws: PlanError.self) { try plan("tree", "illusion") }
    #expect(
      error?.description
        == "Nothing to run: illusion does not apply to tree. illusion needs a dataset with a probe (one prediction to follow)."
    )
    let zero = #expect(throws: PlanError.self) { try plan("tree", "rsa") { $0.training.hiddenWidths = [] } }
    #expect(zero?.description.contains("rsa needs a network with a hidden layer") == true)
  }

  @Test func namedAnalysesThatApplyToNothingAreTold() throws {
    let plan = try plan("tree", "loss", "illusion")
    #expect(plan.warnings == ["illusion is left out: it needs a dataset with a probe (one prediction to follow)."])
    #expect(try self.plan("tree", "shark-bones", "illusion").warnings.isEmpty)
  }

  @Test func unknownNamesGetASuggestion() throws {
    #expect(
      #expect(throws: PlanError.self) { try plan("ilusion") }?.description.contains("Did you mean 'illusion'?") == true)
    #expect(
      #expect(throws: SettingsError.self) { try plan("tree", settings: ["flips": "0.1"]) }?.description
        .contains("Did you mean 'flip'?") == true)
    // A setting of a plugin that was not selected is unknown to this run.
    #expect(throws: SettingsError.self) { try plan("tree", "loss", settings: ["noise": "0.1"]) }
  }

  @Test func epochsBeyondTheRunAreRefused() throws {
    #expect(throws: PlanError.epochBeyondRun(epoch: 251, dataset: "tree", last: 250)) {
      try plan("tree") { $0.shownEpochs = [251] }
    }
    #expect(try !plan("tree") { $0.shownEpochs = [250, 0] }.datasets.isEmpty)
  }

  @Test func valuesOutOfRangeAreRefused() throws {
    let changes: [(inout RunRequest) -> Void] = [
      { $0.training.learningRate = 0 }, { $0.training.learningRate = -1 }, { $0.training.learningRate = .nan },
      { $0.training.learningRate = .infinity }, { $0.training.initializationScale = -1e-9 },
      { $0.training.initializationScale = .nan }, { $0.training.epochs = 0 }, { $0.training.epochs = .max },
      { $0.training.hiddenWidths = [0] }, { $0.training.hiddenWidths = [30, -1] },
      { $0.training.hiddenWidths = Array(repeating: 2, count: 100) }, { $0.shownEpochs = [-1] },
    ]
    for change in changes { #expect(throws: SettingsError.self) { try plan("tree", change: change) } }
  }

  /// If settings do not fit a dataset, it is left out if it was not named, and refused if it was.
  @Test func settingsThatSuitSomeDatasetsOnly() throws {
    let plan = try plan("loss", settings: ["levels": "2", "branches": "3"])
    #expect(plan.datasets.map(\.dataset.identifier).contains("tree"))
    #expect(!plan.datasets.map(\.dataset.identifier).contains("shark-bones"))
    #expect(plan.warnings.contains { $0.hasPrefix("shark-bones is left out. The feature 'has_bones'") })
    #expect(throws: DatasetError.self) { try self.plan("shark-bones", settings: ["levels": "2"]) }
    // The remaining datasets have fixed trees, without such a setting.
    #expect(throws: SettingsError.self) { try self.plan("illusion", settings: ["levels": "2"]) }
  }

  @Test func settingsAreCheckedBeforeTraining() throws {
    #expect(throws: SettingsError.self) { try plan("tree", settings: ["item": "9"]) }
    #expect(throws: SettingsError.self) { try plan("tree", settings: ["layer": "2"]) }
    // A setting of a plugin that is not part of this run in the end.
    #expect(throws: SettingsError.self) { try plan("illusion", settings: ["noise": "1"]) }
  }

  @Test(arguments: [["features": "10000000"], ["levels": "12"]])
  func whatMemoryWouldNotHoldIsRefused(settings: [String: String]) throws {
    let error = #expect(throws: PlanError.self) {
      try plan("tree", settings: settings) {
        $0.training.hiddenWidths = [100_000]
        $0.training.epochs = 1_000_000
      }
    }
    #expect(error?.description.contains("of memory, but this machine has") == true)
  }

  @Test func weightsThatVanishAreAWarning() throws {
    #expect(try plan("tree") { $0.training.initializationScale = 0 }.warnings[0].contains("nothing will be learned"))
    #expect(try plan("tree") { $0.training.initializationScale = 1e-45 }.warnings.count == 1)
    #expect(try plan("tree") { $0.training.initializationScale = 1e-15 }.warnings.isEmpty)
  }

  /// λ = dPN/2 = 400 is above the strongest mode of the tree, 157.7; a tenth of that is advised.
  @Test func decayThatLeavesNothingIsAWarning() throws {
    let warnings = try plan("tree") { $0.training.variant.decay = 0.01 }.warnings
    #expect(warnings.count == 1 && warnings[0].contains("stronger than every mode"))
    #expect(warnings[0].contains("Try --decay 4e-04.") || warnings[0].contains("Try --decay 0.0004."))
    #expect(try plan("tree") { $0.training.variant.decay = 1e-3 }.warnings.isEmpty)
  }

  @Test func sharesEveryDistinctTraining() throws {
    let plan = try plan("shark-bones") { $0.training.epochs = 5 }
    let outcome = try DatasetOutcome(plan.datasets[0])
    // The main network, the control of the illusion, the shallow network of the regression, four depths, and two other kinds
    // of units.
    #expect(outcome.runs.count == 9)
    #expect(outcome.main?.plan == plan.datasets[0].mainPlan)
  }

  @Test func warnsAboveTheStableRate() throws {
    let warnings = try plan("tree") { $0.training.learningRate = 300 }.warnings
    #expect(
      warnings == [
        "tree: the learning rate 300 is above the largest stable one, 253.6. The loss may oscillate and sooner or later "
          + "diverge. Try --eta 200."
      ])
    #expect(try plan("tree").warnings.isEmpty)
  }
}
