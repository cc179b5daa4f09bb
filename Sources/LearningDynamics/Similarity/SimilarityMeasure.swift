public import GSL
internal import Support

/// How similar, or how far apart, the hidden activities of two items are.
///
/// With h_i the activity of item i over the w units of a hidden layer, G_ij = h_i · h_j the entries of H Hᵀ, and
/// s_i = Σ_u h_iu the sums over units:
///
/// - dot: G_ij.
/// - cosine: G_ij / √(G_ii G_jj), from −1 to 1.
/// - correlation (Pearson's, across units): (G_ij − s_i s_j / w) / √((G_ii − s_i²/w)(G_jj − s_j²/w)), from −1 to 1.
/// - euclidean: √(G_ii + G_jj − 2 G_ij), a distance.
///
/// An item without a direction has the value 0 with every item, including itself: for the cosine an item whose activity is 0,
/// for the correlation an item whose units are all equally active. Differences that are only rounding count as 0.
///
/// Kriegeskorte, N., Mur, M. & Bandettini, P. (2008). Front. Syst. Neurosci. 2:4. doi:10.3389/neuro.06.004.2008
public enum SimilarityMeasure: String, CaseIterable, Codable, Hashable, Sendable {
  /// h_i · h_j.
  case dot
  /// The cosine of the angle between h_i and h_j.
  case cosine
  /// Pearson's correlation of h_i and h_j.
  case correlation
  /// |h_i − h_j|.
  case euclidean

  /// Whether large values stand for items that are far apart.
  public var isDistance: Bool { self == .euclidean }

  /// Whether its values are always between −1 and 1.
  public var isNormalized: Bool { self == .cosine || self == .correlation }

  /// The matrix of all pairs of items, P × P: symmetric, finite, and on the diagonal exactly 1 (cosine, correlation; 0 for
  /// an item without a direction) or 0 (euclidean).
  ///
  /// - Parameters:
  ///   - products: H Hᵀ, P × P.
  ///   - sums: the sum of each item's activity over the units.
  ///   - width: w, the number of units, at least 1.
  /// - Complexity: O(P²).
  public func matrix(products: Matrix, sums: [Double], width: Int) -> Matrix {
    precondition(products.rows == products.columns && sums.count == products.rows && width > 0, "shapes must agree")
    switch self {
    case .dot: return products
    case .cosine: return Self.normalized(products, above: products.diagonal.map { _ in 0 })
    case .correlation:
      // The sum G_ii of w squares has a rounding error of about w units in the last place.
      let negligible = products.diagonal.map { Self.rounding(width) * $0 }
      return Self.normalized(Self.centred(products, sums, width), above: negligible)
    case .euclidean: return Self.distances(products, negligible: Self.rounding(width))
    }
  }

  /// The rounding error of a sum of that many squares, relative to the sum.
  private static func rounding(_ width: Int) -> Double { Double(width + 4) * 0x1p-52 }

  /// The products of activities minus their means.
  private static func centred(_ products: Matrix, _ sums: [Double], _ width: Int) -> Matrix {
    var result = products
    for row in sums.indices {
      for column in sums.indices { result[row, column] -= sums[row] * (sums[column] / Double(width)) }
    }
    return result
  }

  private static func normalized(_ products: Matrix, above negligible: [Double]) -> Matrix {
    let scales = zip(products.diagonal, negligible).map { square, least in
      square > least ? 1 / square.squareRoot() : 0
    }
    var result = Matrix(rows: products.rows, columns: products.columns)
    for row in scales.indices where scales[row].isFinite && scales[row] > 0 {
      result[row, row] = 1
      for column in 0..<row where scales[column].isFinite {
        // Divide by one after the other: the product of two small norms may be below the smallest number.
        let value = min(1, max(-1, products[row, column] * scales[row] * scales[column]))
        (result[row, column], result[column, row]) = (value, value)
      }
    }
    return result
  }

  fileprivate static func distances(_ products: Matrix, negligible: Double) -> Matrix {
    let squares = products.diagonal
    var result = Matrix(rows: products.rows, columns: products.columns)
    for row in squares.indices {
      for column in 0..<row {
        let square = squares[row] + squares[column] - 2 * products[row, column]
        let value = square > negligible * (squares[row] + squares[column]) ? square.squareRoot() : 0
        (result[row, column], result[column, row]) = (value, value)
      }
    }
    return result
  }
}

extension Matrix {
  fileprivate var diagonal: [Double] { (0..<rows).map { self[$0, $0] } }
}

extension Recording {
  /// A measure of all pairs of items in a hidden layer at one of the ``keptEpochs``, P × P.
  ///
  /// - Parameters:
  ///   - measure: which.
  ///   - layer: the hidden layer, from 0 at the input side.
  ///   - index: an index into ``keptEpochs``.
  /// - Complexity: O(P²).
  public func similarity(_ measure: SimilarityMeasure, ofLayer layer: Int, at index: Int) -> Matrix {
    measure.matrix(
      products: representationalSimilarities[layer][index], sums: activitySums[layer][index],
      width: plan.hiddenWidths[layer])
  }
  /// The largest distance of two items in a hidden layer once all modes are learned.
  ///
  /// With balanced weights the activity of item i in layer k of D − 1 is Σ_α s_α^{k/D} (x_i · v_α) r_α with orthonormal r_α.
  /// Small initial weights are nearly balanced in the end. Other units need
  /// activity of about the same size for the same responses. If the distances at the last epoch are larger, as from large initial
  /// weights, the largest of these is the result. Distances that are small beside it are not learned yet: those at an early
  /// end of a training may look large beside each other.
  ///
  /// - Parameter layer: the hidden layer, from 0 at the input side.
  /// - Throws: `GSLError` if the modes cannot be computed.
  /// - Complexity: O(P²·r) once the modes are known.
  public func largestLearnedDistance(ofLayer layer: Int) throws(GSLError) -> Double {
    let last = similarity(.euclidean, ofLayer: layer, at: keptEpochs.count - 1).largestMagnitude
    let modes = try learnedModes()
    let power = Double(layer + 1) / Double(plan.hiddenWidths.count + 1)
    var activity = problem.inputs * modes.decomposition.right
    for item in 0..<activity.rows {
      for mode in 0..<activity.columns { activity[item, mode] *= pow(max(0, modes.targets[mode]), power) }
    }
    let learned = SimilarityMeasure.distances(activity * activity.transposed, negligible: 0).largestMagnitude
    return max(learned, last.isFinite ? last : 0)
  }
}
