internal import Support

/// Items in an order, such as animals by their size.
///
/// Each feature has a threshold at one of the P + 1 places before, between and behind the items, all equally probable, and a
/// random sign: it holds for what is above (is heavy) or for what is below (fits into a shoe); each item then flips with
/// ``flipProbability``. Two items are parted with probability |i − j|/(P + 1), so that they are alike by
/// 1 − 2|i − j|/(P + 1), times q = (1 − 2·flip)².
///
/// Along the order this falls on a straight line, whose second difference is zero but at i = j. So the eigenvectors are
/// waves, with the eigenvalue (1 − q) + q/((P + 1) sin²(ω/2)) for the wave number ω, and the ends fix ω. Of waves with k
/// changes of sign
///
/// - k even, alike at both ends: v_i = cos(ω(i − (P − 1)/2)), ω = π(k + 1)/(P + 1);
/// - k odd, opposite at both ends: v_i = sin(ω(i − (P − 1)/2)), ω = πk/P, a discrete cosine wave (DCT-II).
///
/// What all share comes first (k = 0), small against large next (k = 1), then the middle against the ends (k = 2), and ever
/// finer waves. Every mode has a strength of its own, about proportional to 1/ω.
///
/// After an idea of Saxe, A. M., McClelland, J. L. & Ganguli, S. (2019), PNAS 116, 11537–11546, doi:10.1073/pnas.1820226116;
/// their models are others, with Gaussian features.
public struct ItemOrdering: FeatureModel {
  /// The names for eight items.
  package static let animalsBySize = ["Flea", "Bee", "Mouse", "Cat", "Sheep", "Horse", "Elephant", "Whale"]

  /// The probability with which an item takes the sign that the threshold does not give it.
  public let flipProbability: Double
  /// The names, in their order.
  public let itemNames: [String]

  /// An order.
  ///
  /// - Parameters:
  ///   - items: P, 8 by default, as many as the tutorial's tree has; at least 2.
  ///   - flipProbability: 0 by default: a pure order. Its first modes are well apart, later ones come in pairs that are less so.
  /// - Throws: ``DatasetError`` for fewer than two items or more than 4,096, and a probability out of range.
  public init(items: Int = 8, flipProbability: Double = 0) throws(DatasetError) {
    try DatasetError.require("items", items, atLeast: 2)
    try DatasetError.requireProbability("flip", flipProbability)
    self.flipProbability = flipProbability
    itemNames = Self.names(Self.animalsBySize, for: try DatasetError.itemCount(groups: items, size: 1))
  }

  /// 1 − 2|i − j|/(P + 1).
  public func likeness(_ first: Int, _ second: Int) -> Double {
    1 - 2 * Double((first - second).magnitude) / Double(itemCount + 1)
  }

  /// Levels "0 sign changes", "1 sign change", …, one mode each.
  public var population: PopulationSpectrum {
    let (count, q) = (Double(itemCount), remainingLikeness)
    return PopulationSpectrum(
      levels: (0..<itemCount).map { changes in
        let angle = changes.isMultiple(of: 2) ? Double(changes + 1) / (count + 1) : Double(changes) / count
        let sine = sin(Double.pi * angle / 2)
        return PopulationSpectrum.Level(
          changes == 1 ? "1 sign change" : "\(changes) sign changes",
          eigenvalue: 1 - q + q / ((count + 1) * sine * sine), multiplicity: 1)
      })
  }

  /// The number of the place, a whole number from 0 to P, and one uniform number for the sign.
  public func drawStructure(into signs: inout [Double], using sampler: inout DataSampler) {
    let threshold = sampler.integer(below: UInt32(itemCount + 1))
    let sign = sampler.sign(negative: 0.5)
    for item in signs.indices { signs[item] = item >= threshold ? sign : -sign }
  }
}
