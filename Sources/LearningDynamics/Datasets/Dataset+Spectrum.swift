public import GSL
internal import Support

extension Dataset {
  /// The singular values of the map that training approaches, W* = Yᵀ X (XᵀX)⁺, descending: min(n, N) of them.
  ///
  /// For one-hot inputs these are the singular values of the targets.
  ///
  /// - Complexity: O(P²·N) when first asked for.
  public func targetSingularValues() throws(GSLError) -> [Double] {
    try spectrum { () throws(GSLError) in
      let map = try transposedTargetMap()
      // The triangle of a long matrix has the same singular values.
      let small = map.columns > map.rows ? TriangularFactor(ofTransposed: map).triangle : map
      var values = SingularValues(rows: small.rows, columns: small.columns)
      try values.compute(small)
      return values.values
    }
  }

  /// The modes that the sampled features have before any sampling: those that were given, or those of the ``tree``; nil for a
  /// dataset whose features were not sampled.
  ///
  /// - Complexity: as ``DiffusionTree/populationSpectrum()``.
  public func populationSpectrum() throws(GSLError) -> PopulationSpectrum? {
    if let population { return population }
    guard features.numbered > 0, let tree else { return nil }
    return try tree.populationSpectrum()
  }
}
