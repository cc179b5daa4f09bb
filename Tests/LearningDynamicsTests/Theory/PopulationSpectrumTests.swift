import GSL
import LearningDynamics
import TestSupport
import Testing

@Suite struct PopulationSpectrumTests {
  /// The default tree, known from an independent calculation to the digits given.
  @Test func defaultTree() throws {
    let spectrum = try DiffusionTree().populationSpectrum()
    #expect(spectrum.levels.map(\.multiplicity) == [1, 1, 2, 4])
    #expect(largestDifference(spectrum.levels.map(\.eigenvalue), [2.4408, 1.4996, 1.0098, 0.5100]) < 5e-5)
    let values = spectrum.levels.map { $0.singularValue(features: 10_000) }
    #expect(largestDifference(values, [156.2, 122.5, 100.5, 71.4]) < 0.05)
    #expect(largestDifference(spectrum.lossPlateaus, [0.695, 0.507, 0.255, 0]) < 5e-4)
    #expect(isApproximately(spectrum.trace, 8, within: 1e-12))
    #expect(spectrum.levelOfMode == [0, 1, 2, 2, 3, 3, 3, 3])
  }

  /// The closed form compared with the eigenvalues of the covariance, whose entries follow from the branches between leaves.
  @Test(
    arguments: [(1, 2, 0.15), (2, 5, 0.3), (4, 2, 0.01), (3, 3, 0.5), (2, 2, 0.9), (3, 2, 0), (2, 3, 1)]
      as [(Int, Int, Double)])
  func closedFormIsTheSpectrumOfTheCovariance(levels: Int, branches: Int, flip: Double) throws {
    let tree = try DiffusionTree(levels: levels, branches: branches, flipProbability: flip)
    let spectrum = try tree.populationSpectrum()
    let closed = spectrum.levels.flatMap { Array(repeating: $0.eigenvalue, count: $0.multiplicity) }
    let computed = try SymmetricEigendecomposition(tree.covariance).eigenvalues
    // Rounding of P × P sums of ones.
    #expect(largestDifference(closed, computed) < 1e-12 * Double(tree.leafCount))
  }

  /// The closed form also holds for trees whose branching differs from level to level; irregular trees need eigenvalues.
  @Test func otherTrees() throws {
    let even = try DiffusionTree(["birds": ["a", "b", "c"], "fish": ["d", "e", "f"]], flipProbability: 0.2)
    #expect(try even.populationSpectrum().levels.map(\.multiplicity) == [1, 1, 4])
    let uneven = try DiffusionTree(
      ["birds": ["a", "b", "c"], "fish": ["d", "e"], "plants": ["f"]], flipProbability: 0.2)
    let spectrum = try uneven.populationSpectrum()
    #expect(
      spectrum.levels.reduce(0) { $0 + $1.multiplicity } == 6 && isApproximately(spectrum.trace, 6, within: 1e-12))
    // Within "birds" the two contrasts are equally strong: 1 − (1 − 2p)⁴ … of one flip on each of two branches.
    #expect(
      spectrum.levels.contains { $0.multiplicity == 3 && isApproximately($0.eigenvalue, 1 - 0.36, within: 1e-12) })
  }

  /// Sampled features are close: 1.5 % at 200,000 features, with an error proportional to 1/√N.
  @Test func samplesApproachIt() throws {
    let tree = try DiffusionTree()
    let spectrum = try tree.populationSpectrum()
    var sampler = try DataSampler(seed: 11, convention: .tutorial)
    let values = try tree.dataset("tree", features: 200_000, using: &sampler).targetSingularValues()
    for (mode, level) in spectrum.levelOfMode.enumerated() {
      let expected = spectrum.levels[level].singularValue(features: 200_000)
      #expect(isApproximately(values[mode], expected, within: 0.015 * expected))
    }
  }
}
