public import GSL
internal import Support

/// The modes of features before any sampling: the eigenvalues of their covariance over the items.
///
/// Let y be one feature, a value for each of P items. E[y yᵀ] = Σ_l λ_l Π_l, with Π_l the projection onto the patterns of
/// level l, a space of as many dimensions as the level's multiplicity. For N features the expected YYᵀ is N times that, so
/// the modes of level l have the singular value s_l = √(N·λ_l). Sampling changes them a little, and splits those of one
/// level: compare by level, not mode by mode.
///
/// Saxe, A. M., McClelland, J. L. & Ganguli, S. (2019). PNAS 116, 11537–11546. doi:10.1073/pnas.1820226116
public struct PopulationSpectrum: Codable, Hashable, Sendable {
  /// Modes of equal strength.
  public struct Level: Codable, Hashable, Sendable {
    /// The level's name, one or two words: "level 1".
    public let name: String
    /// λ, an eigenvalue of E[y yᵀ]; not negative.
    public let eigenvalue: Double
    /// The number of modes; at least 1.
    public let multiplicity: Int

    public init(_ name: String, eigenvalue: Double, multiplicity: Int) {
      self.name = name
      self.eigenvalue = eigenvalue
      self.multiplicity = multiplicity
    }

    /// s = √(N·λ), the singular value of the level's modes for N features.
    public func singularValue(features: Int) -> Double { (Double(features) * max(0, eigenvalue)).squareRoot() }
  }

  /// The levels, the strongest first.
  public let levels: [Level]

  /// A spectrum of levels given in any order; equal ones keep their order, and levels without modes are left out.
  public init(levels: [Level]) {
    self.levels = levels.filter { $0.multiplicity > 0 }.enumerated().sorted {
      (-$0.element.eigenvalue, $0.offset) < (-$1.element.eigenvalue, $1.offset)
    }.map(\.element)
  }

  /// The spectrum of eigenvalues, descending. Equal ones (to 1e-9 of the largest) are one level, named after its modes.
  init(eigenvalues values: [Double]) {
    let equal = values.runs { $0 - $1 <= 1e-9 * values[0] }
    self.init(
      levels: equal.map { level in
        let modes = level.startIndex...level.endIndex - 1
        return Level(modes.modesText, eigenvalue: max(0, values[level.startIndex]), multiplicity: level.count)
      })
  }

  /// Σ λ·multiplicity, the trace of E[y yᵀ]: P for features of −1 and +1.
  public var trace: Double { levels.reduce(0) { $0 + $1.eigenvalue * Double($1.multiplicity) } }

  /// The loss after a level and all stronger ones are learned, for each level: the remaining variance, as a mean over the P·N
  /// entries.
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
  /// "mode 2", "modes 3–4": indices of modes as text, counted from 1.
  public var modesText: String {
    count == 1 ? "mode \(lowerBound + 1)" : "modes \(lowerBound + 1)–\(upperBound + 1)"
  }
}

extension DiffusionTree {
  /// E[y yᵀ], P × P: the expected product of a feature's values at two items, the product of 1 − 2p over the branches between them.
  ///
  /// Each branch keeps or flips the sign, with mean 1 − 2p, independently of the others.
  ///
  /// - Complexity: O(P²·levels).
  public var covariance: Matrix {
    let paths = leaves.map(path)
    var covariance = Matrix(rows: leafCount, columns: leafCount)
    for (row, path) in paths.enumerated() {
      for (column, other) in paths.enumerated() {
        let shared = zip(path, other).prefix { $0 == $1 }.count
        var product = 1.0
        for levels in [shared..<path.count, shared..<other.count] {
          for level in levels { product *= 1 - 2 * flipProbabilities[level - 1] }
        }
        covariance[row, column] = product
      }
    }
    return covariance
  }

  /// The nodes from the root to a node, including both.
  public func path(to node: Int) -> [Int] {
    var path = [node]
    while let last = path.last, let parent = parent(of: last) { path.append(parent) }
    return path.reversed()
  }

  /// The ancestor of a node on a level; the node itself if it is not below that level.
  ///
  /// - Parameters:
  ///   - node: the node.
  ///   - level: at least 0, which is the root's.
  public func ancestor(of node: Int, onLevel level: Int) -> Int {
    let path = path(to: node)
    return path[min(level, path.count - 1)]
  }

  /// The modes of features on the tree before any sampling.
  ///
  /// In a tree whose nodes have equally many children level by level, and all its items on the last of T levels, the
  /// patterns of level l (constant below each node of level l, with sum zero below each node of level l − 1) have
  ///
  /// λ_l = Σ_(k≥l) n_k (q_k − q_(k−1)),   q_k = Π_(j>k) (1 − 2p_j)²,   q_(−1) = 0
  ///
  /// with n_k the items below a node of level k. Their number is the number of nodes on level l minus that on level l − 1. For
  /// other trees the eigenvalues of the ``covariance`` are computed, and equal ones (to 1e-9 of the largest) form a level.
  ///
  /// Saxe, A. M., McClelland, J. L. & Ganguli, S. (2019). PNAS 116, 11537–11546. doi:10.1073/pnas.1820226116
  ///
  /// - Throws: `GSLError` if the eigenvalues cannot be computed.
  /// - Complexity: O(nodes) in the first case, O(P³) in the second.
  public func populationSpectrum() throws(GSLError) -> PopulationSpectrum {
    if let spectrum = evenSpectrum { return spectrum }
    return PopulationSpectrum(eigenvalues: try SymmetricEigendecomposition(covariance).eigenvalues)
  }

  /// The number of nodes on each level, if all nodes of a level have equally many children and all items are on the last level;
  /// nil for other trees.
  var evenLevels: [Int]? {
    guard leaves.allSatisfy({ level(of: $0) == levels }) else { return nil }
    var nodesOnLevel = [Int](repeating: 0, count: levels + 1)
    var children = [Int](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount {
      nodesOnLevel[level(of: node)] += 1
      if let parent = parent(of: node) { children[parent] += 1 }
    }
    for node in 0..<nodeCount where level(of: node) < levels {
      guard children[node] * nodesOnLevel[level(of: node)] == nodesOnLevel[level(of: node) + 1] else { return nil }
    }
    return nodesOnLevel
  }

  /// The closed form; nil for a tree that is not even.
  private var evenSpectrum: PopulationSpectrum? {
    guard let nodesOnLevel = evenLevels else { return nil }
    var power = 1.0
    var shared = [Double](repeating: 1, count: levels + 1)
    for level in stride(from: levels - 1, through: 0, by: -1) {
      let correlation = 1 - 2 * flipProbabilities[level]
      power *= correlation * correlation
      shared[level] = power
    }
    var (eigenvalue, found) = (0.0, [PopulationSpectrum.Level]())
    for level in stride(from: levels, through: 0, by: -1) {
      let step = shared[level] - (level > 0 ? shared[level - 1] : 0)
      eigenvalue += Double(leafCount / nodesOnLevel[level]) * step
      let more = nodesOnLevel[level] - (level > 0 ? nodesOnLevel[level - 1] : 0)
      found.append(PopulationSpectrum.Level("level \(level)", eigenvalue: eigenvalue, multiplicity: more))
    }
    // If eigenvalues are equal, the level nearer to the root comes first.
    return PopulationSpectrum(levels: found.reversed())
  }
}
