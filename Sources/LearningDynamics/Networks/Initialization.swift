internal import GSL

/// How a network's weights start.
public enum Initialization: Codable, Hashable, Sendable {
  /// Every weight of a layer with n_in inputs and n_out outputs is normal with standard deviation γ/√(n_in + n_out).
  ///
  /// γ = 1e-12 by default: small enough that every mode starts from nothing and rises in a step of its own.
  case scaledNormal(scale: Double)
  /// The framework's default for a linear layer: uniform on ±1/√n_in.
  case frameworkDefault

  /// Weights of the layers between the given widths, input side first.
  ///
  /// - Parameters:
  ///   - widths: n_0 (inputs), hidden widths, n_L (outputs); at least two.
  ///   - sampler: the random numbers.
  /// - Returns: L matrices, n_k × n_(k−1).
  public func network(widths: [Int], using sampler: inout WeightSampler) -> LinearNetwork {
    var initial = InitialNetwork(self, widths: widths, from: sampler)
    let network = initial.whole()
    sampler = initial.lastLayer.sampler
    return network
  }

  /// σ = γ/√(n_in + n_out); rounded to 32 bits where the framework's arithmetic is followed.
  static func standardDeviation(scale: Double, outputs: Int, inputs: Int, _ convention: SamplingConvention) -> Double {
    let deviation = scale / Double(inputs + outputs).squareRoot()
    return convention == .tutorial ? Double(Float(deviation)) : deviation
  }
}
