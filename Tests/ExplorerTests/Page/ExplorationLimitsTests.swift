import BuiltInPlugins
import Experiments
import GSL
import LearningDynamics
import PluginKit
import Testing

@testable import Explorer

/// A request that is too large is refused before any work begins.
@Suite(.timeLimit(.minutes(120))) struct ExplorationLimitsTests {
  private let limits = ExplorationLimits()
  private var request: RunRequest { RunRequest() }

  private func refusal(_ change: (inout RunRequest) -> Void) -> ExplorationError? {
    var request = request
    change(&request)
    do {
      try limits.check(request)
      return nil
    } catch {
      return error
    }
  }

  private func refusal(items: Int, features: Int, hidden: [Int] = [30], epochs: Int = 250) -> ExplorationError? {
    var training = TrainingSettings()
    training.hiddenWidths = hidden
    do {
      try limits.check(DatasetShape(items: items, features: features), training, epochs: epochs, interval: 1)
      return nil
    } catch {
      return error
    }
  }

  @Test func ofEveryDataset() throws {
    #expect(refusal { $0.training.epochs = 5_000 } == nil)
    let epochs = try #require(refusal { $0.training.epochs = 5_001 })
    #expect(epochs.status == 400 && epochs.error.hasPrefix("5,001 epochs") && epochs.remedy?.set == ["epochs": "5000"])
    #expect(refusal { $0.training.hiddenWidths = Array(repeating: 512, count: 6) } == nil)
    #expect(refusal { $0.training.hiddenWidths = Array(repeating: 1, count: 7) }?.error.hasPrefix("7 hidden") == true)
    let width = try #require(refusal { $0.training.hiddenWidths = [1, 513, 2] })
    #expect(width.error.contains("513") && width.remedy?.set == ["hidden": nil])
    #expect(refusal { $0.training.hiddenWidths = [] } == nil)
  }

  @Test func ofAShape() {
    #expect(refusal(items: 128, features: 1000, epochs: 150) == nil)
    #expect(refusal(items: 129, features: 1)?.error.contains("129 items") == true)
    // One feature may be added: datasets of illusions name it.
    #expect(refusal(items: 8, features: 200_001) == nil)
    #expect(refusal(items: 8, features: 200_002)?.remedy?.set == ["set.features": "200000"])
    // So many values may be sampled; their memory is checked separately.
    #expect(refusal(items: 128, features: 62_500, hidden: [1])?.error.contains("features of") != true)
    #expect(refusal(items: 128, features: 62_501, hidden: [1])?.remedy?.set == ["set.features": "62499"])
    #expect(refusal(items: 8, features: 10, epochs: 5_000) == nil)
    #expect(refusal(items: 8, features: 10, epochs: 5_001)?.error.contains("5,001") == true)
    // The numbers do not overflow.
    #expect(refusal(items: .max, features: .max) != nil)
    #expect(refusal(items: 128, features: .max) != nil)
  }

  @Test func ofWorkAndMemory() throws {
    let wide = try #require(refusal(items: 16, features: 1000, hidden: [512, 512], epochs: 500))
    #expect(wide.error.contains("of computing time") && wide.remedy != nil)
    var narrow = limits
    narrow.memory = 1_000_000
    #expect(throws: ExplorationError.self) {
      try narrow.check(DatasetShape(items: 8, features: 10_000), TrainingSettings(), epochs: 250, interval: 1)
    }
    // The tutorial's own run, and nearby settings of its sliders, are far within the limits.
    #expect(refusal(items: 8, features: 10_000, epochs: 5_000) == nil)
    #expect(refusal(items: 32, features: 10_000, hidden: [64, 64]) == nil)
    #expect(refusal(items: 8, features: 200_000) == nil)
  }

  /// Where the matrices of all epochs would be too large, fewer are kept, and the run is shown.
  @Test func keepsFewerMatrices() async throws {
    var large = limits
    large.memory = 20_000_000
    #expect(throws: ExplorationError.self) {
      try large.check(DatasetShape(items: 40, features: 20), TrainingSettings(), epochs: 1000, interval: 1)
    }
    let page = try TestPage(limits: large)
    let answer = try await page.get(
      "/run?plugin=teacher&plugin=generalization&set=items=40&set=outputs=20&epochs=1000")
    #expect(answer.status == 200)
  }

  /// A dataset of some shape, whose making is noticed.
  private func page(_ shape: DatasetShape?, recommending epochs: Int? = nil, isMade: Bool = false) throws -> TestPage {
    let large = DatasetDescriptor(
      PluginDescription(identifier: "large", summary: "Counted before it is made"), shape: { _ in shape }
    ) { _, _ in
      if !isMade { Issue.record("The dataset was made although it is too large.") }
      return try Dataset(
        identifier: "large", items: ["a", "b"], features: FeatureNames(numbered: 2), targets: .identity(2),
        recommendation: TrainingRecommendation(epochs: epochs))
    }
    let builtIn = try PluginRegistry.builtIn()
    return try TestPage(PluginRegistry(datasets: [large], analyses: builtIn.analyses))
  }

  @Test(arguments: [
    (DatasetShape(items: 129, features: 1), ""), (DatasetShape(items: 2, features: 200_002), ""),
    (DatasetShape(items: 128, features: 62_501), ""), (DatasetShape(items: 2, features: 2), "&epochs=5001"),
    (DatasetShape(items: 2, features: 2), "&hidden=1,1,1,1,1,1,1"),
    (DatasetShape(items: 2, features: 2), "&hidden=513"),
    (DatasetShape(items: 128, features: 60_000), "&hidden=512"), (nil, "&epochs=5001"), (nil, "&hidden=513"),
  ])
  func nothingIsMadeBeforehand(shape: DatasetShape?, query: String) async throws {
    let response = try await page(shape).get("/run?plugin=large&plugin=loss" + query)
    #expect(response.status == 400)
    #expect(try response.refusal?.error.contains("for this page") == true)
  }

  /// A dataset's recommended epochs, and a dataset larger than announced, are noticed before anything is trained.
  @Test func whatIsKnownOnlyAfterwards() async throws {
    let long = try page(DatasetShape(items: 2, features: 2), recommending: 5_001, isMade: true)
    let response = try await long.get("/run?plugin=large&plugin=loss")
    #expect(response.status == 400)
    #expect(try response.refusal?.error.contains("5,001 epochs") == true)
    #expect(try await long.get("/run?plugin=large&plugin=loss&epochs=5").status == 200)

    var limits = ExplorationLimits.patient
    limits.items = 1
    let other = try TestPage(
      files: [DatasetFile(name: "two.yaml", text: "summary: two\ntable: |\n  item, f\n  a, 1\n  b, -1\n")],
      limits: limits)
    #expect(try await other.get("/run?plugin=two&plugin=loss").status == 400)
  }

  @Test(arguments: [
    ("plugin=tree&set=levels%3D12", "4,096 items"), ("plugin=tree&set=levels%3D12&set=branches%3D64", ""),
    ("plugin=ring&set=items%3D4096", "4,096 items"), ("plugin=tree&set=features%3D10000000", "10,000,000 features"),
    ("plugin=noisy-linear&set=samples%3D4096", "4,096 items"),
    ("plugin=cross-cutting&set=taxa%3D512&set=habitats%3D512", ""),
  ])
  func ofBuiltInDatasets(query: String, words: String) async throws {
    // Making any of these datasets would take far longer than this suite may.
    let response = try await TestPage().get("/run?plugin=loss&" + query)
    #expect([400, 422].contains(response.status))
    #expect(try #require(try response.refusal?.error).contains(words), "\(response.text)")
  }
}
