import GSL
import TestSupport
import Testing

@testable import LearningDynamics

/// Gaussian features on graphs.
@Suite struct FeatureGraphTests {
  private static func graphs() throws -> [(String, FeatureGraph)] {
    var graphs: [(String, FeatureGraph)] = []
    for (length, deviation) in [(1.0, 2.0), (0.2, 5), (10, 0.5)] {
      for count in [3, 4, 7, 12] {
        graphs.append(("ring \(count)", try .ring(count, length: length, deviation: deviation)))
        graphs.append(("chain \(count)", try .chain(count, length: length, deviation: deviation)))
      }
      for (rows, columns) in [(1, 1), (1, 5), (4, 4), (3, 5)] {
        graphs.append(
          ("grid \(rows) \(columns)", try .grid(rows: rows, columns: columns, length: length, deviation: deviation)))
      }
      for (clusters, members) in [(1, 1), (3, 4), (5, 1), (1, 6)] {
        graphs.append(
          (
            "clusters \(clusters) \(members)",
            try .clusters(clusters, members: members, length: length, deviation: deviation)
          ))
      }
      for (levels, branches) in [(1, 2), (3, 2), (2, 3), (4, 2)] {
        graphs.append(
          (
            "tree \(levels) \(branches)",
            try .tree(levels: levels, branches: branches, length: length, deviation: deviation)
          )
        )
      }
    }
    return graphs
  }

  /// The closed forms are the eigenvalues of the covariance, computed by inverting the precision; 1e-12 of the largest: rounding.
  @Test func closedForms() throws {
    for (name, graph) in try Self.graphs() {
      let found = try SymmetricEigendecomposition(graph.covariance()).eigenvalues
      let known = try graph.populationSpectrum().levels.flatMap { level in
        Array(repeating: level.eigenvalue, count: level.multiplicity)
      }
      #expect(known.count == graph.itemCount, "\(name)")
      for (one, other) in zip(known, found) {
        #expect(isApproximately(one, other, within: 1e-12 * found[0]), "\(name)")
      }
    }
  }

  /// Each eigenvalue once more, from the formula in the literature.
  @Test func knownEigenvalues() throws {
    let ring = try FeatureGraph.ring(4).populationSpectrum().levels
    #expect(
      ring.map(\.name) == ["frequency 0", "frequency 1", "frequency 2"] && ring.map(\.multiplicity) == [1, 2, 1])
    for (level, expected) in zip(ring, [4, 1 / 2.25, 1 / 4.25]) {
      #expect(isApproximately(level.eigenvalue, expected, within: 1e-14))
    }
    // Two items around a centre: differences 1/(1 + ¼), the sum (2 + ¼)/(¼ · 3¼).
    let cluster = try FeatureGraph.clusters(1, members: 2).populationSpectrum().levels
    #expect(isApproximately(cluster[0].eigenvalue, 2.25 / (0.25 * 3.25), within: 1e-14))
    #expect(isApproximately(cluster[1].eigenvalue, 0.8, within: 1e-14))
    // A tree of one level is a cluster.
    let tree = try FeatureGraph.tree(levels: 1, branches: 2).populationSpectrum().levels
    #expect(zip(tree, cluster).allSatisfy { isApproximately($0.eigenvalue, $1.eigenvalue, within: 1e-14) })
  }

  /// Any graph, with a hidden node: eigenvalues and features as NumPy computes them (`inv`, `eigvalsh`, `cholesky`,
  /// `RandomState(2021).randn`). 1e-13: rounding.
  @Test func agreesWithNumPy() throws {
    let graph = try FeatureGraph(
      items: ["a", "b", "c", "d"], hidden: 1,
      edges: [.init(0, 1), .init(1, 2, length: 0.5), .init(0, 4), .init(4, 3, length: 2)], deviation: 1.5)
    let known = [1.9194942334715788, 1.2089172222631317, 0.47967887685345834, 0.1922324428331902]
    let levels = try graph.populationSpectrum().levels
    #expect(levels.map(\.name) == ["mode 1", "mode 2", "mode 3", "mode 4"])
    for (level, value) in zip(levels, known) { #expect(isApproximately(level.eigenvalue, value, within: 1e-13)) }
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    let features = try graph.sampleFeatures(3, using: &sampler)
    let expected = Matrix([
      [1.3075890412106659, 0.4882794070512996, 0.09347346326107898],
      [1.225933233776351, -0.254621470089364, 0.36564931725094935],
      [0.7353938869833827, 0.5149727173496056, 0.37861058799320324],
      [-0.4807835221926684, 0.8679781084925038, -0.8982417511109838],
    ])
    #expect((features - expected).largestMagnitude < 1e-13)
  }

  /// Many features have the covariance of the graph: their mean squares fluctuate by √(2/N) of it, 0.6 % here.
  @Test func sampledCovariance() throws {
    let graph = try FeatureGraph.tree(levels: 2, branches: 3)
    var sampler = try DataSampler(seed: 5, convention: .tutorial)
    let count = 50_000
    let features = try graph.sampleFeatures(count, using: &sampler)
    var sampled = Matrix(rows: 9, columns: 9)
    sampled.setProduct(features, features.transposedFactor, scale: 1 / Double(count))
    let expected = try graph.covariance()
    #expect((sampled - expected).largestMagnitude < 5 * (2 / Double(count)).squareRoot() * expected[0, 0])
    let dataset = try graph.dataset("tree", features: 2000, using: &sampler)
    let spectrum = try #require(try dataset.populationSpectrum())
    #expect(try spectrum == graph.populationSpectrum())
    for (mode, value) in try dataset.targetSingularValues().enumerated() {
      let level = spectrum.levels[spectrum.levelOfMode[mode]]
      #expect(isApproximately(value, level.singularValue(features: 2000), within: 0.1 * value))
    }
  }

  @Test func refusals() {
    let items = ["a", "b"]
    func refused(_ make: () throws -> FeatureGraph) -> Bool {
      do {
        _ = try make()
        return false
      } catch { return error is DatasetError }
    }
    #expect(refused { try FeatureGraph(items: [], edges: []) })
    #expect(refused { try FeatureGraph(items: items, edges: [.init(0, 2)]) })
    #expect(refused { try FeatureGraph(items: items, edges: [.init(-1, 1)]) })
    #expect(refused { try FeatureGraph(items: items, edges: [.init(1, 1)]) })
    #expect(refused { try FeatureGraph(items: items, edges: [.init(0, 1, length: 0)]) })
    #expect(refused { try FeatureGraph(items: items, edges: [.init(0, 1, length: .nan)]) })
    #expect(refused { try FeatureGraph(items: items, edges: [], deviation: 0) })
    #expect(refused { try FeatureGraph(items: items, hidden: 1023, edges: []) })
    #expect(refused { try .ring(2) } && refused { try .ring(1025) } && refused { try .chain(1) })
    #expect(refused { try .grid(rows: 0) } && refused { try .clusters(0) } && refused { try .tree(levels: 0) })
    #expect(refused { try .tree(levels: 10) })
    // Items that are not joined are independent.
    #expect(throws: Never.self) { try FeatureGraph(items: items, edges: []).populationSpectrum() }
  }
}

