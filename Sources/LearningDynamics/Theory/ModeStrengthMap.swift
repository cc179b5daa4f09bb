internal import Support

/// The strength of one mode from epoch to epoch: the scalar discrete map.
///
/// A *balanced* mode, held by all D layers with the strength b = a^(1/D), and *aligned* with the data, changes in one
/// update of gradient descent to
///
/// - D = 1: a ← a + ε(s − a)
/// - D = 2: a ← a (1 + ε(s − a))²
/// - any D: a ← (a^(1/D) + ε a^((D−1)/D) (s − a))^D
///
/// *Holds* exactly for such a mode if all other modes are balanced and aligned too. For small initial weights and D = 2, with
/// a₀ from ``InitialModeStrengths``, half-rise epochs are correct to about one epoch; predictions are not (errors up to 0.15),
/// because nearly equal modes mix: use ``MatrixMap`` for them. For random weights and D ≥ 3 no initial strength a₀ is known.
///
/// Saxe, A. M., McClelland, J. L. & Ganguli, S. (2013). arXiv:1312.6120
public struct ModeStrengthMap: Hashable, Sendable {
  /// s, the target of the strength; not negative.
  public let target: Double
  /// ε = 2η/(P·N); above 0.
  public let effectiveRate: Double
  /// D, the number of weight layers; at least 1.
  public let depth: Int

  /// The map of a mode.
  ///
  /// - Parameters:
  ///   - target: s.
  ///   - effectiveRate: ε.
  ///   - depth: D.
  public init(target: Double, effectiveRate: Double, depth: Int) {
    precondition(depth >= 1, "a network has at least one layer")
    self.target = target
    self.effectiveRate = effectiveRate
    self.depth = depth
  }

  /// The strength after one more update.
  ///
  /// - Parameter strength: a; not negative where D is 3 or more.
  public func next(_ strength: Double) -> Double { strengthOfLayers(nextLayer(layer(ofStrength: strength))) }

  /// The strengths at states 0 … T.
  ///
  /// - Complexity: O(T·D).
  public func course(from start: Double, epochs: Int) -> [Double] {
    var layer = layer(ofStrength: start)
    var strengths = [start]
    strengths.reserveCapacity(epochs + 1)
    for _ in 0..<epochs {
      layer = nextLayer(layer)
      strengths.append(strengthOfLayers(layer))
    }
    return strengths
  }

  /// The first state at which the strength is at least half of the target; nil if that is after the limit.
  ///
  /// - Complexity: O(limit·D).
  public func halfRise(from start: Double, within limit: Int) -> Int? {
    firstState(reaching: 0.5, from: start, within: limit)
  }

  /// The first state at which the strength is at least a share of the target; nil if that is after the limit, or if the target
  /// is 0.
  ///
  /// - Complexity: O(limit·D).
  public func firstState(reaching share: Double, from start: Double, within limit: Int) -> Int? {
    guard target > 0 else { return nil }
    var layer = layer(ofStrength: start)
    for epoch in 0...limit {
      if strengthOfLayers(layer) >= share * target { return epoch }
      layer = nextLayer(layer)
    }
    return nil
  }

  /// b = a^(1/D).
  private func layer(ofStrength strength: Double) -> Double {
    depth == 1 ? strength : pow(strength, 1 / Double(depth))
  }

  /// b^D.
  private func strengthOfLayers(_ layer: Double) -> Double { (1..<depth).reduce(layer) { power, _ in power * layer } }

  /// b ← b + ε b^(D−1) (s − b^D).
  private func nextLayer(_ layer: Double) -> Double {
    let others = (1..<depth).reduce(1.0) { power, _ in power * layer }
    return layer + effectiveRate * others * (target - others * layer)
  }
}
