/// How a network's weights start.
public enum Initialization: Codable, Hashable, Sendable {
  /// Every weight of a layer with n_in inputs and n_out outputs is normal with standard deviation γ/√(n_in + n_out).
  ///
  /// γ = 1e-12 by default: small enough that every mode starts from nothing and rises in a step of its own.
  case scaledNormal(scale: Double)
  /// The framework's default for a linear layer: uniform on ±1/√n_in.
  case frameworkDefault
  /// Every mode of the targets is held equally strongly by all layers: W_k = R_(k+1) a₀^(1/D) R_kᵀ, see
  /// `BalancedStart`. It follows from the data, which must have one-hot inputs.
  ///
  /// a₀ is above 0, in units of the targets' singular values.
  case balanced(modeStrength: Double)

  /// What the weights are drawn from, each independently of the others and of the data; nil for a start that follows
  /// from the data.
  public var distribution: WeightDistribution? {
    switch self {
    case .scaledNormal(let scale): .scaledNormal(scale: scale)
    case .frameworkDefault: .frameworkDefault
    case .balanced: nil
    }
  }

  /// γ; nil for a start without one.
  public var scale: Double? { if case .scaledNormal(let scale) = self { scale } else { nil } }
}
