internal import GSL

/// What the weights of a network are drawn from, each independently of the others and of the data.
public enum WeightDistribution: Hashable, Sendable {
  /// Normal with standard deviation γ/√(n_in + n_out), see ``Initialization/scaledNormal(scale:)``.
  case scaledNormal(scale: Double)
  /// Uniform on ±1/√n_in, see ``Initialization/frameworkDefault``.
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

  /// What the drawn numbers of each layer are multiplied by, input side first: σ = γ/√(n_in + n_out), rounded to 32 bits
  /// where the framework's arithmetic is followed; or 1.
  func scales(widths: [Int], _ convention: SamplingConvention) -> [Double] {
    zip(widths.dropFirst(), widths).map { outputs, inputs in
      guard case .scaledNormal(let scale) = self else { return 1 }
      let deviation = scale / Double(inputs + outputs).squareRoot()
      return convention == .tutorial ? Double(Float(deviation)) : deviation
    }
  }
}
