public import GSL

/// A basis of the span of the targets alone, for a start that lies within it.
///
/// With Yᵀ = Q R, N × P, a training whose last layer starts in the span of Yᵀ never leaves it, and gives on the columns of R
/// the same losses, singular values and hidden activity: P outputs instead of N. Q is never formed.
public struct TargetBasis: Equatable, Sendable {
  /// R, P × P: the coordinates of Yᵀ.
  public let triangle: Matrix
  private let targets: Matrix

  /// N.
  var featureCount: Int { targets.columns }

  /// The basis of a dataset's targets.
  ///
  /// - Complexity: O(N·P²) in time, P² in memory.
  init(of dataset: Dataset) {
    targets = dataset.targets
    triangle = TriangularFactor(ofTransposed: targets).triangle
  }

  /// Row f of Q, P numbers: the solution of Rᵀq = row f of Yᵀ; where R is singular the shortest.
  ///
  /// - Complexity: O(P²), O(P³) where R is singular.
  public func row(ofFeature feature: Int) throws(GSLError) -> [Double] {
    try TriangularSystem(triangle).solveTransposed(targets.column(feature))
  }

  /// Q times a matrix of P rows, N rows: Yᵀ R⁻¹ times it.
  ///
  /// - Complexity: O(N·P·c) for c columns.
  public func expand(_ outputs: Matrix) throws(GSLError) -> Matrix {
    let coefficients = try TriangularSystem(triangle).solve(outputs)
    var product = Matrix(rows: targets.columns, columns: outputs.columns)
    product.setProduct(targets.transposedFactor, coefficients)
    return product
  }
}
