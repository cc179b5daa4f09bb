internal import Support

/// Items on a circle, such as the months of the year.
///
/// Each feature holds for the items on half of the circle: P items are placed at equal distances on a circle of length P, the arc
/// begins at a uniform place, and each item flips its sign with ``flipProbability``. Two items at the distance d ≤ P/2 are
/// separated by an end of the arc with probability 2d/P, so their similarity is 1 − 4d/P, times q = (1 − 2·flip)².
///
/// The covariance is circulant. Its eigenvectors are sines and cosines, v_i = cos(2πki/P) and sin(2πki/P), a pair for each
/// frequency k (one alone for k = 0 and k = P/2), with the eigenvalue (1 − q) + q·f_k. With φ = πk/P,
///
/// - P even: f_k = 4/(P sin²φ) for odd k, 0 for even k: opposite items have opposite signs, and even waves are equal at both;
/// - P odd: f_k = 2/(P(1 − cos φ)) for odd k, 2/(P(1 + cos φ)) for even k.
///
/// Gray, R. M. (2006). Toeplitz and circulant matrices: a review. doi:10.1561/0100000006.
/// After an idea of Saxe, A. M., McClelland, J. L. & Ganguli, S. (2019), PNAS 116, 11537–11546, doi:10.1073/pnas.1820226116;
/// their models are others, with Gaussian features.
public struct ItemRing: FeatureModel {
  /// The names for twelve items.
  public static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The probability with which an item's sign differs from the arc's.
  public let flipProbability: Double
  /// The names, around the circle.
  public let itemNames: [String]

  /// A ring.
  ///
  /// - Parameters:
  ///   - items: P, 12 by default, the months; at least 3.
  ///   - flipProbability: 0.05 by default: enough to distinguish single items in the end, too little to hide the finer waves.
  /// - Throws: ``DatasetError`` for fewer than three items or more than 4,096, and a probability out of range.
  public init(items: Int = 12, flipProbability: Double = 0.05) throws(DatasetError) {
    try DatasetError.require("items", items, atLeast: 3)
    try DatasetError.requireProbability("flip", flipProbability)
    self.flipProbability = flipProbability
    itemNames = Self.names(Self.months, for: try DatasetError.itemCount(groups: items, size: 1))
  }

  /// 1 − 4d/P at the distance d along the shorter way round.
  public func likeness(_ first: Int, _ second: Int) -> Double {
    let way = (first - second).magnitude
    let distance = min(way, UInt(itemCount) - way)
    return 1 - 4 * Double(distance) / Double(itemCount)
  }

  /// Levels "frequency 1", "frequency 2", …; for even P the even frequencies, which are equal, are one level.
  public var population: PopulationSpectrum {
    let (count, q) = (itemCount, remainingLikeness)
    func multiplicity(_ frequency: Int) -> Int { frequency == 0 || 2 * frequency == count ? 1 : 2 }
    let frequencies = Array(0...count / 2)
    let waves = frequencies.filter { !count.isMultiple(of: 2) || !$0.isMultiple(of: 2) }
    var levels = waves.map { frequency in
      PopulationSpectrum.Level(
        "frequency \(frequency)", eigenvalue: 1 - q + q * strength(ofFrequency: frequency),
        multiplicity: multiplicity(frequency))
    }
    if count.isMultiple(of: 2) {
      let others = frequencies.filter { $0.isMultiple(of: 2) }.reduce(0) { $0 + multiplicity($1) }
      levels.append(PopulationSpectrum.Level("even frequencies", eigenvalue: 1 - q, multiplicity: others))
    }
    return PopulationSpectrum(levels: levels)
  }

  /// f_k.
  private func strength(ofFrequency frequency: Int) -> Double {
    let count = Double(itemCount)
    let angle = Double.pi * Double(frequency) / count
    let isOdd = !frequency.isMultiple(of: 2)
    guard !itemCount.isMultiple(of: 2) else {
      let sine = sin(angle)
      return isOdd ? 4 / (count * sine * sine) : 0
    }
    // 1 − cos φ as 2 sin²(φ/2), which loses no digits.
    let half = isOdd ? sin(angle / 2) : cos(angle / 2)
    return 1 / (count * half * half)
  }

  /// Draws a uniform number: the beginning of the arc.
  public func drawStructure(into signs: inout [Double], using sampler: inout DataSampler) {
    let count = Double(itemCount)
    let start = count * sampler.uniform()
    for item in signs.indices {
      let ahead = Double(item) - start
      signs[item] = (ahead < 0 ? ahead + count : ahead) < count / 2 ? 1 : -1
    }
  }
}

/// Items in an order, such as animals by their size.
///
/// Each feature has a threshold at one of the P + 1 places before, between and after the items, all equally probable, and a
/// random sign: it holds for the items above (is heavy) or for those below (fits into a shoe); each item then flips with
/// ``flipProbability``. Two items are separated with probability |i − j|/(P + 1), so their similarity is
/// 1 − 2|i − j|/(P + 1), times q = (1 − 2·flip)².
///
/// Along the order this is linear, so its second difference is zero except at i = j. So the eigenvectors are waves, with the
/// eigenvalue (1 − q) + q/((P + 1) sin²(ω/2)) for the wave number ω, and the ends determine ω. The waves with k changes of
/// sign are
///
/// - k even, equal at both ends: v_i = cos(ω(i − (P − 1)/2)), ω = π(k + 1)/(P + 1);
/// - k odd, opposite at both ends: v_i = sin(ω(i − (P − 1)/2)), ω = πk/P, a discrete cosine wave (DCT-II).
///
/// The first mode is shared by all items (k = 0), the next is small against large (k = 1), then the middle against the ends
/// (k = 2), and then finer waves. All modes differ in strength, which is about proportional to 1/ω.
///
/// After an idea of Saxe, A. M., McClelland, J. L. & Ganguli, S. (2019), PNAS 116, 11537–11546, doi:10.1073/pnas.1820226116;
/// their models are others, with Gaussian features.
public struct ItemOrdering: FeatureModel {
  /// The names for eight items.
  package static let animalsBySize = ["Flea", "Bee", "Mouse", "Cat", "Sheep", "Horse", "Elephant", "Whale"]

  /// The probability with which an item's sign differs from the threshold's.
  public let flipProbability: Double
  /// The names, in their order.
  public let itemNames: [String]

  /// An order.
  ///
  /// - Parameters:
  ///   - items: P, 8 by default, as many as the tutorial's tree has; at least 2.
  ///   - flipProbability: 0 by default: a pure order. Its first modes are well separated, later ones form closer pairs.
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

  /// Draws the place, a whole number from 0 to P, and a uniform number for the sign.
  public func drawStructure(into signs: inout [Double], using sampler: inout DataSampler) {
    let threshold = sampler.integer(below: UInt32(itemCount + 1))
    let sign = sampler.sign(negative: 0.5)
    for item in signs.indices { signs[item] = item >= threshold ? sign : -sign }
  }
}
