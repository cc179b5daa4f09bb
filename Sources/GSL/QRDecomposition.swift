internal import CGSL

/// The decomposition A = Q R of an m × n matrix with m ≥ n, Q orthogonal and R upper triangular.
///
/// Q is kept as n Householder reflections (GSL, `gsl_linalg_QR_decomp`), so that it costs no more memory than A
/// and is orthogonal to rounding whatever the rank of A.
public struct QRDecomposition: Equatable, Sendable {
  private let reflections: Matrix
  private let scales: [Double]

  /// The number of rows of A.
  public var rows: Int { reflections.rows }
  /// The number of columns of A, and the size of R.
  public var columns: Int { reflections.columns }

  /// Decomposes a matrix with at least as many rows as columns.
  ///
  /// - Throws: ``GSLError`` for more columns than rows or entries that are not finite.
  /// - Complexity: O(m·n²).
  public init(_ matrix: Matrix) throws(GSLError) {
    let calculation = "the QR decomposition"
    try GSLLibrary.requireFinite(matrix, calculation)
    guard matrix.rows >= matrix.columns, matrix.columns > 0 else {
      throw GSLError(
        calculation: calculation, code: Int32(GSL_EBADLEN),
        found: "\(matrix.rows) × \(matrix.columns) has fewer rows than columns, or none")
    }
    var reflections = matrix
    var scales = [Double](repeating: 0, count: matrix.columns)
    try GSLLibrary.run(calculation) {
      reflections.withMutableGSLMatrix { matrix in
        scales.withMutableGSLVector { gsl_linalg_QR_decomp(matrix, $0) }
      }
    }
    self.reflections = reflections
    self.scales = scales
  }

  /// R, n × n, upper triangular.
  public var triangle: Matrix {
    var result = Matrix(rows: columns, columns: columns)
    for row in 0..<columns {
      for column in row..<columns { result[row, column] = reflections[row, column] }
    }
    return result
  }

  /// Row `index` of the thin Q (m × n): n numbers.
  ///
  /// - Complexity: O(m·n).
  public func thinRow(_ index: Int) throws(GSLError) -> [Double] {
    var unit = [Double](repeating: 0, count: rows)
    unit[index] = 1
    try GSLLibrary.run("a row of Q") {
      reflections.withGSLMatrix { matrix in
        scales.withGSLVector { scales in
          unit.withMutableGSLVector { gsl_linalg_QR_QTvec(matrix, scales, $0) }
        }
      }
    }
    return Array(unit.prefix(columns))
  }

  /// The product of the thin Q (m × n) with an n × c matrix.
  ///
  /// - Complexity: O(m·n·c).
  public func thinProduct(_ matrix: Matrix) throws(GSLError) -> Matrix {
    precondition(matrix.rows == columns, "Q has as many columns as the matrix has rows")
    var result = Matrix(rows: rows, columns: matrix.columns)
    for column in 0..<matrix.columns {
      var vector = matrix.column(column) + [Double](repeating: 0, count: rows - columns)
      try GSLLibrary.run("a product with Q") {
        reflections.withGSLMatrix { matrix in
          scales.withGSLVector { scales in
            vector.withMutableGSLVector { gsl_linalg_QR_Qvec(matrix, scales, $0) }
          }
        }
      }
      for row in 0..<rows { result[row, column] = vector[row] }
    }
    return result
  }
}
