import GSL
import LearningDynamics
import TestSupport
import Testing

/// Data that are too long to store completely, compared by sums and fingerprints over all numbers.
@Suite struct EveryNumberTests {
  /// All 80,000 targets and more, bit for bit: they are -1 and 1.
  @Test(arguments: ["tree", "shark-bones", "parrot-speak"])
  func targetsAreNumPysBitForBit(name: String) throws {
    let targets = try ReferenceData.dataset(name).targets
    #expect(targets.elements.allSatisfy { $0.magnitude == 1 })
    let fingerprint = ReferenceData.fingerprint(targets.elements.map { $0 > 0 ? 1 : 0 })
    #expect(try fingerprint == ReferenceData.everyNumber().targets_fingerprint[name])
  }

  /// The framework's default start of all 300,240 weights of the default network, bit for bit in 32 bits.
  @Test func defaultStartIsPyTorchsBitForBit() throws {
    var sampler = try WeightSampler(seed: 2021, convention: .tutorial)
    let network = WeightDistribution.frameworkDefault.network(widths: [8, 30, 10_000], using: &sampler)
    let bytes = network.weights.flatMap(\.elements).flatMap { weight in
      withUnsafeBytes(of: Float(weight).bitPattern.littleEndian, Array.init)
    }
    #expect(
      try ReferenceData.fingerprint(bytes) == ReferenceData.everyNumber().default_network.default_start_fingerprint)
  }

  /// All 300,240 initial weights: 1e-6 relative for single ones, and for sums 1e-6 of what their terms add up to.
  @Test func initialWeightsArePyTorchs() throws {
    let reference = try ReferenceData.everyNumber().default_network
    var sampler = try WeightSampler(seed: 2021, convention: .tutorial)
    let network = WeightDistribution.scaledNormal(scale: 1).network(widths: [8, 30, 10_000], using: &sampler)
    let weights = network.weights.flatMap(\.elements)
    #expect(weights.count == 300_240)
    #expect(reference.every_311th.count == 966 && reference.sums_of_1000.count == 301)
    #expect(reference.squares_of_1000.count == 301)
    for (index, expected) in reference.every_311th.enumerated() {
      #expect(isApproximately(weights[311 * index], expected, within: 1e-6 * expected.magnitude))
    }
    for index in reference.sums_of_1000.indices {
      let block = weights[1000 * index..<min(1000 * (index + 1), weights.count)]
      let (magnitude, squares) = (block.reduce(0) { $0 + $1.magnitude }, block.reduce(0) { $0 + $1 * $1 })
      #expect(isApproximately(block.reduce(0, +), reference.sums_of_1000[index], within: 1e-6 * magnitude))
      #expect(isApproximately(squares, reference.squares_of_1000[index], within: 2e-6 * squares))
    }
  }

  /// The similarities at every epoch: trace and two weighted sums within 1e-6 of that epoch's largest entry.
  @Test(arguments: ReferenceTraining.all.filter { !$0.hiddenWidths.isEmpty })
  func similaritiesArePyTorchsAtEveryEpoch(training: ReferenceTraining) throws {
    let name = training.hiddenWidths.count == 2 ? "depth3" : training.dataset
    let expected = try #require(ReferenceData.everyNumber().similarity_projections[name])
    let recording = try training.record().recording
    #expect(expected.count == training.hiddenWidths.count)
    for (layer, states) in expected.enumerated() {
      #expect(states.count == recording.stateCount)
      for (state, values) in states.enumerated() {
        let similarity = recording.representationalSimilarities[layer][state]
        let difference = largestDifference(projections(of: similarity), values)
        #expect(difference < 1e-6 * similarity.largestMagnitude, "layer \(layer + 1), state \(state)")
      }
    }
  }

  private func projections(of matrix: Matrix) -> [Double] {
    var sums = [0.0, 0.0, 0.0]
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns {
        let entry = matrix[row, column]
        if row == column { sums[0] += entry }
        sums[1] += Double((3 * row + 5 * column) % 7 - 3) * entry
        sums[2] += Double((row * row + 2 * column) % 5 - 2) * entry
      }
    }
    return sums
  }
}
