import Foundation
import GSL
import LearningDynamics
import TestSupport
import Testing

/// Tests that the samplers draw from the right distributions, by moments and by the largest distance of the empirical
/// distribution from the exact one (Kolmogorov 1933, Smirnov 1948).
///
/// Seeds are fixed, so results never change. A correct sampler with a random seed would exceed one of the bounds less than
/// once in a million times: five standard errors for a moment, and 2.7/√n for the distance, for which the chance is
/// 2·exp(−2·2.7²) = 9e-7.
@Suite struct SamplerStatisticsTests {
  private static let count = 40_000
  private static let seeds: [UInt32] = [0, 7, 2021]

  static let cases = SamplingConvention.allCases.flatMap { convention in seeds.map { (convention, $0) } }

  /// The largest distance of an empirical distribution from an exact one.
  private func distance(of values: [Double], from distribution: (Double) -> Double) -> Double {
    let sorted = values.sorted()
    let count = Double(sorted.count)
    return sorted.enumerated().reduce(0) { largest, pair in
      let exact = distribution(pair.element)
      return max(largest, exact - Double(pair.offset) / count, Double(pair.offset + 1) / count - exact)
    }
  }

  /// Checks mean and variance; errors of both follow from the exact second and fourth central moments.
  private func expectMoments(of values: [Double], mean: Double, variance: Double, fourth: Double) {
    let count = Double(values.count)
    let found = values.reduce(0, +) / count
    #expect(isApproximately(found, mean, within: 5 * (variance / count).squareRoot()))
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    #expect(isApproximately(square, variance, within: 5 * ((fourth - variance * variance) / count).squareRoot()))
  }

  private func expectNormal(_ values: [Double]) {
    expectMoments(of: values, mean: 0, variance: 1, fourth: 3)
    #expect(distance(of: values, from: normalDistribution) < 2.7 / Double(values.count).squareRoot())
  }

  /// Neighbours must be uncorrelated: a correlation of independent values has standard error 1/√n.
  private func expectIndependence(_ values: [Double], mean: Double, variance: Double) {
    for lag in [1, 2, 8] {
      let products = zip(values, values.dropFirst(lag)).map { ($0 - mean) * ($1 - mean) }
      let correlation = products.reduce(0, +) / Double(products.count) / variance
      #expect(correlation.magnitude < 5 / Double(products.count).squareRoot())
    }
  }

  @Test(arguments: cases)
  func uniforms(convention: SamplingConvention, seed: UInt32) throws {
    var sampler = try DataSampler(seed: seed, convention: convention)
    let values = (0..<Self.count).map { _ in sampler.uniform() }
    #expect(values.allSatisfy { $0 >= 0 && $0 < 1 })
    expectMoments(of: values, mean: 0.5, variance: 1.0 / 12, fourth: 1.0 / 80)
    #expect(distance(of: values) { $0 } < 2.7 / Double(values.count).squareRoot())
    expectIndependence(values, mean: 0.5, variance: 1.0 / 12)
  }

  @Test(arguments: cases)
  func dataNormals(convention: SamplingConvention, seed: UInt32) throws {
    var sampler = try DataSampler(seed: seed, convention: convention)
    let values = (0..<Self.count).map { _ in sampler.standardNormal() }
    expectNormal(values)
    expectIndependence(values, mean: 0, variance: 1)
  }

  /// Layers of 16 and more weights, and smaller ones, which are drawn differently.
  @Test(arguments: cases)
  func weightNormals(convention: SamplingConvention, seed: UInt32) throws {
    var sampler = try WeightSampler(seed: seed, convention: convention)
    expectNormal(sampler.standardNormals(outputs: 200, inputs: 200).elements)
    expectNormal((0..<Self.count / 10).flatMap { _ in sampler.standardNormals(outputs: 2, inputs: 5).elements })
    expectIndependence(sampler.standardNormals(outputs: 200, inputs: 200).elements, mean: 0, variance: 1)
  }

  @Test(arguments: cases)
  func defaultStartIsUniform(convention: SamplingConvention, seed: UInt32) throws {
    var sampler = try WeightSampler(seed: seed, convention: convention)
    // ±1/√4.
    let values = sampler.defaultStart(outputs: Self.count / 4, inputs: 4).elements
    expectMoments(of: values, mean: 0, variance: 1.0 / 12, fourth: 1.0 / 80)
    #expect(distance(of: values) { $0 + 0.5 } < 2.7 / Double(values.count).squareRoot())
  }

  @Test(arguments: cases)
  func digits(convention: SamplingConvention, seed: UInt32) throws {
    var sampler = try DataSampler(seed: seed, convention: convention)
    var counts = [Double](repeating: 0, count: 10)
    for _ in 0..<Self.count { counts[sampler.integer(below: 10)] += 1 }
    let expected = Double(Self.count) / 10
    // χ² of nine degrees of freedom is above 45 once in a million times.
    #expect(counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected } < 45)
  }

  /// A branch flips with the given probability, and the agreement of two items follows from their places in the tree.
  @Test(arguments: cases)
  func trees(convention: SamplingConvention, seed: UInt32) throws {
    var sampler = try DataSampler(seed: seed, convention: convention)
    let features = 10_000
    let targets = try DiffusionTree(levels: 3, branches: 2, flipProbability: 0.15).sampleFeatures(
      features, using: &sampler)
    for (first, second, branches) in [(0, 1, 2), (0, 2, 4), (0, 4, 6), (6, 7, 2)] {
      let products = zip(targets.row(first), targets.row(second)).map { $0 * $1 }
      // Each branch between them keeps the sign with 0.85: a correlation of 0.7 for each.
      let expected = (0..<branches).reduce(1.0) { product, _ in product * 0.7 }
      let error = ((1 - expected * expected) / Double(features)).squareRoot()
      #expect(isApproximately(products.reduce(0, +) / Double(features), expected, within: 5 * error))
    }
  }

  /// Φ(x).
  private func normalDistribution(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }
}
