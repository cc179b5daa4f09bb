public import GSL

/// The coordinates in which a network's outputs are trained: the N features themselves, or fewer.
///
/// Gradient descent never leaves the span of the targets and of the initial last layer. With an orthonormal basis Q
/// (N × r) of the columns of [Yᵀ, W_L(0)] = Q R, training on QᵀYᵀ and QᵀW_L(0), which are the columns of R, gives the
/// same losses, singular values and hidden activity; a prediction of feature f is row f of Q times the reduced output.
/// Nothing is approximated.
public enum OutputBasis: Equatable, Sendable {
  /// Every feature is its own coordinate.
  case features(count: Int)
  /// Q of a decomposition of [Yᵀ, W_L(0)].
  case span(QRDecomposition)

  /// r, the number of coordinates.
  public var count: Int {
    switch self {
    case .features(let count): count
    case .span(let decomposition): decomposition.columns
    }
  }

  /// The row of Q for a feature, r numbers.
  ///
  /// - Complexity: O(N·r).
  public func row(ofFeature feature: Int) throws(GSLError) -> [Double] {
    switch self {
    case .features(let count):
      var unit = [Double](repeating: 0, count: count)
      unit[feature] = 1
      return unit
    case .span(let decomposition):
      return try decomposition.thinRow(feature)
    }
  }

  /// Q times a matrix with r rows: the same outputs by feature, N rows.
  public func expand(_ outputs: Matrix) throws(GSLError) -> Matrix {
    switch self {
    case .features: outputs
    case .span(let decomposition): try decomposition.thinProduct(outputs)
    }
  }
}
