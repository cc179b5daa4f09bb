public import GSL
internal import Support

extension Recording {
  /// How far the hidden layers are from the law of the layers, H_k H_kᵀ = V A^(2k/D) Vᵀ: the largest difference of any hidden
  /// layer k at any of the ``keptEpochs``, as a part of the predicted matrix (both by their Frobenius norms).
  ///
  /// V holds the right singular vectors of the map to be learned, A the strengths a_α that its modes have at the epoch; modes
  /// below ``ModeThreshold/negligible(beside:)`` are left out. The law is exact from a balanced start
  /// (``Initialization/balanced(modeStrength:)``), where what is found is rounding, about 1e-13. From random weights it does
  /// not hold while a mode rises.
  ///
  /// - Returns: nil for a network without a hidden layer, and while nothing is predicted.
  /// - Complexity: O(P³) for each layer and kept epoch.
  public func largestLayerDeviation() throws(GSLError) -> Double? {
    let modes = try targetModes().decomposition
    let strengths = try modeStrengths()
    let negligible = ModeThreshold.negligible(beside: modes.singularValues.first ?? 0)
    let counted = modes.singularValues.prefix { $0 > negligible }.count
    guard counted > 0 else { return nil }
    var largest: Double?
    var factor = modes.right.columns(0..<counted)
    var predicted = Matrix(rows: factor.rows, columns: factor.rows)
    for (layer, similarities) in representationalSimilarities.enumerated() {
      let exponent = Double(layer + 1) / Double(representationalSimilarities.count + 1)
      for (index, epoch) in keptEpochs.enumerated() {
        let shares = strengths[epoch].prefix(counted).map { pow(max(0, $0), exponent) }
        for row in 0..<factor.rows {
          for mode in 0..<counted { factor[row, mode] = modes.right[row, mode] * shares[mode] }
        }
        predicted.setProduct(factor, factor.transposedFactor)
        let norm = predicted.frobeniusNorm
        guard norm > 0 else { continue }
        predicted.add(-1, times: similarities[index])
        largest = max(largest ?? 0, predicted.frobeniusNorm / norm)
      }
    }
    return largest
  }
}
