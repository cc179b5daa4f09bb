import LearningDynamics
import PluginKit
import Testing

@Suite struct RegistryTests {
  private func descriptor(_ identifier: String, summary: String = "something", position: Int? = nil)
    -> DatasetDescriptor
  {
    let description = PluginDescription(identifier: identifier, summary: summary, tutorialPosition: position)
    return DatasetDescriptor(description) { _, _ in throw DatasetError.empty(dataset: identifier) }
  }

  @Test func sharedIdentifiersAreNamed() {
    let error = #expect(throws: PluginRegistryError.self) {
      try PluginRegistry(
        datasets: [descriptor("twin", summary: "one"), descriptor("twin", summary: "another")], analyses: [])
    }
    #expect(error?.description.contains("Two plugins are called 'twin': \"one\" and \"another\".") == true)
  }

  @Test(arguments: [
    "", "A", "a b", "a_b", "-a", "a-", "a--b", "1a", "all", "ä", "a/b", "../a", String(repeating: "a", count: 65),
  ])
  func badIdentifiersAreRefused(identifier: String) {
    #expect(throws: PluginRegistryError.self) { try PluginRegistry(datasets: [descriptor(identifier)], analyses: []) }
  }

  @Test(arguments: ["a", "tree", "penguin-fly", "model-2", "a1-b2-c3"])
  func identifiersAreKebabCase(identifier: String) {
    #expect(PluginRegistry.isIdentifier(identifier))
  }

  @Test func theTutorialComesFirst() throws {
    let registry = try PluginRegistry(
      datasets: [
        descriptor("z"), descriptor("second", position: 2), descriptor("first", position: 1), descriptor("a"),
      ],
      analyses: [])
    #expect(registry.datasets.map(\.description.identifier) == ["first", "second", "z", "a"])
  }
}
