internal import CGSL

/// The eigendecomposition A = V diag(λ) Vᵀ of a symmetric matrix, eigenvalues descending.
///
/// Computed by GSL (`gsl_eigen_symmv`: Householder tridiagonalization and QR iterations). Only the lower triangle
/// of the matrix is read.
public struct SymmetricEigendecomposition: Equatable, Sendable {
  /// The eigenvalues λ, descending.
  public let eigenvalues: [Double]
  /// The eigenvectors as columns, in the order of the eigenvalues.
  public let eigenvectors: Matrix

  /// Decomposes a symmetric matrix.
  ///
  /// - Throws: ``GSLError`` for a matrix that is not square or has entries that are not finite.
  /// - Complexity: O(n³).
  public init(_ matrix: Matrix) throws(GSLError) {
    let calculation = "the symmetric eigenproblem"
    try GSLLibrary.requireFinite(matrix, calculation)
    let size = matrix.rows
    guard matrix.columns == size, size > 0 else {
      throw GSLError(
        calculation: calculation, code: Int32(GSL_ENOTSQR),
        found: "\(matrix.rows) × \(matrix.columns) is not square, or empty")
    }
    GSLLibrary.returnErrors()
    guard let workspace = gsl_eigen_symmv_alloc(size) else {
      throw GSLError(calculation: calculation, code: Int32(GSL_ENOMEM))
    }
    defer { gsl_eigen_symmv_free(workspace) }
    var destroyed = matrix
    var values = [Double](repeating: 0, count: size)
    var vectors = Matrix(rows: size, columns: size)
    try GSLLibrary.run(calculation) {
      destroyed.withMutableGSLMatrix { destroyed in
        values.withMutableGSLVector { values in
          vectors.withMutableGSLMatrix { vectors in
            let status = gsl_eigen_symmv(destroyed, values, vectors, workspace)
            return status != 0 ? status : gsl_eigen_symmv_sort(values, vectors, GSL_EIGEN_SORT_VAL_DESC)
          }
        }
      }
    }
    eigenvalues = values
    eigenvectors = vectors
  }
}
