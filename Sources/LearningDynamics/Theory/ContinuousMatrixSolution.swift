public import GSL
internal import Support

/// All modes of a network with one hidden layer in continuous time.
///
/// τ dK/dt = (S − K)K + K(S − K), τ = 1/ε, has the solution
///
/// K(t) = e^(St/τ) (I + K₀ (e^(2St/τ) − I) S⁻¹)⁻¹ K₀ e^(St/τ)
///
/// Computed from its inverse, e^(−St/τ) K₀⁻¹ e^(−St/τ) + (I − e^(−2St/τ)) S⁻¹, in which nothing overflows and weak modes
/// are not lost beside strong ones.
///
/// *Holds* for small random weights as η → 0 at fixed t/τ; needs an invertible K₀, so at least as many hidden units as modes.
/// At a real rate use ``MatrixMap``.
///
/// Derived from Saxe, A. M., McClelland, J. L. & Ganguli, S. (2013). arXiv:1312.6120. The equation is a matrix Riccati
/// equation; the formula follows with K⁻¹ in place of K, which makes it linear.
public struct ContinuousMatrixSolution: Sendable {
  /// S.
  public let targets: [Double]
  /// τ, in epochs.
  public let timeConstant: Double
  /// R⁻¹, with K₀ = RᵀR.
  private let inverseRoot: Matrix

  /// The solution from a start; nil where K₀ is singular, as with fewer hidden units than modes.
  ///
  /// - Parameters:
  ///   - start: where the modes start from.
  ///   - targets: S, not negative.
  ///   - effectiveRate: ε.
  /// - Throws: `GSLError` for a start that is not finite.
  public init?(from start: EffectiveStart, targets: [Double], effectiveRate: Double) throws(GSLError) {
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
