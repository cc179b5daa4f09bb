public import GSL

extension Recording {
  /// The strengths a_α(t) = u_αᵀ W_tot(t) v_α along the singular vectors of W*, one row for each state.
  ///
  /// Sorted singular values exchange their places where they cross; these keep their identity.
  public func modeStrengths() throws(GSLError) -> [[Double]] {
    let target = try SingularValueDecomposition(targetMap())
    return (0..<stateCount).map { state in
      var projected = Matrix(rows: target.left.columns, columns: problem.inputs.columns)
      projected.setProduct(target.left.transposedFactor, endToEndMaps[state])
      let strengths = projected * target.right
      return (0..<strengths.rows).map { strengths[$0, $0] }
    }
  }

  /// The first state at which each mode's strength a_α is at least half of what it is to become, nil where it never is.
  ///
  /// Modes of W* that are negligible (below ``negligibleStrength`` of the first) have nothing to rise to and get nil.
  ///
  /// - Complexity: O(T·n·r·min(n, N)).
  public func halfRiseEpochs() throws(GSLError) -> [Int?] {
    let targets = try SingularValueDecomposition(targetMap()).singularValues
    let negligible = Self.negligibleStrength * (targets.first ?? 0)
    let strengths = try modeStrengths()
    return targets.enumerated().map { mode, target in
      target > negligible ? strengths.firstIndex { $0[mode] >= target / 2 } : nil
    }
  }

  /// The part of the strongest mode below which a singular value is rounding: far above 2⁻⁵², far below any structure.
  public static let negligibleStrength = 1e-9
}
