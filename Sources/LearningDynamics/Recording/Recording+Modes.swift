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

  /// The first state at which each singular value is at least half of the target's, nil where it never is.
  ///
  /// Modes of strength zero (below 10⁻⁹ of the first) have nothing to rise to and get nil.
  public func halfRiseEpochs() throws(GSLError) -> [Int?] {
    let targets = try SingularValueDecomposition(targetMap()).singularValues
    let negligible = 1e-9 * (targets.first ?? 0)
    return targets.enumerated().map { mode, target in
      target > negligible ? singularValues.firstIndex { $0[mode] >= target / 2 } : nil
    }
  }
}
