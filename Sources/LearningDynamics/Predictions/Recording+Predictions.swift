public import GSL

extension Recording {
  /// The prediction of the problem's followed cell at every state.
  ///
  /// - Complexity: O(r²) once, then O(r·n) for each state.
  public func followedPredictions() throws(GSLError) -> [Double] {
    if let course { return course.predictions }
    return try predictions(of: problem.followedCell)
  }

  /// The prediction of one feature for one item at each of the ``keptEpochs``: q_f · W_tot(t) x_i, with q_f the feature's
  /// row of the basis.
  ///
  /// - Complexity: as ``OutputBasis/row(ofFeature:)`` once, then O(r·n) for each state.
  public func predictions(of cell: Probe) throws(GSLError) -> [Double] {
    endToEndMaps.forms(
      keptEpochs.indices, left: try problem.basis.row(ofFeature: cell.feature), right: problem.inputs.row(cell.item))
  }

  /// W_tot at the last of the ``keptEpochs`` by feature, N × n.
  ///
  /// - Throws: `GSLError`, and `CancellationError` when the task it runs in is cancelled.
  /// - Complexity: as ``OutputBasis/expand(_:)``.
  public func finalEndToEndMap() throws -> Matrix {
    try problem.basis.expand(endToEndMaps[endToEndMaps.count - 1])
  }

  /// W* = Yᵀ X (XᵀX)⁺ in the trainer's coordinates, r × n: what training approaches.
  public func targetMap() throws(GSLError) -> Matrix { try problem.targetMap() }

  /// The relative distance ‖W_tot(t) − W‖/‖W‖ (Frobenius) to a map in the trainer's coordinates, at each of the
  /// ``keptEpochs``.
  public func relativeDistances(to map: Matrix) -> [Double] {
    let norm = map.frobeniusNorm
    return keptEpochs.indices.map { (endToEndMaps[$0] - map).frobeniusNorm / (norm > 0 ? norm : 1) }
  }
}
