public import GSL
internal import Support

/// Items on a graph, with Gaussian features that vary smoothly along its edges.
///
/// A feature y has a value for each node. It is a Gaussian Markov random field of mean 0 and covariance (L + I/σ²)⁻¹, where L is the graph's
/// Laplacian: nodes that are joined by an edge of length e attract each other with the weight 1/e. Items are nodes; *hidden* nodes,
/// such as the inner nodes of a tree, are drawn too but have no place in the data. The eigenvectors of the items' covariance are the
/// modes that a network learns.
///
/// After Kemp, C. & Tenenbaum, J. B. (2008). The discovery of structural form. PNAS 105, 10687–10692.
/// doi:10.1073/pnas.0802631105. Rue, H. & Held, L. (2005). Gaussian Markov Random Fields. doi:10.1201/9780203492024
public struct FeatureGraph: Hashable, Sendable {
  /// An edge between two nodes.
  public struct Edge: Hashable, Sendable {
    /// A node: items come first, then hidden nodes.
    public let first: Int
    public let second: Int
    /// e, above 0.
    public let length: Double

    /// An edge; both ends are alike.
    public init(_ first: Int, _ second: Int, length: Double = 1) {
      self.first = first
      self.second = second
      self.length = length
    }
  }

  /// The most nodes: 1,024. The time for their covariance grows with its cube.
  public static let largestNodeCount = 1024

  /// One name for each of the P items.
  public let itemNames: [String]
  /// The number of nodes that are not items.
  public let hiddenCount: Int
  /// Between items and hidden nodes, in any order.
  public let edges: [Edge]
  /// σ: the standard deviation of a node without edges.
  public let deviation: Double
  /// The eigenvalues in closed form, where they are known.
  private let knownPopulation: PopulationSpectrum?

  /// A graph.
  ///
  /// - Parameters:
  ///   - items: one name for each item.
  ///   - hidden: the number of nodes that are not items.
  ///   - edges: between different nodes; two nodes may be joined more than once.
  ///   - deviation: σ, 2 by default, where what all items share is the strongest mode, but not by far.
  /// - Throws: ``DatasetError`` for less than one item, too many nodes, an edge that begins or ends elsewhere or at itself, and a length or
  ///   deviation that is not above 0.
  public init(items: [String], hidden: Int = 0, edges: [Edge], deviation: Double = 2) throws(DatasetError) {
    try self.init(items: items, hidden: hidden, edges: edges, deviation: deviation, known: nil)
  }

  /// - Parameter known: the eigenvalues in closed form, if they are known.
  init(
    items: [String], hidden: Int, edges: [Edge], deviation: Double, known: PopulationSpectrum?
  ) throws(DatasetError) {
    let nodes = items.count + hidden
    try DatasetError.require("items", items.count, atLeast: 1)
    try Self.requireNodes(nodes)
    guard deviation > 0, deviation.isFinite else {
      throw .parameter(name: "sigma", value: deviation, allowed: "a number above 0")
    }
    for edge in edges {
      guard (0..<nodes).contains(edge.first), (0..<nodes).contains(edge.second), edge.first != edge.second else {
        throw .parameter(
          name: "edge", value: Double(edge.first == edge.second ? edge.first : max(edge.first, edge.second)),
          allowed: "between two different nodes of 0 to \(nodes - 1)")
      }
      guard edge.length > 0, edge.length.isFinite else {
        throw .parameter(name: "length", value: edge.length, allowed: "a number above 0")
      }
    }
    itemNames = items
    hiddenCount = hidden
    self.edges = edges
    self.deviation = deviation
    knownPopulation = known
  }

  /// P, the number of items.
  public var itemCount: Int { itemNames.count }

  static func requireNodes(_ count: Int) throws(DatasetError) {
    guard count <= largestNodeCount else {
      throw .parameter(
        name: "the number of nodes", value: Double(count), allowed: "at most \(largestNodeCount.grouped)")
    }
  }
}

extension FeatureGraph {
  /// L + I/σ², for all nodes.
  var precision: Matrix {
    let count = itemCount + hiddenCount
    var precision = Matrix(rows: count, columns: count)
    for node in 0..<count { precision[node, node] = 1 / (deviation * deviation) }
    for edge in edges {
      let weight = 1 / edge.length
      precision[edge.first, edge.first] += weight
      precision[edge.second, edge.second] += weight
      precision[edge.first, edge.second] -= weight
      precision[edge.second, edge.first] -= weight
    }
    return precision
  }

  /// E[y yᵀ] of the items, P × P.
  ///
  /// - Throws: `GSLError` if the precision is not positive definite by rounding: with lengths and σ that differ by fifteen decades.
  /// - Complexity: O(nodes³).
  public func covariance() throws(GSLError) -> Matrix {
    let whole = try CholeskyFactor(precision).inverse()
    return whole.rows(0..<itemCount).columns(0..<itemCount)
  }

  /// The modes of features before any sampling: in closed form for the graphs made by ``ring(_:length:deviation:)`` and the like, else the
  /// eigenvalues of the ``covariance()``, where equal ones (to 1e-9 of the largest) form a level.
  ///
  /// - Throws: as ``covariance()``.
  /// - Complexity: O(nodes³) if they are not known.
  public func populationSpectrum() throws(GSLError) -> PopulationSpectrum {
    if let knownPopulation { return knownPopulation }
    return PopulationSpectrum(eigenvalues: try SymmetricEigendecomposition(covariance()).eigenvalues)
  }

  /// Features sampled independently, P × N.
  ///
  /// For each feature in turn one standard normal number is drawn for each item, z; y = C z with the lower Cholesky factor C of the
  /// ``covariance()``.
  ///
  /// - Throws: as ``covariance()``.
  /// - Complexity: O(nodes³ + P²·N).
  public func sampleFeatures(_ features: Int, using sampler: inout DataSampler) throws(GSLError) -> Matrix {
    let factor = try CholeskyFactor(covariance()).triangle
    var normals = Matrix(rows: itemCount, columns: features)
    normals.withMutableElements { normals in
      for feature in 0..<features {
        for item in 0..<itemCount { normals[item * features + feature] = sampler.standardNormal() }
      }
    }
    return factor * normals
  }
}
