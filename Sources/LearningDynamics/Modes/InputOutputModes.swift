public import GSL

/// The modes of the map that a dataset asks for: W* = U S Vᵀ, N × n; for one-hot inputs Yᵀ = U S Vᵀ.
///
/// - A row of Vᵀ, an *object analyzer* (over the n inputs), says which items a mode tells apart.
/// - A row of Uᵀ, a *feature synthesizer* (over the N features), says which features it carries.
/// - s says how strong it is, and s²/Σs² which share of the squares Σ W*² it explains.
///
/// So W* = Σ_α s_α u_α v_αᵀ, and each mode is learned as a whole: strong ones first.
///
/// *Signs.* A singular vector pair is determined up to a common sign. Here the first input that takes part in a mode
/// (``ModeContrast/participation``) has a positive entry in v.
///
/// Saxe, A. M., McClelland, J. L. & Ganguli, S. (2019). PNAS 116, 11537–11546. doi:10.1073/pnas.1820226116
public struct InputOutputModes: Equatable, Sendable {
  /// S, descending, those that are not negligible (see ``ModeThreshold``): as many as the
  /// map has ranks.
  public let singularValues: [Double]
  /// How many modes the map could have beyond its rank, min(n, N) less the rank.
  public let negligibleCount: Int
  /// The first rows of Vᵀ, k × n.
  public let objectAnalyzers: Matrix
  /// The first rows of Uᵀ, k × N.
  public let featureSynthesizers: Matrix

  /// s_α²/Σs² of each mode.
  public var sharesOfVariance: [Double] {
    // Divided by the largest first, so that no square overflows.
    let squares = singularValues.map { ($0 / singularValues[0]) * ($0 / singularValues[0]) }
    let total = squares.reduce(0, +)
    return squares.map { $0 / total }
  }

  /// The modes of a map.
  ///
  /// - Parameters:
  ///   - transposedMap: W*ᵀ, n × N, a row for each input.
  ///   - count: k, how many vectors are wanted at most.
  /// - Throws: `GSLError` for entries that are not finite.
  /// - Complexity: O(N·n·(n + k) + n³) in time. Of a tall map only the triangle is decomposed, and uᵀ = vᵀW*ᵀ/s: a mode of
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

  /// What makes the first entry that takes part positive.
  private static func sign(of vector: [Double]) -> Double {
    let threshold = ModeContrast.participation * (vector.map(\.magnitude).max() ?? 0)
    return (vector.first { $0.magnitude >= threshold } ?? 1) < 0 ? -1 : 1
  }

  /// What each mode with a vector tells apart.
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
    elements.withUnsafeMutableBufferPointer { entries in
      for index in range { entries[index] *= factor }
    }
  }
}

extension Dataset {
  /// W*ᵀ, n × N: the map that training approaches, W* = Yᵀ X (XᵀX)⁺, with a row for each input; for one-hot inputs Y.
  ///
  /// - Throws: `GSLError` when the regression fails.
  public func transposedTargetMap() throws(GSLError) -> Matrix {
    isOneHot ? targets : try LeastSquares(design: inputs, targets: targets).solution
  }
}

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
