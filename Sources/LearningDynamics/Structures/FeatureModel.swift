public import GSL

/// A structure of items from which features are sampled, each independently of the others.
///
/// A feature y has a value y_i, −1 or +1, for each of P items. The similarity of two items is E[y_i y_j]; the eigenvectors of
/// this P × P ``covariance`` are the modes that a network learns, the strongest first. For every model here the eigenvalues
/// are known in closed form (``population``).
///
/// After an idea of Saxe, A. M., McClelland, J. L. & Ganguli, S. (2019), PNAS 116, 11537–11546, doi:10.1073/pnas.1820226116;
/// their models differ and have Gaussian features.
public protocol FeatureModel: Hashable, Sendable {
  /// One name for each of the P items.
  var itemNames: [String] { get }
  /// The probability with which an item's sign differs from the structure's, from 0 to 1.
  var flipProbability: Double { get }
  /// E[y_i y_j] for two different items without flips.
  func likeness(_ first: Int, _ second: Int) -> Double
  /// The eigenvalues of the ``covariance`` with their multiplicities, in closed form.
  var population: PopulationSpectrum { get }
  /// Draws a feature from the structure, a sign for each item, without flips.
  ///
  /// - Parameters:
  ///   - signs: memory for P values.
  ///   - sampler: the random numbers.
  func drawStructure(into signs: inout [Double], using sampler: inout DataSampler)
}

extension FeatureModel {
  /// P.
  public var itemCount: Int { itemNames.count }

  /// q = (1 − 2·flip)², the factor by which flips reduce the similarity of two items: 1 without flips, 0 for random signs.
  package var remainingLikeness: Double { (1 - 2 * flipProbability) * (1 - 2 * flipProbability) }

  /// E[y yᵀ], P × P: 1 on the diagonal, else q·``likeness(_:_:)``.
  ///
  /// - Complexity: O(P²).
  public var covariance: Matrix {
    let remaining = remainingLikeness
    return Matrix(
      (0..<itemCount).map { row in
        (0..<itemCount).map { column in row == column ? 1 : remaining * likeness(row, column) }
      })
  }

  /// Features sampled independently, P × N, each entry −1 or +1.
  ///
  /// For each feature in turn the structure is drawn, then one uniform number for each item in order: the item's sign is
  /// kept if that is above ``flipProbability``.
  ///
  /// - Parameters:
  ///   - features: N, at least 1.
  ///   - sampler: the random numbers.
  /// - Complexity: O(P·N).
  public func sampleFeatures(_ features: Int, using sampler: inout DataSampler) -> Matrix {
    let items = itemCount
    var targets = [Double](repeating: 0, count: items * features)
    var signs = [Double](repeating: 1, count: items)
    for feature in 0..<features {
      drawStructure(into: &signs, using: &sampler)
      for item in 0..<items {
        targets[item * features + feature] = sampler.sign(negative: flipProbability) * signs[item]
      }
    }
    return Matrix(rows: items, columns: features, elements: targets)
  }

  /// The chosen names if there are as many as items, else item-1, item-2, …
  static func names(_ chosen: [String], for count: Int, if fits: Bool = true) -> [String] {
    fits && count == chosen.count ? chosen : (1...count).map { "item-\($0)" }
  }
}

extension DataSampler {
  /// A sign: −1 with a probability, else +1. Takes one uniform number.
  mutating func sign(negative probability: Double) -> Double { uniform() > probability ? 1 : -1 }
}
