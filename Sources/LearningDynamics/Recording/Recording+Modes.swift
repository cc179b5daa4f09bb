public import GSL

/// The singular value decomposition of the map that a training approaches.
struct TargetModes: Sendable {
  let decomposition: SingularValueDecomposition
  private let transposedLeft: Matrix

  init(_ map: Matrix) throws(GSLError) {
    decomposition = try SingularValueDecomposition(map)
    transposedLeft = decomposition.left.transposed
  }

  /// u_αᵀ M v_α for all α, of some matrices one after the other.
  ///
  /// - Complexity: O(r·n·min(n, N)) for each.
  func strengths(_ maps: MatrixSeries, _ range: Range<Int>) -> [Double] {
    let (size, columns) = (transposedLeft.rows, maps.columns)
    let right = decomposition.right
    var projected = Matrix(rows: size, columns: columns)
    var strengths: [Double] = []
    strengths.reserveCapacity(range.count * size)
    for index in range {
      projected.setProduct(transposedLeft, maps[index])
      for mode in 0..<size {
        var sum = 0.0
        for column in 0..<columns { sum += projected[mode, column] * right[column, mode] }
        strengths.append(sum)
      }
    }
    return strengths
  }
}

extension Recording {
  /// W* = U S Vᵀ, the map that training approaches, decomposed once.
  func targetModes() throws(GSLError) -> TargetModes {
    try target { () throws(GSLError) in try TargetModes(try targetMap()) }
  }

  /// The strengths a_α(t) = u_αᵀ W_tot(t) v_α along the singular vectors of W*, at each state.
  ///
  /// Sorted singular values exchange their places where they cross; these keep their identity.
  ///
  /// - Complexity: O(T·r·n·min(n, N)) when first asked for.
  public func modeStrengths() throws(GSLError) -> VectorSeries {
    if let course { return course.strengths }
    return try strengths { () throws(GSLError) in
      var series = VectorSeries(length: modeCount)
      series.append(contentsOf: try targetModes().strengths(endToEndMaps, 0..<stateCount))
      return series
    }
  }

  /// The first state at which each mode's strength a_α is at least half of what it is to become, nil where it never is.
  ///
  /// Modes of W* that are negligible (below ``negligibleStrength`` of the first) have nothing to rise to and get nil.
  ///
  /// - Complexity: as ``modeStrengths()``.
  public func halfRiseEpochs() throws(GSLError) -> [Int?] {
    let targets = try targetModes().decomposition.singularValues
    let negligible = Self.negligibleStrength * (targets.first ?? 0)
    let strengths = try modeStrengths()
    return targets.enumerated().map { mode, target in
      target > negligible ? strengths.component(mode).firstIndex { $0 >= target / 2 } : nil
    }
  }

  /// The part of the strongest mode below which a singular value is rounding: far above 2⁻⁵², far below any structure.
  public static let negligibleStrength = 1e-9
}
