import BuiltInPlugins
import PluginKit
import Testing

@testable import Explorer

/// For every value that a plugin allows, the page gets a figure or an error with a sentence.
@Suite(.timeLimit(.minutes(120))) struct ExtremesTests {
  /// Few features and epochs, unless they are what is tested: this covers the same code.
  private func query(_ plugins: [PluginDescription], _ name: String, _ text: String) -> String {
    let declared = plugins.flatMap(\.parameters).map(\.name)
    var settings = ["features": "60", "items": "6", "samples": "20"].filter { declared.contains($0.key) }
    settings[name] = text
    return plugins.map { "plugin=\($0.identifier)&" }.joined()
      + settings.map { "set=\($0.key)%3D\($0.value)&" }.sorted().joined()
  }

  private func ask(_ page: TestPage, _ query: String) async throws {
    let response = try await page.get("/run?" + query)
    switch response.status {
    case 200: break
    case 400, 422: #expect(try #require(try response.refusal?.error).hasSuffix("."), "\(query): \(response.text)")
    default: Issue.record("\(query): \(response.status) \(response.text)")
    }
  }

  private var limits: ExplorationLimits {
    var limits = ExplorationLimits.patient
    // At the page's limits an optimized program takes seconds; this debug build would take far longer.
    (limits.multiplications, limits.targets) = (5e7, 200_000)
    return limits
  }

  @Test func ofDatasets() async throws {
    let registry = try PluginRegistry.builtIn()
    let page = try TestPage(limits: limits)
    let loss = try #require(registry.analyses.map(\.description).first { $0.identifier == "loss" })
    for dataset in registry.datasets.map(\.description) {
      for parameter in dataset.parameters {
        for text in parameter.extremes {
          try await ask(page, query([dataset, loss], parameter.name, text) + "epochs=15")
        }
      }
    }
  }

  @Test(arguments: ["shark-bones", "noisy-linear"])
  func ofAnalyses(dataset: String) async throws {
    let registry = try PluginRegistry.builtIn()
    let page = try TestPage(limits: limits)
    let dataset = try #require(registry.datasets.map(\.description).first { $0.identifier == dataset })
    for analysis in registry.analyses.map(\.description) {
      try await ask(
        page, query([dataset, analysis], "flip", "0.1").replacing("set=flip%3D0.1&", with: "") + "epochs=15")
      for parameter in analysis.parameters {
        for text in parameter.extremes {
          try await ask(page, query([dataset, analysis], parameter.name, text) + "epochs=15")
        }
      }
    }
  }

  @Test(arguments: [
    "eta=5e-324", "eta=1.7976931348623157e308", "gamma=0", "gamma=5e-324", "gamma=1.7976931348623157e308",
    "gamma=1e150&eta=1e-300", "epochs=1", "seed=4294967295", "hidden=1", "hidden=1,1,1,1,1,1",
    "hidden=none&gamma=1e300",
    "epoch=0", "epoch=15", "epoch=9223372036854775807", "theory=no", "sampler=gsl",
  ])
  func ofOptions(query: String) async throws {
    let page = try TestPage()
    for analysis in ["illusion", "rsa", "loss"] {
      let epochs = query.contains("epochs") ? "" : "&epochs=15"
      try await ask(page, "plugin=\(analysis)&set=features%3D60&" + query + epochs)
    }
  }
}
