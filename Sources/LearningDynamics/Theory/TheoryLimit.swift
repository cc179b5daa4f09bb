internal import Support

/// Why no theory is known to hold for a training.
public enum TheoryLimit: Hashable, Sendable, CustomStringConvertible {
  /// Inputs with correlations of their own.
  case inputs
  /// Three and more weight layers from random weights.
  case depth(Int)
  /// Initial weights that are not small beside what is to be learned; with the error that predictions would have, in parts
  /// of the targets' size.
  case largeStart(expectedError: Double)
  /// A learning rate at which solutions are not stable.
  case unstableRate(largestStable: Double)
  /// Targets that are all zero.
  case nothingToLearn

  /// The reason in words, to follow "no theory is drawn: ".
  public var description: String {
    switch self {
    case .inputs: "this program has it for one-hot inputs only"
    case .depth(let depth): "from random weights it is known for one hidden layer, not for \(depth - 1)"
    case .largeStart(let error):
      "it assumes small initial weights, and from these predictions would be off by about "
        + "\((100 * error).significant(1)) % of the targets' size"
    case .unstableRate(let rate): "it holds below the largest stable learning rate, \(rate.significant())"
    case .nothingToLearn: "all targets are zero"
    }
  }

  /// ``EffectiveStart/neglectedShare(of:)`` above which the theory is not drawn: predictions would be off by more than about
  /// 0.015, which begins to be seen. The default network reaches it near γ = 0.17.
  public static let largestNeglectedShare = 0.01
}
