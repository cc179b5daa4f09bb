import GSL
import LearningDynamics
import Testing
import TutorialExercises

@Suite struct InitializationExerciseTests {
  /// Narrower than the tutorial's network, so that a debug build is quick; the bounds follow the number of weights.
  private static let width = 400

  private static func normal(_ deviation: @escaping (Double, Double, Double) -> Double) -> Exercise.Initializer {
    { outputs, inputs, scale, sampler in
      deviation(scale, Double(inputs), Double(outputs)) * sampler.standardNormals(outputs: outputs, inputs: inputs)
    }
  }

  @Test func rightAnswers() throws {
    for seed: UInt32 in [0, 1, 2021] {
      let verdict = try Exercise.initialization(
        width: Self.width, seed: seed, Self.normal { scale, inputs, outputs in scale / (inputs + outputs).squareRoot() }
      )
      #expect(verdict.isRight && verdict.description == "The initialization: right.")
    }
    // The library's own initialization, and numbers from another source.
    let own = try Exercise.initialization(width: Self.width) { outputs, inputs, scale, sampler in
      WeightDistribution.scaledNormal(scale: scale).network(widths: [inputs, outputs], using: &sampler).weights[0]
    }
    #expect(own.isRight)
    let other = try Exercise.initialization(width: Self.width) { outputs, inputs, scale, _ in
      var source = try DataSampler(seed: UInt32(outputs), convention: .gsl)
      let deviation = scale / Double(inputs + outputs).squareRoot()
      return Matrix(
        rows: outputs, columns: inputs,
        elements: (0..<outputs * inputs).map { _ in deviation * source.standardNormal() })
    }
    #expect(other.isRight)
  }

  /// Standard deviations that readers give (by γ, n_in, n_out), and the hints they get.
  private static let wrong: [(complaint: String, deviation: @Sendable (Double, Double, Double) -> Double)] = [
    ("the standard deviation is γ/√n_in and", { scale, inputs, _ in scale / inputs.squareRoot() }),
    ("the standard deviation is γ/√n_out and", { scale, _, outputs in scale / outputs.squareRoot() }),
    ("the standard deviation is γ and", { scale, _, _ in scale }),
    ("the standard deviation is γ/(n_in + n_out) and", { $0 / ($1 + $2) }),
    ("the standard deviation is 1/√(n_in + n_out) and", { 1 / ($1 + $2).squareRoot() }),
    ("the standard deviation is γ·√(2/(n_in + n_out)) and", { $0 * (2 / ($1 + $2)).squareRoot() }),
    ("and should be 0.03535", { 1.1 * $0 / ($1 + $2).squareRoot() }),
    ("all weights are zero", { _, _, _ in 0 }),
    ("not finite", { _, _, _ in .infinity }),
  ]

  @Test(arguments: wrong.indices)
  func wrongDeviations(index: Int) throws {
    let (complaint, deviation) = Self.wrong[index]
    let verdict = try Exercise.initialization(width: Self.width, Self.normal(deviation))
    #expect(!verdict.isRight && verdict.description.contains(complaint), "\(verdict)")
  }

  @Test func wrongShapesAndDistributions() throws {
    let right = Self.normal { scale, inputs, outputs in scale / (inputs + outputs).squareRoot() }
    let transposed = try Exercise.initialization(width: Self.width) { outputs, inputs, scale, sampler in
      try right(outputs, inputs, scale, &sampler).transposed
    }
    #expect(transposed.description.contains("with 400 inputs and 1 outputs are 400 × 1 and should be 1 × 400"))
    let shifted = try Exercise.initialization(width: Self.width) { outputs, inputs, scale, sampler in
      try right(outputs, inputs, scale, &sampler) + Matrix(rows: outputs, columns: inputs, repeating: 0.01 * scale)
    }
    #expect(shifted.description.contains("the mean of the weights is 0.0"))
    let uniform = try Exercise.initialization(width: Self.width) { outputs, inputs, scale, sampler in
      let weights = sampler.defaultStart(outputs: outputs, inputs: inputs)
      let factor = scale * (3 * Double(inputs)).squareRoot() / Double(inputs + outputs).squareRoot()
      return factor * weights
    }
    #expect(uniform.description.contains("not normally distributed: they look uniform"))
  }
}
