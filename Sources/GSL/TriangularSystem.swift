internal import CGSL

/// Equations in an upper triangular matrix R, n × n, which may be singular.
///
/// Columns are first scaled to length 1, so that the numerical rank does not depend on their units. A well-conditioned
/// triangle is solved by substitution; for a (nearly) singular one the shortest least-squares solution is taken.
public struct TriangularSystem {
  private var scaled: Matrix
  private let lengths: [Double]
  private let isWellConditioned: Bool

  /// A triangle whose reciprocal condition is below this counts as singular: solutions would lose half their digits.
  private static let smallestReciprocalCondition = 1e-8

  /// Equations in R.
  ///
  /// - Parameter triangle: R, upper triangular, finite.
  /// - Complexity: O(n²).
  public init(_ triangle: Matrix) throws(GSLError) {
    let size = triangle.columns
    precondition(triangle.rows == size && size > 0, "a triangle is square")
    try GSLLibrary.requireFinite(triangle, "the solution of a triangular system")
    scaled = triangle
    var lengths = [Double](repeating: 1, count: size)
    for column in 0..<size {
      var largest = 0.0
      for row in 0...column { largest = max(largest, triangle[row, column].magnitude) }
      guard largest > 0 else { continue }
      let unit = largest.exponentPowerOfTwo
      var square = 0.0
      for row in 0...column { square += (triangle[row, column] / unit) * (triangle[row, column] / unit) }
      lengths[column] = unit * square.squareRoot()
      for row in 0...column { scaled[row, column] = triangle[row, column] / lengths[column] }
    }
    self.lengths = lengths
    isWellConditioned = try Self.reciprocalCondition(scaled) > Self.smallestReciprocalCondition
  }

  private static func reciprocalCondition(_ triangle: Matrix) throws(GSLError) -> Double {
    // Avoids a division by a zero on the diagonal.
    guard (0..<triangle.columns).allSatisfy({ triangle[$0, $0] != 0 }) else { return 0 }
    var condition = 0.0
    var workspace = [Double](repeating: 0, count: 3 * triangle.columns)
    try GSLLibrary.run("the condition of a triangle") {
      triangle.withGSLMatrix { triangle in
        workspace.withMutableGSLVector { gsl_linalg_tri_rcond(CblasUpper, triangle, &condition, $0) }
      }
    }
    return condition
  }

  /// x with Rᵀx = b.
  ///
  /// - Complexity: O(n²); O(n³) if R is singular.
  public func solveTransposed(_ right: [Double]) throws(GSLError) -> [Double] {
    precondition(right.count == lengths.count, "one equation for each column")
    var solution = zip(right, lengths).map { $0 / $1 }
    guard isWellConditioned else {
      let targets = Matrix(rows: right.count, columns: 1, elements: solution)
      return try LeastSquares(design: scaled.transposed, targets: targets).solution.elements
    }
    try GSLLibrary.run("the solution of a triangular system") {
      scaled.withGSLMatrix { triangle in
        solution.withMutableGSLVector { gsl_blas_dtrsv(CblasUpper, CblasTrans, CblasNonUnit, triangle, $0) }
      }
    }
    return solution
  }

  /// X with RᵀX = B.
  ///
  /// - Parameter right: B, n × c.
  /// - Complexity: O(n²·c); O(n³) more if R is singular.
  public func solveTransposed(_ right: Matrix) throws(GSLError) -> Matrix {
    precondition(right.rows == lengths.count && right.columns > 0, "one equation for each column")
    var solution = right
    for row in 0..<solution.rows {
      for column in 0..<solution.columns { solution[row, column] /= lengths[row] }
    }
    guard isWellConditioned else {
      return try LeastSquares(design: scaled.transposed, targets: solution).solution
    }
    try GSLLibrary.run("the solution of a triangular system") {
      scaled.withGSLMatrix { triangle in
        solution.withMutableGSLMatrix {
          gsl_blas_dtrsm(CblasLeft, CblasUpper, CblasTrans, CblasNonUnit, 1, triangle, $0)
        }
      }
    }
    return solution
  }

  /// X with R X = B.
  ///
  /// - Parameter right: B, n × c.
  /// - Complexity: O(n²·c); O(n³) more if R is singular.
  public func solve(_ right: Matrix) throws(GSLError) -> Matrix {
    precondition(right.rows == lengths.count && right.columns > 0, "one equation for each row")
    var solution = right
    if isWellConditioned {
      try GSLLibrary.run("the solution of a triangular system") {
        scaled.withGSLMatrix { triangle in
          solution.withMutableGSLMatrix {
            gsl_blas_dtrsm(CblasLeft, CblasUpper, CblasNoTrans, CblasNonUnit, 1, triangle, $0)
          }
        }
      }
    } else {
      solution = try LeastSquares(design: scaled, targets: right).solution
    }
    for row in 0..<solution.rows {
      for column in 0..<solution.columns { solution[row, column] /= lengths[row] }
    }
    return solution
  }
}
