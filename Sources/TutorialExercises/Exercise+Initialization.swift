public import GSL
public import LearningDynamics
internal import Support

extension Exercise {
  /// A user's initialization of one layer: n_out × n_in weights of scale γ, from a sampler or any other source.
  public typealias Initializer = (
    _ outputs: Int, _ inputs: Int, _ scale: Double, _ sampler: inout WeightSampler
  ) throws -> Matrix

  /// Initialization: normal weights with mean 0 and standard deviation γ/√(n_in + n_out).
  ///
  /// The tutorial's test is a network 5000 → 5000 → 1 with γ = 1, whose first layer has to have a standard deviation within
  /// 1e-5 of 0.01: seven standard errors σ/√(2n) of the n = 5000² weights. The same bound is used for every layer here; a
  /// smaller layer, longer than wide, is tested with γ = 1 and 0.01.
  ///
  /// - Parameters:
  ///   - width: the width of the large layers; 5000 briefly needs about 400 MB.
  ///   - seed: the seed of the sampler for the user's function.
  ///   - answer: the user's function.
  /// - Throws: any error of the user's function.
  public static func initialization(width: Int = 5000, seed: UInt32 = 2021, _ answer: Initializer) throws -> Verdict {
    let exercise = "The initialization"
    var sampler = try WeightSampler(seed: seed, convention: .tutorial)
    let small = (outputs: 60, inputs: 240)
    var layers: [InitializedLayer] = []
    for (outputs, inputs, scale) in [
      (width, width, 1.0), (1, width, 1), (small.outputs, small.inputs, 1), (small.outputs, small.inputs, 0.01),
    ] {
      let weights = try answer(outputs, inputs, scale, &sampler)
      guard weights.rows == outputs, weights.columns == inputs else {
        return Verdict(
          exercise,
          complaint: """
            the weights of a layer with \(inputs) inputs and \(outputs) outputs are \(weights.rows) × \(weights.columns) \
            and should be \(outputs) × \(inputs)
            """)
      }
      layers.append(InitializedLayer(weights, scale: scale))
    }
    let complaint = InitializedLayer.complaint(about: layers)
    return Verdict(
      exercise, complaint: complaint, difference: (layers[0].deviation / layers[0].expectedDeviation - 1).magnitude)
  }
}

/// Statistics of a layer's initial weights.
private struct InitializedLayer {
  let outputs: Double
  let inputs: Double
  let scale: Double
  let count: Double
  let mean: Double
  let deviation: Double
  /// The fourth moment over the squared second: 3 for a normal distribution, 1.8 for a uniform one.
  let kurtosis: Double

  init(_ weights: Matrix, scale: Double) {
    (outputs, inputs, self.scale) = (Double(weights.rows), Double(weights.columns), scale)
    count = Double(weights.elements.count)
    mean = weights.elements.reduce(0, +) / count
    let square = weights.elements.reduce(0) { $0 + $1 * $1 } / count
    let fourth = weights.elements.reduce(0) { $0 + $1 * $1 * $1 * $1 } / count
    deviation = square.squareRoot()
    kurtosis = fourth / (square * square)
  }

  var expectedDeviation: Double { scale / (inputs + outputs).squareRoot() }

  /// Common wrong standard deviations.
  private static let others: [(name: String, deviation: @Sendable (InitializedLayer) -> Double)] = [
    ("γ/√n_in", { $0.scale / $0.inputs.squareRoot() }), ("γ/√n_out", { $0.scale / $0.outputs.squareRoot() }),
    ("γ", { $0.scale }), ("γ/(n_in + n_out)", { $0.scale / ($0.inputs + $0.outputs) }),
    ("√γ/√(n_in + n_out)", { ($0.scale / ($0.inputs + $0.outputs)).squareRoot() }),
    ("γ·√(2/(n_in + n_out))", { $0.scale * (2 / ($0.inputs + $0.outputs)).squareRoot() }),
    ("1/√(n_in + n_out)", { 1 / ($0.inputs + $0.outputs).squareRoot() }),
    ("γ²/√(n_in + n_out)", { $0.scale * $0.scale / ($0.inputs + $0.outputs).squareRoot() }), ("1", { _ in 1 }),
  ]

  /// Whether the deviation equals a given one, to seven standard errors.
  private func hasDeviation(_ expected: Double) -> Bool {
    (deviation - expected).magnitude <= 7 * expected / (2 * count).squareRoot()
  }

  /// What is wrong; nil if nothing is.
  static func complaint(about layers: [InitializedLayer]) -> String? {
    guard layers.allSatisfy({ $0.deviation.isFinite && $0.mean.isFinite }) else {
      return "some weights are not finite"
    }
    if layers.allSatisfy({ $0.deviation == 0 }) { return "all weights are zero" }
    for layer in layers where layer.mean.magnitude > 7 * layer.deviation / layer.count.squareRoot() {
      return "the mean of the weights is \(layer.mean.significant()) and should be 0"
    }
    if !layers.allSatisfy({ $0.hasDeviation($0.expectedDeviation) }) {
      if let (name, _) = others.first(where: { other in layers.allSatisfy { $0.hasDeviation(other.deviation($0)) } }) {
        return "the standard deviation is \(name) and should be γ/√(n_in + n_out)"
      }
      let layer = layers.first { !$0.hasDeviation($0.expectedDeviation) } ?? layers[0]
      return """
        the standard deviation of \(Int(layer.outputs)) × \(Int(layer.inputs)) weights with γ = \
        \(layer.scale.significant()) is \(layer.deviation.significant(6)) and should be \
        \(layer.expectedDeviation.significant(6))
        """
    }
    for layer in layers where (layer.kurtosis - 3).magnitude > 7 * (24 / layer.count).squareRoot() {
      let shape = (layer.kurtosis - 1.8).magnitude < 0.1 ? ": they look uniform" : ""
      return "the weights are not normally distributed\(shape)"
    }
    return nil
  }
}
