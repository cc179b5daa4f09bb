public import GSL

/// Which inputs a mode tells apart, read off its right singular vector.
public struct ModeContrast: Codable, Hashable, Sendable {
  /// The mode's singular value.
  public let singularValue: Double
  /// Names on the one side; the side of the first name listed.
  public let oneSide: [String]
  /// Names on the other side; empty for a mode that all share.
  public let otherSide: [String]

  /// Entries of the vector below this part of its largest are left out: they hardly take part.
  public static let participation = 0.3

  /// "Goldfish, Tuna against Robin, Canary", or "all together".
  public func description(of total: Int) -> String {
    if oneSide.isEmpty { return "nothing" }
    let one = oneSide.count == total ? "all together" : oneSide.joined(separator: ", ")
    return otherSide.isEmpty ? one : "\(one) against \(otherSide.joined(separator: ", "))"
  }
}

extension Recording {
  /// What each mode of W_tot tells apart at a state.
  ///
  /// - Parameter names: one name for each input.
  public func modeContrasts(at state: Int, names: [String]) throws(GSLError) -> [ModeContrast] {
    let decomposition = try SingularValueDecomposition(endToEndMaps[state])
    return decomposition.singularValues.enumerated().map { mode, value in
      let vector = decomposition.right.column(mode)
      let threshold = ModeContrast.participation * (vector.map(\.magnitude).max() ?? 0)
      let taking = vector.indices.filter { vector[$0].magnitude >= threshold && vector[$0] != 0 }
      let isPositiveFirst = taking.first.map { vector[$0] > 0 } ?? true
      return ModeContrast(
        singularValue: value,
        oneSide: taking.filter { (vector[$0] > 0) == isPositiveFirst }.map { names[$0] },
        otherSide: taking.filter { (vector[$0] > 0) != isPositiveFirst }.map { names[$0] })
    }
  }
}
