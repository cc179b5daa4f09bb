/// The modes of sampled features before any sampling: what their covariance over the items has for eigenvalues.
///
/// Let y be one feature, a value for each of P items. E[y yᵀ] = Σ_l λ_l Π_l, with Π_l the projection onto the patterns of
/// level l, a space of as many dimensions as the level's multiplicity. Of N features the expected YYᵀ is N times that, so
/// that the modes of level l have the singular value s_l = √(N·λ_l). Sampling moves them a little, and splits those of one
/// level: compare by level, not mode by mode.
///
/// Saxe, A. M., McClelland, J. L. & Ganguli, S. (2019). PNAS 116, 11537–11546. doi:10.1073/pnas.1820226116
public struct PopulationSpectrum: Codable, Hashable, Sendable {
  /// Modes of one strength.
  public struct Level: Codable, Hashable, Sendable {
    /// What the level tells apart, in a word or two: "level 1".
    public let name: String
    /// λ, an eigenvalue of E[y yᵀ]; not negative.
    public let eigenvalue: Double
    /// The number of modes; at least 1.
    public let multiplicity: Int

    /// A level.
    public init(_ name: String, eigenvalue: Double, multiplicity: Int) {
      self.name = name
      self.eigenvalue = eigenvalue
      self.multiplicity = multiplicity
    }

    /// s = √(N·λ), the singular value that the level's modes have among so many features.
    public func singularValue(features: Int) -> Double { (Double(features) * max(0, eigenvalue)).squareRoot() }
  }

  /// The levels, the strongest first.
  public let levels: [Level]

  /// A spectrum of levels in any order, equal ones as given; those without modes are left out.
  public init(levels: [Level]) {
    self.levels = levels.filter { $0.multiplicity > 0 }.enumerated().sorted {
      (-$0.element.eigenvalue, $0.offset) < (-$1.element.eigenvalue, $1.offset)
    }.map(\.element)
  }

  /// Σ λ·multiplicity, the trace of E[y yᵀ]: P for features of −1 and +1.
  public var trace: Double { levels.reduce(0) { $0 + $1.eigenvalue * Double($1.multiplicity) } }

  /// The loss once a level and all stronger ones are learned, for each level: what is left of the variance, as a mean over
  /// the P·N entries.
  public var lossPlateaus: [Double] {
    let items = Double(levels.reduce(0) { $0 + $1.multiplicity })
    var left = trace
    return levels.map { level in
      left -= level.eigenvalue * Double(level.multiplicity)
      return max(0, left / items)
    }
  }

  /// For each mode in the order of size, the index of its level; for the modes of a sample in the same order.
  package var levelOfMode: [Int] {
    levels.enumerated().flatMap { index, level in Array(repeating: index, count: level.multiplicity) }
  }
}

extension ClosedRange<Int> {
  /// "mode 2", "modes 3–4": indices of modes, told as modes counted from 1.
  public var modesText: String {
    count == 1 ? "mode \(lowerBound + 1)" : "modes \(lowerBound + 1)–\(upperBound + 1)"
  }
}
