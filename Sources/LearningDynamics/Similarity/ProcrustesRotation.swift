public import GSL

/// The rotation, perhaps with a reflection, that brings one set of points as near to another as it gets: orthogonal
/// Procrustes analysis.
///
/// ```
/// min |X Q − Y|² over QᵀQ = I:   Q = U Vᵀ,  with XᵀY = U S Vᵀ
/// ```
///
/// X and Y are P × k, a row for each point. Nothing is moved or stretched. If X = Y R with an orthogonal R, then X Q = Y, to
/// rounding. Where X or Y leave a direction empty, any Q that differs there is as good.
///
/// Schönemann, P. H. (1966). Psychometrika 31, 1–10. doi:10.1007/BF02289451
public struct ProcrustesRotation: Equatable, Sendable {
  /// Q, k × k, orthogonal.
  public let matrix: Matrix

  /// The best rotation.
  ///
  /// - Parameters:
  ///   - points: X.
  ///   - goal: Y, of the shape of X.
  /// - Throws: `GSLError` for entries that are not finite.
  /// - Complexity: O(Pk² + k³).
  package init(of points: Matrix, towards goal: Matrix) throws(GSLError) {
    precondition(points.rows == goal.rows && points.columns == goal.columns, "shapes must agree")
    let decomposition = try SingularValueDecomposition(points.transposed * goal)
    matrix = decomposition.left * decomposition.right.transposed
  }
}

extension ClassicalScaling {
  /// The items' places at successive states of a training, each turned towards the one after it.
  ///
  /// The last state keeps its own axes; from there it goes back in time. All k dimensions take part in the rotations: with
  /// the first two alone, pictures would jump where the second and the third eigenvalue cross.
  ///
  /// - Parameters:
  ///   - series: H Hᵀ at successive states.
  ///   - dimensions: k; all P − 1 when nil.
  /// - Throws: `GSLError` for entries that are not finite.
  /// - Complexity: that of one scaling and O(Pk² + k³) for each state.
  public static func aligned(
    _ series: some BidirectionalCollection<Matrix>, dimensions: Int? = nil
  ) throws(GSLError) -> [ClassicalScaling] {
    var frames: [ClassicalScaling] = []
    for products in series.reversed() {
      let frame = try ClassicalScaling(products: products, dimensions: dimensions)
      guard let next = frames.last else {
        frames.append(frame)
        continue
      }
      let rotation = try ProcrustesRotation(of: frame.coordinates, towards: next.coordinates)
      frames.append(frame.rotated(by: rotation.matrix))
    }
    return frames.reversed()
  }
}
