public import GSL
internal import Support

extension Recording {
  /// The modes along which the training learns, computed once.
  func targetModes() throws(GSLError) -> TargetModes {
    try target { () throws(GSLError) in try TargetModes(problem) }
  }

  /// What the modes are to become, the strongest first; empty if the map to be learned cannot be decomposed.
  ///
  /// - Complexity: a decomposition of the map, once for a recording.
  public var targetStrengths: [Double] { ((try? targetModes().targets) ?? []).sorted(by: >) }

  /// The strengths a_α(t) = u_αᵀ W_tot(t) v_α along the singular vectors of Σ_yx = Yᵀ X, at each state.
  /// For one-hot inputs they are those of the map that training approaches.
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
  /// Modes that are negligible (see ``ModeThreshold``) have nothing to rise to and get nil.
  ///
  /// - Complexity: as ``modeStrengths()``.
  public func halfRiseEpochs() throws(GSLError) -> [Int?] {
    try modeStrengths().halfRises(to: targetModes().targets)
  }
}

extension VectorSeries {
  /// The first state at which each component is at least half of its target; nil where it never is, and where the target is
  /// negligible beside the largest.
  func halfRises(to targets: [Double]) -> [Int?] {
    let negligible = ModeThreshold.negligible(beside: targets.max() ?? 0)
    return targets.enumerated().map { mode, target in
      target > negligible ? component(mode).firstIndex { $0 >= target / 2 } : nil
    }
  }
}
