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
    #expect(refusal { try pair.renaming("c", to: "d") }.contains("no item 'c'. The items are a, b"))
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

@Suite struct CellTests {
  private static func dataset() throws -> Dataset {
    try Dataset(
      identifier: "d", items: ["a", "b:c"], features: FeatureNames(numbered: 12, named: ["d", "c:d"]),
      targets: Matrix(rows: 2, columns: 14))
  }

  /// Names may contain colons: the text is split at the first colon with known names on both sides.
  @Test(arguments: [
    ("a:d", 0, 12), ("a:c:d", 0, 13), ("b:c:d", 1, 12), ("b:c:c:d", 1, 13), ("a:feature-1", 0, 0),
    ("a:feature-12", 0, 11),
  ])
  func findsACellByItsName(text: String, item: Int, feature: Int) throws {
    #expect(try Self.dataset().probing(text).probe == Probe(item: item, feature: feature))
  }

  @Test(arguments: [
    "a", "a:", ":d", "x:d", "a:x", "a:feature-0", "a:feature-13", "a:feature-01", "a:feature-+1", "a:feature--1", "",
  ])
  func refusesWhatIsNone(text: String) {
    #expect(throws: DatasetError.self) { try Self.dataset().probing(text) }
  }

  /// For the tutorial's data the rule gives the tutorial's own settings.
  @Test func suitsTheTutorial() throws {
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    let dataset = try DiffusionTree().dataset("tree", features: 10_000, using: &sampler).recommendingTraining()
    #expect(
      dataset.recommendation == TrainingRecommendation(learningRate: 100, initializationScale: 1e-12, epochs: 250))
    // Targets a million times smaller need weights a thousand times smaller.
    let small = try Dataset(
      identifier: "small", items: dataset.items, features: dataset.features, targets: 1e-6 * dataset.targets
    ).recommendingTraining()
    #expect(small.recommendation == TrainingRecommendation(learningRate: 1e8, initializationScale: 1e-15, epochs: 250))
    var asked = dataset
    asked.recommendation = TrainingRecommendation(learningRate: 50)
    #expect(try asked.recommendingTraining().recommendation.learningRate == 50)
    #expect(try asked.recommendingTraining().recommendation.epochs == 450)
    let zero = try Dataset(
      identifier: "z", items: ["a"], features: FeatureNames(numbered: 1), targets: Matrix([[0]]))
    #expect(try zero.recommendingTraining().recommendation == TrainingRecommendation())
  }
}

@Suite struct DiffusionTreeTests {
  @Test func numbersItsNodesLevelByLevel() throws {
    let tree = try DiffusionTree(levels: 2, branches: 3)
    #expect(tree.leafCount == 9 && tree.nodeCount == 13)
    #expect(tree.leaves == Array(4...12) && tree.levels == 2)
    #expect([0, 1, 3, 4, 12].map(tree.level(of:)) == [0, 1, 1, 2, 2])
    #expect([0, 1, 3, 4, 6, 7, 12].map(tree.parent(of:)) == [nil, 0, 0, 1, 1, 2, 3])
    #expect(tree.itemNames.first == "item-1")
    #expect(try DiffusionTree().itemNames == DiffusionTree.tutorialItems)
  }

  private static let lopsided: ItemTree = [
    "animals": ["birds": ["Robin", "Wren"], "fish": ["Tuna"]], "plants": ["Oak"],
  ]

  /// Level by level: root, animals, plants, birds, fish, Oak, Robin, Wren, Tuna; the items in the order they are written.
  @Test func numbersItemsOfAnyShape() throws {
    let tree = try DiffusionTree(Self.lopsided)
    #expect(tree.itemNames == ["Robin", "Wren", "Tuna", "Oak"])
    #expect(tree.leaves == [6, 7, 8, 5] && tree.levels == 3 && tree.nodeCount == 9)
    #expect((0..<9).map(tree.parent(of:)) == [nil, 0, 0, 1, 1, 2, 3, 3, 4])
    #expect(tree.groupNames == [1: "animals", 2: "plants", 3: "birds", 4: "fish"])
    #expect(throws: DatasetError.self) { try DiffusionTree(["a": []]) }
    #expect(throws: DatasetError.self) { try DiffusionTree("a") }
    let deep = (0..<65).reduce(ItemTree.item("a")) { tree, _ in .group(nil, [tree]) }
    #expect(throws: DatasetError.self) { try DiffusionTree(deep) }
    let many = ItemTree.group(nil, (0..<4097).map { .item("\($0)") })
    #expect(throws: DatasetError.self) { try DiffusionTree(many) }
  }

  /// Two items correlate by (1 − 2p) for each branch between them, here 2, 4, 4 and 5; standard error as below.
  @Test func correlationsFollowATreeOfAnyShape() throws {
    var sampler = try DataSampler(seed: 4, convention: .tutorial)
    let targets = try DiffusionTree(Self.lopsided).sampleFeatures(20_000, using: &sampler)
    for (left, right, branches) in [(0, 1, 2), (0, 2, 4), (1, 2, 4), (0, 3, 5)] {
      let correlation = zip(targets.row(left), targets.row(right)).reduce(0) { $0 + $1.0 * $1.1 } / 20_000
      let expected = (0..<branches).reduce(1.0) { product, _ in 0.7 * product }
      #expect(isApproximately(correlation, expected, within: 0.035))
    }
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
