internal import Support

/// The strength of one mode in continuous time, with one hidden layer and balanced layers: a logistic curve.
///
/// τ da/dt = 2a(s − a), τ = 1/ε, has the solution
///
/// a(t) = s / (1 + (s/a₀ − 1) e^(−2st/τ))
///
/// which is half of s at t = (τ/2s) ln(s/a₀ − 1), and goes from a tenth to nine tenths in ln(81)·τ/(2s).
///
/// *Holds* as η → 0 at fixed t/τ. At a real rate it is early, because a step of gradient descent grows a mode by
/// (1 + εs)² and not by e^(2εs): in the default run (η = 100) by 14 to 17 epochs of 94 to 188. Use ``ModeStrengthMap``
/// there.
///
/// Saxe, A. M., McClelland, J. L. & Ganguli, S. (2013). arXiv:1312.6120
public struct ContinuousMode: Hashable, Sendable {
  /// s, above 0.
  public let target: Double
  /// τ = 1/ε, in epochs.
  public let timeConstant: Double

  /// A mode.
  ///
  /// - Parameters:
  ///   - target: s.
  ///   - effectiveRate: ε.
  public init(target: Double, effectiveRate: Double) {
    self.target = target
    timeConstant = 1 / effectiveRate
  }

  /// a(t) from a balanced start.
  ///
  /// - Parameters:
  ///   - time: t in epochs.
  ///   - start: a₀, above 0.
  public func strength(at time: Double, from start: Double) -> Double {
    target / (1 + (target / start - 1) * exp(-2 * target * time / timeConstant))
  }

  /// The time at which the strength is half of s; negative where it starts between half of s and s.
  ///
  /// - Parameter start: a₀, between 0 and s.
  public func halfRise(from start: Double) -> Double {
    timeConstant / (2 * target) * log(target / start - 1)
  }

  /// The logistic curve's half-rise with the growth of a discrete step, (1 + εs)² an update in place of e^(2εs):
  /// ln(s/a₀ − 1)/(2 ln(1 + εs)). 0 where the start is at least half of s already.
  static func discreteHalfRise(of target: Double, from start: Double, effectiveRate: Double) -> Double {
    start < target / 2
      ? log(target / start - 1) / (2 * log1p(effectiveRate * target)) : 0
  }

  /// The time from a tenth of s to nine tenths.
  public var riseTime: Double { timeConstant / (2 * target) * ModeRise.logisticWidth }

  /// The mode's strength p·q at a time, from layers of different strengths p and q: the *unbalanced* solution.
  ///
  /// τ dp/dt = q(s − pq) and τ dq/dt = p(s − pq) conserve c = p² − q². With x = q/p, K = √(c² + 4s²),
  /// x± = (−c ± K)/(2s) and r = (x₀ − x₊)/(x₀ − x₋)·e^(−Kt/τ):
  ///
  /// x = (x₊ − x₋ r)/(1 − r),   pq = c·x/(1 − x²)
  ///
  /// Computed with 1 − x in place of x, which is as accurate for nearly equal layers as for very different ones; less so where
  /// they nearly cancel each other.
  ///
  /// *Holds* for an aligned mode of any size as η → 0 at fixed t/τ.
  ///
  /// - Parameters:
  ///   - time: t in epochs.
  ///   - input: p, the strength of one layer.
  ///   - output: q, that of the other; which is which does not matter. One may be negative, if the sum is above 0.
  public func strength(at time: Double, fromLayers input: Double, _ output: Double) -> Double {
    let (p, q) = (max(input, output), min(input, output))
    precondition(p + q > 0, "layers that cancel each other do not grow")
    let c = (p - q) * (p + q)
    guard c > 0 else { return strength(at: time, from: p * q) }
    let s = target
    let k = (c * c + 4 * s * s).squareRoot()
    // 1 − x₊, 1 − x₋ and 1 − x₀; k − 2s = c²/(k + 2s) has no cancellation.
    let nearEnd = (c - c * c / (k + 2 * s)) / (2 * s)
    let farEnd = (2 * s + c + k) / (2 * s)
    let start = (p - q) / p
    let r = (nearEnd - start) / (farEnd - start) * exp(-k * time / timeConstant)
    let y = (nearEnd - farEnd * r) / (1 - r)
    let x = 1 - y
    return c * x / (y * (1 + x))
  }
}
