/// Items that are grouped in two ways at once: by taxon and by habitat.
///
/// The items form a grid of R rows (taxa) and C columns (habitats). Each feature follows one of the two groupings, the taxa
/// with probability w: every row, or every column, draws its own sign, and each item flips it with ``flipProbability``. The
/// similarity of two items is w if they share their row, 1 − w if they share their column, times q = (1 − 2·flip)². A tree
/// cannot represent this: in a tree one grouping is above the other.
///
/// With J a matrix of ones the covariance is (1 − q)·1 + q·(w·1_R ⊗ J_C + (1 − w)·J_R ⊗ 1_C). Products of patterns over rows
/// and patterns over columns are its eigenvectors, with the eigenvalues
///
/// - (1 − q) + q·(w·C + (1 − w)·R), once: all items;
/// - (1 − q) + q·w·C, R − 1 times: taxa against each other;
/// - (1 − q) + q·(1 − w)·R, C − 1 times: habitats against each other;
/// - 1 − q, (R − 1)·(C − 1) times: single items.
///
/// After an idea of Saxe, A. M., McClelland, J. L. & Ganguli, S. (2019), PNAS 116, 11537–11546, doi:10.1073/pnas.1820226116;
/// their models differ and have Gaussian features.
public struct CrossCuttingGroups: FeatureModel {
  /// Mammals, birds, reptiles and insects, each of the desert, the forest, the water and the house.
  public static let animals = [
    "Camel", "Squirrel", "Whale", "Cat", "Ostrich", "Owl", "Duck", "Hen",
    "Lizard", "Chameleon", "Turtle", "Gecko", "Locust", "Beetle", "Water bug", "Cricket",
  ]

  /// R, the number of rows.
  public let taxa: Int
  /// C, the number of columns.
  public let habitats: Int
  /// w, the probability with which a feature follows the taxa.
  public let taxonShare: Double
  /// The probability with which an item's sign differs from its group's.
  public let flipProbability: Double
  /// The names, row by row.
  public let itemNames: [String]

  /// Items on a grid.
  ///
  /// - Parameters:
  ///   - taxa: R, 4 by default.
  ///   - habitats: C, 4 by default.
  ///   - taxonShare: w, 0.6 by default: taxa are learned first, and habitats in a separate stage. At 0.5 both are learned at
  ///     once if R = C.
  ///   - flipProbability: 0.1 by default, where both are learned before single items.
  /// - Throws: ``DatasetError`` for less than one row or column, a probability out of range, and more than 4,096 items.
  public init(
    taxa: Int = 4, habitats: Int = 4, taxonShare: Double = 0.6, flipProbability: Double = 0.1
  ) throws(DatasetError) {
    try DatasetError.require("taxa", taxa, atLeast: 1)
    try DatasetError.require("habitats", habitats, atLeast: 1)
    try DatasetError.requireProbability("taxon-share", taxonShare)
    try DatasetError.requireProbability("flip", flipProbability)
    let items = try DatasetError.itemCount(groups: taxa, size: habitats)
    self.taxa = taxa
    self.habitats = habitats
    self.taxonShare = taxonShare
    self.flipProbability = flipProbability
    itemNames = Self.names(Self.animals, for: items, if: taxa == 4)
  }

  /// w in one row, 1 − w in one column, 0 elsewhere.
  public func likeness(_ first: Int, _ second: Int) -> Double {
    (first / habitats == second / habitats ? taxonShare : 0)
      + (first % habitats == second % habitats ? 1 - taxonShare : 0)
  }

  /// Levels "all", "taxa", "habitats" and "items".
  public var population: PopulationSpectrum {
    let q = remainingLikeness
    let (byTaxon, byHabitat) = (taxonShare * Double(habitats), (1 - taxonShare) * Double(taxa))
    func level(_ name: String, _ strength: Double, _ multiplicity: Int) -> PopulationSpectrum.Level {
      PopulationSpectrum.Level(name, eigenvalue: 1 - q + q * strength, multiplicity: multiplicity)
    }
    return PopulationSpectrum(levels: [
      level("all", byTaxon + byHabitat, 1), level("taxa", byTaxon, taxa - 1),
      level("habitats", byHabitat, habitats - 1), level("items", 0, (taxa - 1) * (habitats - 1)),
    ])
  }

  /// Draws a uniform number to choose one of the two groupings, then a sign for each of its groups, in order.
  public func drawStructure(into signs: inout [Double], using sampler: inout DataSampler) {
    let followsTaxa = sampler.uniform() < taxonShare
    let groups = (0..<(followsTaxa ? taxa : habitats)).map { _ in sampler.sign(negative: 0.5) }
    for item in signs.indices { signs[item] = groups[followsTaxa ? item / habitats : item % habitats] }
  }
}