/// Trees with a flip probability for each level.
@Suite struct LevelFlipsTests {
  /// The closed form is the spectrum of the covariance, which multiplies 1 − 2p along the branches.
  @Test(arguments: [[0.05, 0.1, 0.2], [0.3, 0, 0.1], [0.5, 0.2, 0.01], [1, 0.4, 0.25]])
  func closedForm(flips: [Double]) throws {
    let tree = try DiffusionTree(levels: 3, branches: 2, flipProbabilities: flips)
    let covariance = tree.covariance
    let factors = flips.map { (1 - 2 * $0) * (1 - 2 * $0) }
    #expect(isApproximately(covariance[0, 1], factors[2], within: 1e-15))
    #expect(isApproximately(covariance[0, 2], factors[2] * factors[1], within: 1e-15))
    #expect(isApproximately(covariance[0, 7], factors[2] * factors[1] * factors[0], within: 1e-15))
    let found = try SymmetricEigendecomposition(covariance).eigenvalues
    let known = try tree.populationSpectrum().levels.flatMap { Array(repeating: $0.eigenvalue, count: $0.multiplicity) }
    for (one, other) in zip(known, found) { #expect(isApproximately(one, other, within: 1e-13)) }
  }

  /// Equal probabilities are one probability, to the last bit, and draw the same features.
  @Test func equalFlips() throws {
    let (one, other) = (
      try DiffusionTree(flipProbability: 0.15),
      try DiffusionTree(levels: 3, branches: 2, flipProbabilities: [0.15, 0.15, 0.15])
    )
    #expect(one == other)
    var samplers = (
      try DataSampler(seed: 3, convention: .tutorial), try DataSampler(seed: 3, convention: .tutorial)
    )
    #expect(one.sampleFeatures(50, using: &samplers.0) == other.sampleFeatures(50, using: &samplers.1))
  }

  /// A level that never flips makes siblings equal; one that always does makes them opposite to their parent, so equal too.
  @Test func sampled() throws {
    var sampler = try DataSampler(seed: 3, convention: .tutorial)
    let features = try DiffusionTree(levels: 3, branches: 2, flipProbabilities: [0.5, 0.2, 0]).sampleFeatures(
      20_000, using: &sampler)
    func likeness(_ one: Int, _ other: Int) -> Double {
      zip(features.row(one), features.row(other)).reduce(0) { $0 + $1.0 * $1.1 } / 20_000
    }
    #expect(likeness(0, 1) == 1)
    // Three standard deviations of a mean of 20,000 signs.
    #expect(isApproximately(likeness(0, 2), 0.36, within: 0.021) && likeness(0, 4).magnitude < 0.022)
  }

  @Test func refusals() {
    #expect(throws: DatasetError.self) { try DiffusionTree(levels: 3, branches: 2, flipProbabilities: [0.1]) }
    #expect(throws: DatasetError.self) { try DiffusionTree(levels: 2, branches: 2, flipProbabilities: [0.1, 1.5]) }
    #expect(throws: DatasetError.self) { try DiffusionTree([["a"], ["b"]], flipProbabilities: []) }
  }
}
