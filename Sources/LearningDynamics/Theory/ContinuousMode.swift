public import GSL
internal import Support

/// The strength of one mode in continuous time, with one hidden layer and balanced layers: a logistic curve.
///
/// τ da/dt = 2a(s − a), τ = 1/ε, has the solution
///
/// a(t) = s / (1 + (s/a₀ − 1) e^(−2st/τ))
///
/// which is half of s at t = (τ/2s) ln(s/a₀ − 1), and goes from a tenth to nine tenths in ln(81)·τ/(2s).
///
/// *Holds* as η → 0 at fixed t/τ. At a finite rate it is early, because a step of gradient descent grows a mode by
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

  /// a(t) from balanced initial weights.
  ///
  /// - Parameters:
  ///   - time: t in epochs.
  ///   - start: a₀, above 0.
  public func strength(at time: Double, from start: Double) -> Double {
    target / (1 + (target / start - 1) * exp(-2 * target * time / timeConstant))
  }

  /// The time at which the strength is half of s; negative if its initial value is between half of s and s.
  ///
  /// - Parameter start: a₀, between 0 and s.
  public func halfRise(from start: Double) -> Double {
    timeConstant / (2 * target) * log(target / start - 1)
  }

  /// The logistic curve's half-rise with the growth of a discrete step, (1 + εs)² per update instead of e^(2εs):
  /// ln(s/a₀ − 1)/(2 ln(1 + εs)). 0 if the initial strength is already at least half of s.
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
  /// Computed with 1 − x instead of x, which is equally accurate for nearly equal and for very different layers, but less
  /// accurate if they nearly cancel each other.
  ///
  /// *Holds* for an aligned mode of any size as η → 0 at fixed t/τ.
  ///
  /// - Parameters:
  ///   - time: t in epochs.
  ///   - input: p, the strength of one layer.
  ///   - output: q, the strength of the other layer; the order does not matter. One may be negative if the sum is above 0.
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

/// All modes of a network with one hidden layer in continuous time.
///
/// τ dK/dt = (S − K)K + K(S − K), τ = 1/ε, has the solution
///
/// K(t) = e^(St/τ) (I + K₀ (e^(2St/τ) − I) S⁻¹)⁻¹ K₀ e^(St/τ)
///
/// Computed from its inverse, e^(−St/τ) K₀⁻¹ e^(−St/τ) + (I − e^(−2St/τ)) S⁻¹, in which nothing overflows and weak modes are
/// not lost next to strong ones.
///
/// *Holds* for small initial weights as η → 0 at fixed t/τ; needs an invertible K₀, so at least as many hidden units as modes.
/// At a finite rate use ``MatrixMap``.
///
/// Derived from Saxe, A. M., McClelland, J. L. & Ganguli, S. (2013). arXiv:1312.6120. The equation is a matrix Riccati
/// equation; the formula follows with K⁻¹ instead of K, which makes it linear.
public struct ContinuousMatrixSolution: Sendable {
  /// S.
  public let targets: [Double]
  /// τ, in epochs.
  public let timeConstant: Double
  /// R⁻¹, with K₀ = RᵀR.
  private let inverseRoot: Matrix

  /// The solution for an initial state; nil if K₀ is singular, as with fewer hidden units than modes.
  ///
  /// - Parameters:
  ///   - start: the initial mode strengths.
  ///   - targets: S, not negative.
  ///   - effectiveRate: ε.
  /// - Throws: `GSLError` for an initial state that is not finite.
  public init?(from start: InitialModeStrengths, targets: [Double], effectiveRate: Double) throws(GSLError) {
    guard start.sums.rows >= targets.count else { return nil }
    let values = try SingularValueDecomposition(start.sums).singularValues
    guard let largest = values.first, let smallest = values.last, smallest > 1e-10 * largest else { return nil }
    self.targets = targets
    timeConstant = 1 / effectiveRate
    inverseRoot = try TriangularSystem(TriangularFactor(of: start.sums).triangle).solve(.identity(targets.count))
  }

  /// K(t), k × k.
  ///
  /// - Complexity: O(k³).
  public func strengths(at time: Double) throws(GSLError) -> Matrix {
    let decays = targets.map { exp(-$0 * time / timeConstant) }
    var scaled = inverseRoot
    for row in targets.indices {
      for column in targets.indices { scaled[row, column] *= decays[row] }
    }
    var inverse = Matrix(rows: targets.count, columns: targets.count)
    inverse.setProduct(scaled, scaled.transposedFactor)
    for (mode, target) in targets.enumerated() {
      let rate = 2 * target / timeConstant
      inverse[mode, mode] += target > 0 ? -expm1(-rate * time) / target : 2 * time / timeConstant
    }
    // With ones on the diagonal, so that modes of very different strengths do not hide each other.
    let units = targets.indices.map { 1 / inverse[$0, $0].squareRoot() }
    for row in targets.indices {
      for column in targets.indices { inverse[row, column] *= units[row] * units[column] }
    }
    let eigen = try SymmetricEigendecomposition(inverse)
    var weighted = eigen.eigenvectors
    for row in targets.indices {
      for column in targets.indices {
        weighted[row, column] *= units[row] / max(eigen.eigenvalues[column], .leastNormalMagnitude).squareRoot()
      }
    }
    var strengths = Matrix(rows: targets.count, columns: targets.count)
    strengths.setProduct(weighted, weighted.transposedFactor)
    return strengths
  }
}
