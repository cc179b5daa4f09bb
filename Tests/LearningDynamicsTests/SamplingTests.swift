import Foundation
import GSL
import LearningDynamics
import TestSupport
import Testing

@Suite struct SamplingTests {
  /// Bit for bit: NumPy's `random_sample`, `standard_normal` and `randint(0, 10)` after `np.random.seed(2021)`.
  @Test func dataConventionIsNumPys() throws {
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    #expect((0..<3).map { _ in sampler.uniform() } == [0.6059782788074047, 0.7333693611934982, 0.13894715672839875])
    sampler = try DataSampler(seed: 2021, convention: .tutorial)
    #expect(
      (0..<4).map { _ in sampler.standardNormal() }
        == [1.4886090526695128, 0.6760108714023921, -0.4184513694767187, -0.8065208130756107])
    sampler = try DataSampler(seed: 2021, convention: .tutorial)
    #expect((0..<12).map { _ in sampler.integer(below: 10) } == [4, 5, 9, 0, 6, 5, 8, 6, 6, 6, 6, 1])
  }

  @Test func noisyLinearDataIsNumPysBitForBit() throws {
    for reference in try JSONDecoder().decode(
      [ReferenceData.NoisyLinear].self, from: ReferenceData.file("noisy-linear.json"))
    {
      var sampler = try DataSampler(seed: reference.seed, convention: .tutorial)
      let data = try NoisyLinearMap().dataset("noisy", using: &sampler)
      #expect(data.trueMap == Matrix(reference.W_true))
      #expect(data.inputs.transposed == Matrix(reference.X))
      // The product W X is summed in another order than in NumPy, so the last bit may differ.
      let outputs = Matrix(reference.W_true) * Matrix(reference.X) + Matrix(reference.noise)
      #expect(data.targets.transposed == outputs)
      let estimate = try LinearRegression(inputs: data.inputs, targets: data.targets)
      #expect(largestDifference(estimate.map, Matrix(reference.W_estimate)) < 1e-11)
    }
  }

  /// 1e-6 relative: PyTorch's vectorized logarithm and cosine differ from the C library's in the last bits of a Float.
  @Test func weightConventionIsPyTorchs() throws {
    for reference in try JSONDecoder().decode([ReferenceData.Layers].self, from: ReferenceData.file("weights.json")) {
      var sampler = try WeightSampler(seed: reference.seed, convention: .tutorial)
      let constructed = reference.layers_out_in.map { sampler.defaultStart(outputs: $0[0], inputs: $0[1]) }
      let redrawn = reference.layers_out_in.map { sampler.standardNormals(outputs: $0[0], inputs: $0[1]) }
      for (layers, expected) in [(constructed, reference.default_start), (redrawn, reference.standard_normal)] {
        for (layer, values) in zip(layers, expected) {
          let elements =
            layer.elements.count > values.count && values.count == 68
            ? Array(layer.elements.prefix(48) + layer.elements.suffix(20)) : Array(layer.elements.prefix(values.count))
          for (ours, theirs) in zip(elements, values) where theirs != 0 {
            #expect(isApproximately(ours, theirs, within: 1e-6 * theirs.magnitude))
          }
        }
      }
    }
  }

  @Test(arguments: ["tree", "shark-bones"])
  func initialWeightsAreScaled(name: String) throws {
    let reference = try ReferenceData.initialState(name)
    let features = name == "tree" ? 10_000 : 10_001
    var sampler = try WeightSampler(seed: 2021, convention: .tutorial)
    let network = WeightDistribution.scaledNormal(scale: 1e-12).network(widths: [8, 30, features], using: &sampler)
    let (first, second) = (network.weights[0].elements, network.weights[1].elements)
    for (ours, theirs) in [
      (first.prefix(16), reference.W1_first), (first.suffix(4), reference.W1_last),
      (second.prefix(16), reference.W2_first), (second.suffix(20), reference.W2_last),
    ] {
      for (our, their) in zip(ours, theirs) { #expect(isApproximately(our, their, within: 1e-6 * their.magnitude)) }
    }
  }

  @Test func gslConventionDrawsOtherNumbersReproducibly() throws {
    func draw(_ convention: SamplingConvention) throws -> Matrix {
      var sampler = try DataSampler(seed: 2021, convention: convention)
      return try DiffusionTree().sampleFeatures(50, using: &sampler)
    }
    #expect(try draw(.gsl) == draw(.gsl))
    #expect(try draw(.gsl) != draw(.tutorial))
  }
}
