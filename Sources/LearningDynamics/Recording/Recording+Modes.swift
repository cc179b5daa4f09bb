public import GSL

extension Recording {
  /// W* = U S Vᵀ, the map that training approaches, decomposed once.
  func targetModes() throws(GSLError) -> TargetModes {
    try target { () throws(GSLError) in try TargetModes(try targetMap()) }
  }

  /// The strengths a_α(t) = u_αᵀ W_tot(t) v_α along the singular vectors of W*, at each state.
  ///
  /// Sorted singular values exchange their places where they cross; these keep their identity.
  ///
  /// - Complexity: O(T·r·n·min(n, N)) when first asked for.
  public func modeStrengths() throws(GSLError) -> VectorSeries {
    if let course { return course.strengths }
    return try strengths { () throws(GSLError) in
      var series = VectorSeries(length: modeCount)
      series.append(contentsOf: try targetModes().strengths(endToEndMaps, 0..<stateCount))
      return series
    }
  }

  /// The first state at which each mode's strength a_α is at least half of what it is to become, nil where it never is.
  ///
  /// Modes of W* that are negligible (below ``negligibleStrength`` of the first) have nothing to rise to and get nil.
  ///
  /// - Complexity: as ``modeStrengths()``.
  public func halfRiseEpochs() throws(GSLError) -> [Int?] {
    try modeStrengths().halfRises(to: targetModes().decomposition.singularValues)
  }

  /// The part of the strongest mode below which a singular value is rounding: far above 2⁻⁵², far below any structure.
  public static let negligibleStrength = 1e-9
}

extension VectorSeries {
  /// The first state at which each component is at least half of its target; nil where it never is, and where the target is
  /// negligible beside the first.
  func halfRises(to targets: [Double]) -> [Int?] {
    let negligible = Recording.negligibleStrength * (targets.first ?? 0)
    return targets.enumerated().map { mode, target in
      target > negligible ? component(mode).firstIndex { $0 >= target / 2 } : nil
    }
  }
}
