extension Recording {
  /// What the modes are to become, the strongest first; empty if the map to be learned cannot be decomposed.
  ///
  /// - Complexity: a decomposition of the map, once for a recording.
  public var targetStrengths: [Double] { ((try? targetModes().targets) ?? []).sorted(by: >) }
}
