import GSL
import LearningDynamics
import TestSupport
import Testing

/// Structures other than trees: their modes in closed form, and the features sampled from them.
@Suite struct FeatureModelTests {
  /// All kinds of sizes: even and odd, with and without opposite items, single items, no flips and many.
  static let models: [any FeatureModel] = {
    let made: [(any FeatureModel)?] =
      [(3, 4, 0.1), (1, 5, 0.2), (6, 1, 0.1), (2, 3, 0), (3, 2, 0.5), (2, 2, 0.9)].map {
        try? UnrelatedClusters(clusters: $0.0, members: $0.1, flipProbability: $0.2)
      }
      + [(12, 0.05), (10, 0), (4, 0.1), (3, 0), (5, 0.2), (7, 0), (13, 0.05)].map {
        try? ItemRing(items: $0.0, flipProbability: $0.1)
      }
      + [(8, 0), (2, 0), (3, 0.1), (7, 0), (9, 0.05), (30, 0)].map {
        try? ItemOrdering(items: $0.0, flipProbability: $0.1)
      }
      + [(4, 4, 0.6, 0.1), (2, 5, 0.3, 0), (5, 2, 0.5, 0.1), (1, 4, 0.7, 0.2), (3, 3, 1, 0), (3, 3, 0, 0.05)].map {
        try? CrossCuttingGroups(taxa: $0.0, habitats: $0.1, taxonShare: $0.2, flipProbability: $0.3)
      }
    return made.compactMap(\.self)
  }()

  /// The default of each kind.
  static func defaults() throws -> [any FeatureModel] {
    [try UnrelatedClusters(), try ItemRing(), try ItemOrdering(), try CrossCuttingGroups()]
  }

  /// 1e-12 absolute, as eigenvalues are of order 1 to 10 and both sides have a few roundings of 1e-16 for each item.
  @Test func closedFormsAreTheEigenvalues() throws {
    #expect(Self.models.count == 25)
    for model in Self.models {
      let expected = try SymmetricEigendecomposition(model.covariance).eigenvalues
      let levels = model.population.levels
      let found = levels.flatMap { Array(repeating: $0.eigenvalue, count: $0.multiplicity) }
      #expect(largestDifference(found, expected) < 1e-12, "\(model.itemCount) items, \(levels.map(\.name))")
      #expect(isApproximately(model.population.trace, Double(model.itemCount), within: 1e-12))
    }
  }

  /// The mean product of all pairs among 200,000 features: each has a standard error of at most 1/√N = 0.0022, so five of
  /// them, 0.0112, are exceeded by chance in less than one of a million cases. The spectrum moves by less than 1.5 %: the
  /// modes of a level of m modes spread by about √(m/N), 0.7 % for nine of them.
  @Test func sampledFeaturesHaveTheCovariance() throws {
    let count = 200_000
    for model in try Self.defaults() {
      var sampler = try DataSampler(seed: 2021, convention: .tutorial)
      let data = try model.dataset("sampled", features: count, using: &sampler)
      #expect(data.hasBinaryTargets && data.itemCount == model.itemCount && data.population == model.population)
      var products = Matrix(rows: data.itemCount, columns: data.itemCount)
      products.setProduct(data.targets, data.targets.transposedFactor, scale: 1 / Double(count))
      #expect(largestDifference(products, model.covariance) < 0.0112)
      let spectrum = try #require(try data.populationSpectrum())
      let expected = spectrum.levelOfMode.map { spectrum.levels[$0].singularValue(features: count) }
      for (value, target) in zip(try data.targetSingularValues(), expected) {
        #expect(isApproximately(value, target, within: 0.015 * target), "\(spectrum.levels)")
      }
      // Signs have no side: the mean of each item is zero within five standard errors.
      for item in 0..<data.itemCount {
        let mean = data.targets.row(item).reduce(0, +) / Double(count)
        #expect(mean.magnitude < 0.0112)
      }
    }
  }

  /// Known by hand: the patterns that belong to the levels.
  @Test func patternsOfTheLevels() throws {
    func expectEigenvector(_ vector: [Double], _ model: any FeatureModel, _ level: String) throws {
      let eigenvalue = try #require(model.population.levels.first { $0.name == level }).eigenvalue
      let column = Matrix(rows: vector.count, columns: 1, elements: vector)
      #expect(largestDifference(model.covariance * column, eigenvalue * column) < 1e-12, "\(level)")
    }
    let clusters = try UnrelatedClusters()
    try expectEigenvector([0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0], clusters, "clusters")
    try expectEigenvector([1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], clusters, "items")
    let animals = try CrossCuttingGroups()
    let (taxa, habitats) = ([1.0, 2, -4, 1], [3.0, -1, -1, -1])
    try expectEigenvector([Double](repeating: 1, count: 16), animals, "all")
    try expectEigenvector((0..<16).map { taxa[$0 / 4] }, animals, "taxa")
    try expectEigenvector((0..<16).map { habitats[$0 % 4] }, animals, "habitats")
    try expectEigenvector((0..<16).map { taxa[$0 / 4] * habitats[$0 % 4] }, animals, "items")
    // Every other month against the rest is a wave of frequency 6: only the flips distinguish it.
    try expectEigenvector((0..<12).map { $0.isMultiple(of: 2) ? 1 : -1 }, ItemRing(), "even frequencies")
    try expectEigenvector([1, 0, -1, 0], ItemRing(items: 4), "frequency 1")
    try expectEigenvector([1, -1], ItemOrdering(items: 2), "1 sign change")
    try expectEigenvector([1, 0, -1], ItemOrdering(items: 3), "1 sign change")
  }

