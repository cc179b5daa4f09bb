internal import CGSL

/// The thin singular value decomposition A = U S Vᵀ of an m × n matrix of any shape.
///
/// - U (`left`) is m × k and V (`right`) n × k with k = min(m, n); their columns are orthonormal.
/// - `singularValues` has k entries, descending, none negative.
/// - Singular vectors are determined up to a common sign of uᵢ and vᵢ, and up to a rotation where values coincide.
///
/// Computed by Golub and Reinsch's method (GSL, `gsl_linalg_SV_decomp`).
/// Golub, G. H. & Reinsch, C. (1970). Numerische Mathematik 14, 403–420. doi:10.1007/BF02163027
public struct SingularValueDecomposition: Equatable, Sendable {
  /// U, m × k: the left singular vectors as columns.
  public let left: Matrix
  /// S: k singular values, descending.
  public let singularValues: [Double]
  /// V, n × k: the right singular vectors as columns.
  public let right: Matrix

  /// Decomposes a matrix.
  ///
  /// - Throws: ``GSLError`` for entries that are not finite (GSL would not return) and if GSL gives up.
  /// - Complexity: O(m·n·min(m, n)).
  public init(_ matrix: Matrix) throws(GSLError) {
    let calculation = "the singular value decomposition"
    try GSLLibrary.requireFinite(matrix, calculation)
    guard matrix.rows >= matrix.columns else {
      // GSL refuses matrices with fewer rows than columns.
      let transposed = try SingularValueDecomposition(matrix.transposed)
      left = transposed.right
      singularValues = transposed.singularValues
      right = transposed.left
      return
    }
    // Rows of zeros at the end, as targets have in a basis that is larger than their span, have no part in the modes.
    let used = max(matrix.columns, matrix.rowsBeforeZeros)
    guard used == matrix.rows else {
      let part = try SingularValueDecomposition(matrix.rows(0..<used))
      left = Matrix(
        rows: matrix.rows, columns: matrix.columns,
        elements: part.left.elements + [Double](repeating: 0, count: (matrix.rows - used) * matrix.columns))
      (singularValues, right) = (part.singularValues, part.right)
      return
    }
    let size = matrix.columns
    guard size > 0 else {
      left = matrix
      singularValues = []
      right = Matrix(rows: 0, columns: 0)
      return
    }
    // A power of two scales the largest entry to about 1, exactly: squares neither overflow nor underflow inside GSL.
    let scale = matrix.largestMagnitude.exponentPowerOfTwo
    var orthogonal = (1 / scale) * matrix
    var rotation = Matrix(rows: size, columns: size)
    var values = [Double](repeating: 0, count: size)
    var workspace = [Double](repeating: 0, count: size)
    try GSLLibrary.run(calculation) {
      orthogonal.withMutableGSLMatrix { orthogonal in
        rotation.withMutableGSLMatrix { rotation in
          values.withMutableGSLVector { values in
            workspace.withMutableGSLVector { gsl_linalg_SV_decomp(orthogonal, rotation, values, $0) }
          }
        }
      }
    }
    // For a single column of zeros GSL returns a left vector of zeros; any unit vector is correct.
    if size == 1, values[0] == 0 { orthogonal[0, 0] = 1 }
    left = orthogonal
    right = rotation
    singularValues = values.map { scale * $0 }
  }

  /// U diag(S) Vᵀ: the matrix that was decomposed, to rounding.
  public var product: Matrix {
    var scaled = left
    for row in 0..<left.rows {
      for column in 0..<left.columns { scaled[row, column] *= singularValues[column] }
    }
    var result = Matrix(rows: left.rows, columns: right.rows)
    result.setProduct(scaled, right.transposedFactor)
    return result
  }
}

extension Matrix {
  /// The number of rows up to the last that is not all zeros.
  fileprivate var rowsBeforeZeros: Int { (elements.lastIndex { $0 != 0 }).map { $0 / columns + 1 } ?? 0 }
}

extension Double {
  /// The power of two at or below a positive normal number, limited so that its reciprocal is finite; 1 for other numbers.
  var exponentPowerOfTwo: Double {
    guard isNormal, self > 0 else { return 1 }
    return Double(sign: .plus, exponent: Swift.min(exponent, 1000), significand: 1)
  }
}
