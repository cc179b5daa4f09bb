internal import CGSL

/// The lower triangle L of a symmetric positive definite matrix A = L Lᵀ.
///
/// Computed by GSL (`gsl_linalg_cholesky_decomp1`). Only the lower triangle of the matrix is read. Unlike eigenvectors, L is unique.
public struct CholeskyFactor: Equatable, Sendable {
  /// L, n × n, zeros above its diagonal.
  public let triangle: Matrix

  /// Decomposes a matrix.
  ///
  /// - Throws: ``GSLError`` for a matrix that is not square, not finite, or not positive definite.
  /// - Complexity: O(n³).
  public init(_ matrix: Matrix) throws(GSLError) {
    let calculation = "the Cholesky decomposition"
    try GSLLibrary.requireFinite(matrix, calculation)
    guard matrix.rows == matrix.columns, matrix.rows > 0 else {
      throw GSLError(
        calculation: calculation, code: Int32(GSL_ENOTSQR),
        found: "\(matrix.rows) × \(matrix.columns) is not square, or empty")
    }
    var factor = matrix
    try GSLLibrary.run(calculation) { factor.withMutableGSLMatrix { gsl_linalg_cholesky_decomp1($0) } }
    for row in 0..<factor.rows {
      for column in row + 1..<max(row + 1, factor.columns) { factor[row, column] = 0 }
    }
    triangle = factor
  }

  /// A⁻¹.
  ///
  /// - Complexity: O(n³).
  public func inverse() throws(GSLError) -> Matrix {
    var inverse = triangle
    try GSLLibrary.run("the inverse of a positive definite matrix") {
      inverse.withMutableGSLMatrix { gsl_linalg_cholesky_invert($0) }
    }
    return inverse
  }
}
