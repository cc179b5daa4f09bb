import GSL
import LearningDynamics
import TestSupport
import Testing

@Suite struct DatasetTests {
  private let square = Matrix([[1, -1], [-1, 1]])

  @Test func oneHotByDefault() throws {
    let dataset = try Dataset(
      identifier: "pair", items: ["a", "b"], features: FeatureNames(numbered: 2), targets: square)
    #expect(dataset.isOneHot && dataset.hasBinaryTargets)
    #expect(dataset.inputNames == ["a", "b"])
    #expect(dataset.followedCell == Probe(item: 0, feature: 1))
    // ε = 2η/(PN), and back.
    #expect(dataset.effectiveLearningRate(for: 100) == 50)
    #expect(dataset.learningRate(forEffective: 50) == 100)
  }

  @Test func refusesWhatDoesNotFit() throws {
    func refusal(_ make: () throws -> Dataset) -> String {
      do {
        _ = try make()
        return "accepted"
      } catch {
        return "\(error)"
      }
    }
    let names = FeatureNames(numbered: 2)
    #expect(
      refusal { try Dataset(identifier: "d", items: ["a"], features: names, targets: square) }
        .contains("1 items and 2 features, but 1 rows of inputs and 2 × 2 targets"))
    #expect(
      refusal { try Dataset(identifier: "d", items: [], features: names, targets: Matrix(rows: 0, columns: 2)) }
        .contains("is empty"))
    #expect(
      refusal { try Dataset(identifier: "d", items: ["a", "a"], features: names, targets: square) }
        .contains("uses the name 'a' twice"))
    #expect(
      refusal { try Dataset(identifier: "d", items: ["a", "b\nc"], features: names, targets: square) }
        .contains("cannot be shown"))
    #expect(
      refusal {
        try Dataset(
          identifier: "d", items: ["a", "b"], features: names, targets: square, probe: Probe(item: 2, feature: 0))
      }.contains("outside its 2 × 2 targets"))
    #expect(
      refusal {
        try Dataset(identifier: "d", items: ["a", "b"], features: names, targets: Matrix([[1, .nan], [0, 1]]))
      }.contains("not finite"))
    let pair = try Dataset(identifier: "d", items: ["a", "b"], features: names, targets: square)
    #expect(refusal { try pair.appending(feature: "f", values: [1]) }.contains("1 values for 2 items"))
    #expect(refusal { try pair.renaming("c", to: "d") }.contains("no item 'c'. Its items are a, b"))
    #expect(refusal { try pair.probing(item: "a", feature: "x") }.contains("no feature 'x'"))
  }

  @Test func appendingUsesItsArgument() throws {
    let dataset = try Dataset(identifier: "d", items: ["a", "b"], features: FeatureNames(numbered: 2), targets: square)
    let longer = try dataset.appending(feature: "f", values: [3, 4]).renaming("a", to: "z").probing(
      item: "z", feature: "f")
    #expect(longer.targets == Matrix([[1, -1, 3], [-1, 1, 4]]))
    #expect(longer.name(of: longer.followedCell) == "z f")
    #expect(Array(longer.features) == ["feature-1", "feature-2", "f"])
  }
}

@Suite struct DiffusionTreeTests {
  @Test func numbersItsNodesLevelByLevel() throws {
    let tree = try DiffusionTree(levels: 2, branches: 3)
    #expect(tree.leafCount == 9 && tree.nodeCount == 13)
    #expect((0...2).map(tree.firstNode(ofLevel:)) == [0, 1, 4])
    #expect([0, 1, 3, 4, 6, 7, 12].map(tree.parent(of:)) == [nil, 0, 0, 1, 1, 2, 3])
    #expect(tree.itemNames.first == "item-1")
    #expect(try DiffusionTree().itemNames == DiffusionTree.tutorialItems)
  }

  /// Without flips all items agree; with a certain flip at each of three levels all have the root's opposite sign.
  @Test(arguments: [0.0, 1.0])
  func extremesOfFlipping(flip: Double) throws {
    var sampler = try DataSampler(seed: 1, convention: .tutorial)
    let targets = try DiffusionTree(flipProbability: flip).sampleFeatures(100, using: &sampler)
    for item in 1..<8 { #expect(targets.row(item) == targets.row(0)) }
    #expect(Set(targets.elements) == [-1, 1])
  }

  /// The correlation of two leaves that part at level k is (1 − 2p)^(2(T − k)); its standard error at N = 20,000 is
  /// 0.007, and five of them are allowed.
  @Test(arguments: [SamplingConvention.tutorial, .gsl])
  func correlationsFollowTheTree(convention: SamplingConvention) throws {
    var sampler = try DataSampler(seed: 3, convention: convention)
    let targets = try DiffusionTree().sampleFeatures(20_000, using: &sampler)
    func correlation(_ left: Int, _ right: Int) -> Double {
      zip(targets.row(left), targets.row(right)).reduce(0) { $0 + $1.0 * $1.1 } / 20_000
    }
    for (pair, exponent) in [((0, 1), 2.0), ((0, 2), 4), ((0, 4), 6), ((6, 7), 2), ((3, 4), 6)] {
      var expected = 1.0
      for _ in 0..<Int(exponent) { expected *= 0.7 }
      #expect(isApproximately(correlation(pair.0, pair.1), expected, within: 0.035))
    }
  }

  @Test func refusesTreesThatAreTooLarge() {
    for (levels, branches) in [(0, 2), (3, 1), (13, 2), (60, 64), (Int.max, Int.max)] {
      #expect(throws: DatasetError.self) { try DiffusionTree(levels: levels, branches: branches) }
    }
    #expect(throws: DatasetError.self) { try DiffusionTree(flipProbability: .nan) }
  }
}
