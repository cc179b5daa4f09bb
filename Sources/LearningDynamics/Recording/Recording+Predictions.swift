public import GSL

extension Recording {
  /// The prediction of one feature for one item at every state: q_f · W_tot(t) x_i, with q_f the feature's row of the
  /// basis.
  ///
  /// - Complexity: O(N·r) once, then O(r·n) for each state.
  public func predictions(of cell: Probe) throws(GSLError) -> [Double] {
    let row = Matrix(rows: 1, columns: problem.basis.count, elements: try problem.basis.row(ofFeature: cell.feature))
    let item = Matrix(rows: problem.inputs.columns, columns: 1, elements: problem.inputs.row(cell.item))
    return (0..<stateCount).map { ((row * endToEndMaps[$0]) * item)[0, 0] }
  }

  /// W_tot at a state by feature, N × n.
  public func endToEndMap(at state: Int) throws(GSLError) -> Matrix {
    try problem.basis.expand(endToEndMaps[state])
  }

  /// W* = Yᵀ X (XᵀX)⁺ in the trainer's coordinates, r × n: what training approaches.
  public func targetMap() throws(GSLError) -> Matrix {
    try LeastSquares(design: problem.inputs, targets: problem.outputTargets.transposed).solution.transposed
  }

  /// The relative distance ‖W_tot(t) − W‖/‖W‖ (Frobenius) to a map in the trainer's coordinates, at every state.
  public func relativeDistances(to map: Matrix) -> [Double] {
    let norm = map.frobeniusNorm
    return (0..<stateCount).map { (endToEndMaps[$0] - map).frobeniusNorm / (norm > 0 ? norm : 1) }
  }
}
