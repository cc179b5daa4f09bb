internal import GSL

extension Recording {
  /// The largest singular value of the map to be learned, 0 if it cannot be decomposed.
  ///
  /// - Complexity: a decomposition of the map, once for a recording.
  public var strongestTarget: Double {
    guard let strengths = try? targetModes().decomposition.singularValues else { return 0 }
    return strengths.first ?? 0
  }
}
