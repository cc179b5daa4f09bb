/// Unrelated groups of items.
///
/// For each feature every cluster draws its own sign, −1 with probability ½, and each item flips it with
/// ``flipProbability``. The similarity of items in one cluster is q = (1 − 2·flip)², that of items in different clusters is
/// 0. With k clusters of m items the covariance has the eigenvalues
///
/// - 1 + (m − 1)·q, k times: one pattern for each cluster. They are equal, so any mixture of clusters is a mode too.
/// - 1 − q, k·(m − 1) times: differences between a cluster's items.
///
/// Unlike in a tree, no pattern is shared by all items.
///
/// After an idea of Saxe, A. M., McClelland, J. L. & Ganguli, S. (2019), PNAS 116, 11537–11546, doi:10.1073/pnas.1820226116;
/// their models differ and have Gaussian features.
public struct UnrelatedClusters: FeatureModel {
  /// Tools, fruit and vehicles: used for three clusters of four.
  package static let everydayThings = [
    "Hammer", "Saw", "Drill", "Pliers", "Apple", "Pear", "Cherry", "Plum", "Car", "Bus", "Train", "Bicycle",
  ]

  /// k, the number of clusters.
  public let clusters: Int
  /// m, the number of items in each.
  public let members: Int
  /// The probability with which an item's sign differs from its cluster's.
  public let flipProbability: Double
  /// The names, cluster by cluster.
  public let itemNames: [String]

  /// Clusters of one size.
  ///
  /// - Parameters:
  ///   - clusters: 3 by default, the smallest number that shows that none of them comes first.
  ///   - members: 4 by default.
  ///   - flipProbability: 0.1 by default, where clusters are learned long before single items.
  /// - Throws: ``DatasetError`` for less than one cluster or member, a probability out of range, and more than 4,096 items.
  public init(clusters: Int = 3, members: Int = 4, flipProbability: Double = 0.1) throws(DatasetError) {
    try DatasetError.require("clusters", clusters, atLeast: 1)
    try DatasetError.require("members", members, atLeast: 1)
    try DatasetError.requireProbability("flip", flipProbability)
    let items = try DatasetError.itemCount(groups: clusters, size: members)
    self.clusters = clusters
    self.members = members
    self.flipProbability = flipProbability
    itemNames = Self.names(Self.everydayThings, for: items, if: members == 4)
  }

  /// 1 within a cluster, 0 between two.
  public func likeness(_ first: Int, _ second: Int) -> Double { first / members == second / members ? 1 : 0 }

  /// Levels "clusters" and "items".
  public var population: PopulationSpectrum {
    let q = remainingLikeness
    return PopulationSpectrum(levels: [
      PopulationSpectrum.Level("clusters", eigenvalue: 1 + Double(members - 1) * q, multiplicity: clusters),
      PopulationSpectrum.Level("items", eigenvalue: 1 - q, multiplicity: clusters * (members - 1)),
    ])
  }

  /// A sign for each cluster, in order.
  public func drawStructure(into signs: inout [Double], using sampler: inout DataSampler) {
    for cluster in 0..<clusters {
      let sign = sampler.sign(negative: 0.5)
      for member in 0..<members { signs[cluster * members + member] = sign }
    }
  }
}
