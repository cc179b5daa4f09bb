import BuiltInPlugins
import PluginConformance
import PluginKit
import Testing

/// Checks of every registered plugin, including those added later.
@Suite struct ConformanceTests {
  @Test func thereAreTheTutorials() throws {
    let registry = try PluginRegistry.builtIn()
    #expect(registry.datasets.filter(\.description.isPartOfTutorial).count >= 5)
    #expect(registry.datasets.map(\.description.identifier).prefix(3) == ["tree", "shark-bones", "parrot-speak"])
    #expect(
      registry.analyses.map(\.description.identifier).prefix(6) == [
        "data", "loss", "modes", "rsa", "illusion", "regression",
      ])
  }

  @Test(arguments: try ConformanceCheck.all(of: PluginRegistry.builtIn()))
  func conforms(check: ConformanceCheck) async {
    let problems = await check.problems()
    #expect(problems == [])
  }
}
