public import GSL

/// The modes of a dataset's regression map: W* = U S Vᵀ, N × n; for one-hot inputs Yᵀ = U S Vᵀ.
///
/// - A row of Vᵀ, an *object analyzer* (over the n inputs), gives the items that a mode distinguishes.
/// - A row of Uᵀ, a *feature synthesizer* (over the N features), gives its features.
/// - s is its strength, and s²/Σs² the share of the squares Σ W*² that it explains.
///
/// So W* = Σ_α s_α u_α v_αᵀ. Each mode is learned as a whole, strong modes first.
///
/// *Signs.* A pair of singular vectors is determined up to a common sign. Here the first input that takes part in a mode
/// (``ModeContrast/participation``) has a positive entry in v.
///
/// Saxe, A. M., McClelland, J. L. & Ganguli, S. (2019). PNAS 116, 11537–11546. doi:10.1073/pnas.1820226116
public struct InputOutputModes: Equatable, Sendable {
  /// S, descending, without negligible values (see ``ModeThreshold``): as many as the rank of the map.
  public let singularValues: [Double]
  /// The number of missing modes: min(n, N) minus the rank.
  public let negligibleCount: Int
  /// The first rows of Vᵀ, k × n.
  public let objectAnalyzers: Matrix
  /// The first rows of Uᵀ, k × N.
  public let featureSynthesizers: Matrix

  /// s_α²/Σs² of each mode.
  public var sharesOfVariance: [Double] {
    // Divide by the largest first, so that no square overflows.
    let squares = singularValues.map { ($0 / singularValues[0]) * ($0 / singularValues[0]) }
    let total = squares.reduce(0, +)
    return squares.map { $0 / total }
  }

  /// The modes of a map.
  ///
  /// - Parameters:
  ///   - transposedMap: W*ᵀ, n × N, a row for each input.
  ///   - count: k, the largest number of vectors.
  /// - Throws: `GSLError` for entries that are not finite.
  /// - Complexity: O(N·n·(n + k) + n³) in time. For a tall map only the triangle is decomposed, and uᵀ = vᵀW*ᵀ/s: a mode of
  ///   strength s is then exact to about 1e-16·s₁/s.
  public init(transposedMap: Matrix, atMost count: Int = .max) throws(GSLError) {
    let isTall = transposedMap.columns > transposedMap.rows
    let decomposition = try SingularValueDecomposition(
      isTall ? TriangularFactor(ofTransposed: transposedMap).triangle : transposedMap.transposed)
    let values = decomposition.singularValues
    let rank = ModeThreshold.rank(of: values)
    singularValues = Array(values.prefix(rank))
    negligibleCount = values.count - rank
    let shown = min(count, rank)
    var analyzers = decomposition.right.columns(0..<shown).transposed
    var synthesizers = Matrix(rows: shown, columns: transposedMap.columns)
    if isTall {
      synthesizers.setProduct(analyzers, transposedMap)
    } else {
      synthesizers = decomposition.left.columns(0..<shown).transposed
    }
    for mode in 0..<shown {
      let sign = Self.sign(of: analyzers.row(mode))
      analyzers.scale(row: mode, by: sign)
      synthesizers.scale(row: mode, by: isTall ? sign / singularValues[mode] : sign)
    }
    objectAnalyzers = analyzers
    featureSynthesizers = synthesizers
  }

  /// The sign that makes the first entry that takes part positive.
  private static func sign(of vector: [Double]) -> Double {
    let threshold = ModeContrast.participation * (vector.map(\.magnitude).max() ?? 0)
    return (vector.first { $0.magnitude >= threshold } ?? 1) < 0 ? -1 : 1
  }

  /// The items that each mode with a vector distinguishes.
  ///
  /// - Parameter names: one name for each input.
  public func contrasts(names: [String]) -> [ModeContrast] {
    (0..<objectAnalyzers.rows).map {
      ModeContrast(target: singularValues[$0], vector: objectAnalyzers.row($0), names: names)
    }
  }
}

extension Matrix {
  fileprivate mutating func scale(row: Int, by factor: Double) {
    let range = row * columns..<(row + 1) * columns
    withMutableElements { entries in
      for index in range { entries[index] *= factor }
    }
  }
}

extension Dataset {
  /// W*ᵀ, n × N: the map that training approaches, W* = Yᵀ F X (XᵀFX)⁺, with a row for each input; for one-hot inputs Y,
  /// without the rows of items that are never shown.
  ///
  /// - Throws: `GSLError` when the regression fails.
  public func transposedTargetMap() throws(GSLError) -> Matrix { try itemInputs.fit(targets) }
}

/// The inputs that a mode distinguishes, from its right singular vector.
public struct ModeContrast: Codable, Hashable, Sendable {
  /// The target of the mode's strength: for one-hot inputs its singular value in the regression map.
  public let target: Double
  /// Names on one side, the side of the first name.
  public let oneSide: [String]
  /// Names on the other side; empty for a mode that all share.
  public let otherSide: [String]

  /// Entries of the vector below this fraction of its largest are left out, because they hardly take part. 0.3 keeps entries
  /// with about a tenth (0.3²) of the largest weight or more.
  public static let participation = 0.3

  /// The inputs that a right singular vector distinguishes.
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

  /// In the short form, longer names are cut.
  private static let longestName = 16

  private func description(of total: Int, naming: ([String]) -> [String]) -> String {
    if oneSide.isEmpty { return "nothing" }
    let one = oneSide.count == total ? "all together" : naming(oneSide).joined(separator: ", ")
    return otherSide.isEmpty ? one : "\(one) against \(naming(otherSide).joined(separator: ", "))"
  }
}

extension Recording {
  /// The inputs that each mode distinguishes, the strongest first.
  ///
  /// These are the modes of the input–output correlation Σ_yx, which determines the order of learning. Unlike the modes of
  /// W_tot at a state, they keep their identity.
  ///
  /// - Parameter names: one name for each input, or for each item where inputs are white: ``Dataset/contrastNames``.
  public func modeContrasts(names: [String]) throws(GSLError) -> [ModeContrast] {
    let modes = try learnedModes()
    let (inputs, right) = (problem.itemInputs, modes.decomposition.right)
    let vectors = inputs.strength == nil || inputs.isOneHot ? right : inputs.matrix * right
    return modes.targets.enumerated().map { mode, value in
      ModeContrast(target: value, vector: vectors.column(mode), names: names)
    }
  }
}
