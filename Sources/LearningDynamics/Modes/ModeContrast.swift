public import GSL

/// Which inputs a mode tells apart, read off its right singular vector.
public struct ModeContrast: Codable, Hashable, Sendable {
  /// What the mode's strength is to become: its singular value in the map to be learned, for one-hot inputs.
  public let target: Double
  /// Names on the one side; the side of the first name listed.
  public let oneSide: [String]
  /// Names on the other side; empty for a mode that all share.
  public let otherSide: [String]

  /// Entries of the vector below this part of its largest are left out: they hardly take part. Of eight items that
  /// take part alike each has 1; 0.3 keeps those with a tenth of that weight (0.3²) or more.
  public static let participation = 0.3

  /// What a right singular vector tells apart.
  ///
  /// - Parameters:
  ///   - target: the mode's singular value.
  ///   - vector: v, one entry for each input.
  ///   - names: one name for each input.
  package init(target: Double, vector: [Double], names: [String]) {
    self.target = target
    let threshold = Self.participation * (vector.map(\.magnitude).max() ?? 0)
    let taking = vector.indices.filter { vector[$0].magnitude >= threshold && vector[$0] != 0 }
    let isPositiveFirst = taking.first.map { vector[$0] > 0 } ?? true
    oneSide = taking.filter { (vector[$0] > 0) == isPositiveFirst }.map { names[$0] }
    otherSide = taking.filter { (vector[$0] > 0) != isPositiveFirst }.map { names[$0] }
  }

  /// "Goldfish, Tuna against Robin, Canary", or "all together".
  public func description(of total: Int) -> String { description(of: total, naming: { $0 }) }

  /// The same in a line: "Goldfish, Tuna, … against Rose, Daisy, …".
  public func shortDescription(of total: Int) -> String {
    description(of: total) { names in
      let short = names.map { $0.count > Self.longestName ? $0.prefix(Self.longestName - 1) + "…" : $0 }
      return short.count <= 3 ? short : short.prefix(2) + ["…"]
    }
  }

  /// In a line, a longer name is cut.
  private static let longestName = 16

  private func description(of total: Int, naming: ([String]) -> [String]) -> String {
    if oneSide.isEmpty { return "nothing" }
    let one = oneSide.count == total ? "all together" : naming(oneSide).joined(separator: ", ")
    return otherSide.isEmpty ? one : "\(one) against \(naming(otherSide).joined(separator: ", "))"
  }
}

extension Recording {
  /// What each mode of the map to be learned tells apart, the strongest first.
  ///
  /// The modes are those of Σ_yx, which orders learning, and not of W_tot at some state: they keep their identity.
  ///
  /// - Parameter names: one name for each input.
  public func modeContrasts(names: [String]) throws(GSLError) -> [ModeContrast] {
    let modes = try targetModes()
    return modes.targets.enumerated().map { mode, value in
      ModeContrast(target: value, vector: modes.decomposition.right.column(mode), names: names)
    }
  }
}
