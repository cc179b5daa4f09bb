import GSL
import LearningDynamics
import Testing

/// Probes by their names, and the errors for unknown names.
@Suite struct CellNameTests {
  private func dataset(items: [String], features: [String]) throws -> Dataset {
    try Dataset(
      identifier: "d", items: items, features: FeatureNames(numbered: 0, named: features),
      targets: Matrix(rows: items.count, columns: features.count))
  }

  private func refusal(_ body: () throws -> some Any) -> String {
    do {
      _ = try body()
      return ""
    } catch {
      return "\(error)"
    }
  }

  /// Colons, quotes and blanks in names; every probe can be named.
  @Test func everyCellHasAText() throws {
    let items = ["a", "a:b", "\"a", "\"a\"", ":", "a \"b\" c", "'", "b"]
    let features = ["c", "b:c", ":c", "\"", "c\"", "x, y", "\\n", "c:"]
    let dataset = try dataset(items: items, features: features)
    for item in items.indices {
      for feature in features.indices {
        let cell = Probe(item: item, feature: feature)
        let text = dataset.text(of: cell)
        #expect(try dataset.probing(text).probe == cell, "\(text)")
      }
    }
    #expect(try dataset.probing("a:b:c").probe == Probe(item: 0, feature: 1))
    #expect(try dataset.probing("\"a:b\":c").probe == Probe(item: 1, feature: 0))
    #expect(try dataset.probing(" b : x, y ").probe == Probe(item: 7, feature: 5))
  }

  private static let letters = (0..<53).map { "feature with number \($0)" }

  @Test(arguments: [
    ("Robbin:can fly", "Unknown item 'Robbin'. Did you mean 'Robin'? The items are Robin, Dog."),
    ("Robin:can fyl", "Unknown feature 'can fyl'. Did you mean 'can fly'? There are 54 features."),
    ("Robin:fly", "Unknown feature 'fly'. There are 54 features; the nearest are 'can fly'"),
    ("Robin:zzz", "Unknown feature 'zzz'. There are 54 features; the nearest are"),
    ("Robin", "Write it as ITEM:FEATURE, such as Robin:can fly."), ("x:y:can fly", "Unknown item 'x:y'."),
  ])
  func aMissNamesTheNearest(text: String, advice: String) throws {
    let dataset = try dataset(items: ["Robin", "Dog"], features: Self.letters + ["can fly"])
    let message = refusal { try dataset.probing(text) }
    #expect(message.contains(advice), "\(message)")
    #expect(!message.contains(Self.letters[40]), "all names are listed as if they were few")
  }

  @Test func sampledFeaturesAreToldByTheirRange() throws {
    var sampler = try DataSampler(seed: 1, convention: .tutorial)
    let tree = try DiffusionTree().dataset("tree", features: 20, using: &sampler)
    #expect(refusal { try tree.probing("Robin:feature-21") }.contains("The features are feature-1 to feature-20."))
    let more = try tree.appending(feature: "can_fly", values: [Double](repeating: 1, count: 8))
    #expect(
      refusal { try more.probing("Robin:can_fyl") }.contains(
        "Did you mean 'can_fly'? The features are feature-1 to feature-20, and can_fly."))
  }

  /// Errors of datasets in Swift are as helpful as those of files.
  @Test func misspeltItemsInSwift() throws {
    var sampler = try DataSampler(seed: 1, convention: .tutorial)
    let tree = try DiffusionTree().dataset("tree", features: 20, using: &sampler)
    for correlation in [
      IllusoryCorrelation(feature: "f", holdingFor: ["Robbin"], probe: "Tuna"),
      IllusoryCorrelation(feature: "f", holdingFor: ["Tuna"], probe: "Robbin"),
      IllusoryCorrelation(renaming: "Robbin", to: "Wren", feature: "f", values: [1, 1, 1, 1, 1, 1, 1, 1]),
    ] {
      let message = refusal { try correlation.added(to: tree) }
      #expect(message.contains("no item 'Robbin'. Did you mean 'Robin'?"), "\(message)")
    }
    #expect(refusal { try tree.probing(item: "Robin", feature: "feature1") }.contains("feature-1 to feature-20"))
  }
}