  @Test func levelsComeInTheirOrder() throws {
    let names = try Self.defaults().map { $0.population.levels.map(\.name) }
    #expect(names[0] == ["clusters", "items"])
    #expect(names[1] == ["frequency 1", "frequency 3", "frequency 5", "even frequencies"])
    #expect(names[2] == (0..<8).map { $0 == 1 ? "1 sign change" : "\($0) sign changes" })
    #expect(names[3] == ["all", "taxa", "habitats", "items"])
    // With equal shares both groupings are learned at once; with a larger one of habitats they come first.
    let turned = try CrossCuttingGroups(taxonShare: 0.4).population.levels.map(\.name)
    #expect(turned == ["all", "habitats", "taxa", "items"])
  }

  @Test func namesAreThoseOfTheDefaultSizes() throws {
    #expect(try UnrelatedClusters().itemNames.prefix(5) == ["Hammer", "Saw", "Drill", "Pliers", "Apple"])
    #expect(try UnrelatedClusters(clusters: 4, members: 3).itemNames.first == "item-1")
    #expect(try ItemRing().itemNames.last == "Dec" && ItemRing(items: 5).itemNames.last == "item-5")
    #expect(try ItemOrdering().itemNames.last == "Whale" && ItemOrdering(items: 9).itemNames.last == "item-9")
    #expect(try CrossCuttingGroups().itemNames[4] == "Ostrich")
    #expect(try CrossCuttingGroups(taxa: 2, habitats: 8).itemNames[4] == "item-5")
    for model in try Self.defaults() { #expect(Set(model.itemNames).count == model.itemCount) }
  }

  @Test func refusesWhatMakesNoStructure() throws {
    func expectRefusal(_ words: String, _ make: () throws -> any FeatureModel) {
      do {
        _ = try make()
        Issue.record("nothing was refused: \(words)")
      } catch {
        #expect("\(error)".contains(words))
      }
    }
    expectRefusal("clusters is 0, which is not at least 1") { try UnrelatedClusters(clusters: 0) }
    expectRefusal("members is 0") { try UnrelatedClusters(members: 0) }
    expectRefusal("flip is 1.5, which is not a probability") { try UnrelatedClusters(flipProbability: 1.5) }
    expectRefusal("the limit is 4,096") { try UnrelatedClusters(clusters: 512, members: 512) }
    expectRefusal("the limit is 4,096") { try UnrelatedClusters(clusters: .max, members: 2) }
    expectRefusal("items is 2, which is not at least 3") { try ItemRing(items: 2) }
    expectRefusal("flip is -0.1") { try ItemRing(flipProbability: -0.1) }
    expectRefusal("the limit is 4,096") { try ItemRing(items: 5000) }
    expectRefusal("items is 1, which is not at least 2") { try ItemOrdering(items: 1) }
    expectRefusal("flip is nan") { try ItemOrdering(flipProbability: .nan) }
    expectRefusal("taxa is -1") { try CrossCuttingGroups(taxa: -1) }
    expectRefusal("habitats is 0") { try CrossCuttingGroups(habitats: 0) }
    expectRefusal("taxon-share is 2") { try CrossCuttingGroups(taxonShare: 2) }
    #expect(throws: DatasetError.empty(dataset: "none")) {
      var sampler = try DataSampler(seed: 1, convention: .tutorial)
      _ = try ItemRing().dataset("none", features: 0, using: &sampler)
    }
  }

  /// One draw each, by hand from the documented order of the random numbers.
  @Test func drawsInTheDocumentedOrder() throws {
    for model in try Self.defaults() {
      var (sampler, other) = (
        try DataSampler(seed: 7, convention: .tutorial), try DataSampler(seed: 7, convention: .tutorial)
      )
      let feature = model.sampleFeatures(1, using: &sampler).elements
      var signs = [Double](repeating: 0, count: model.itemCount)
      model.drawStructure(into: &signs, using: &other)
      let expected = signs.map { $0 * (other.uniform() > model.flipProbability ? 1 : -1) }
      #expect(feature == expected && signs.allSatisfy { $0.magnitude == 1 })
      #expect(sampler.uniform() == other.uniform())
    }
    // Half of the months, side by side around the circle.
    var sampler = try DataSampler(seed: 3, convention: .tutorial)
    var signs = [Double](repeating: 0, count: 12)
    for _ in 0..<20 {
      try ItemRing().drawStructure(into: &signs, using: &sampler)
      #expect(signs.reduce(0, +) == 0 && zip(signs, signs.dropFirst() + signs.prefix(1)).count { $0 != $1 } == 2)
    }
  }
}
