public import GSL

/// All modes of a network with one hidden layer together, from epoch to epoch: the matrix map.
///
/// K₀ = M₀ᵀM₀ from the ``InitialModeStrengths``, and with F = I + ε(S − λ − K) one update of gradient descent is K ← F K F.
/// λ = d·P·N/2 is the weight decay in units of S; without decay it is 0. Then
///
/// - the end-to-end map is U K Vᵀ, and a prediction u_fᵀ K v_i,
/// - the similarity of the hidden activity is V K Vᵀ,
/// - the loss is ‖S − K‖²/(P·N), plus the part of the targets that no map can fit.
///
/// It is computed as M ← M F, K = MᵀM, which keeps K positive and its rank at most h in spite of rounding.
///
/// *Holds* for one-hot inputs, one hidden layer, small initial weights and rates below the largest stable one. With fewer
/// features than items the similarity leaves out what the first layer has outside V, of the order γ. In runs of the default
/// data half-rise epochs are correct to within one epoch for γ ≤ 1e-2; the largest error of the probe's prediction is 5e-11 at
/// γ = 1e-12 (rounding), 6e-8 at 1e-6, 6e-5 at 1e-3, 7e-4 at 1e-2, 7e-3 at 0.1, 0.08 at 1.
///
/// Continuous limit: Saxe, A. M., McClelland, J. L. & Ganguli, S. (2013). arXiv:1312.6120
public struct MatrixMap: Equatable, Sendable {
  /// S, descending.
  public let targets: [Double]
  /// λ.
  public let shrinkage: Double
  /// ε.
  public let effectiveRate: Double
  /// K, k × k, at the present state.
  public private(set) var strengths: Matrix

  private var sums: Matrix
  private var factor: Matrix
  private var product: Matrix

  /// The map at state 0.
  ///
  /// - Parameters:
  ///   - start: the initial mode strengths.
  ///   - targets: S, one for each mode.
  ///   - effectiveRate: ε.
  ///   - shrinkage: λ, from 0 up: what decay takes from every mode in the end.
  public init(from start: InitialModeStrengths, targets: [Double], effectiveRate: Double, shrinkage: Double = 0) {
    precondition(start.sums.columns == targets.count, "one target for each mode")
    self.targets = targets
    self.effectiveRate = effectiveRate
    self.shrinkage = shrinkage
    // The triangle of a tall M gives the same K.
    let isTall = start.sums.rows > start.sums.columns
    sums = isTall ? TriangularFactor(of: start.sums).triangle : start.sums
    factor = Matrix(rows: targets.count, columns: targets.count)
    product = sums
    strengths = factor
    strengths.setProduct(sums.transposedFactor, sums)
  }

  /// Advances by one epoch.
  ///
  /// - Complexity: O(k²·min(h, k)); no allocation up to k = 256.
  public mutating func advance() {
    factor.set(-effectiveRate, times: strengths)
    for mode in targets.indices { factor[mode, mode] += 1 + effectiveRate * (targets[mode] - shrinkage) }
    product.setProduct(sums, factor)
    swap(&sums, &product)
    strengths.setProduct(sums.transposedFactor, sums)
  }

  /// V K Vᵀ, computed as (M Vᵀ)ᵀ M Vᵀ.
  ///
  /// - Parameters:
  ///   - right: V, P × k.
  ///   - activity: memory for M Vᵀ, min(h, k) × P; replaced if its shape differs.
  ///   - similarity: the result, P × P.
  /// - Complexity: O(P·(P + k)·min(h, k)).
  func similarity(in right: Matrix, activity: inout Matrix, _ similarity: inout Matrix) {
    if activity.rows != sums.rows || activity.columns != right.rows {
      activity = Matrix(rows: sums.rows, columns: right.rows)
    }
    activity.setProduct(sums, right.transposedFactor)
    similarity.setProduct(activity.transposedFactor, activity)
  }

  /// ‖S − K‖².
  package var squaredDistance: Double {
    var sum = 0.0
    for row in targets.indices {
      for column in targets.indices {
        let difference = (row == column ? targets[row] : 0) - strengths[row, column]
        sum += difference * difference
      }
    }
    return sum
  }
}
