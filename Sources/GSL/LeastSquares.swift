/// The minimum-norm least-squares solution of A Z ≈ B, for any shape and rank of A.
///
/// Z = V S⁺ Uᵀ B with A = U S Vᵀ; S⁺ inverts the singular values above max(m, n)·2⁻⁵²·s₁ and drops the others, the
/// usual bound for values that are only rounding. No normal equations are formed, so the condition
/// of A is not squared.
public struct LeastSquares: Equatable, Sendable {
  /// Z, n × c: one column for each column of B.
  public let solution: Matrix
  /// The numerical rank of A.
  public let rank: Int
  /// Whether the columns of A are dependent: then the solution is the shortest of many.
  public let isRankDeficient: Bool

  /// Solves A Z ≈ B.
  ///
  /// - Parameters:
  ///   - design: A, m × n.
  ///   - targets: B, m × c.
  /// - Throws: ``GSLError`` for entries that are not finite.
  /// - Complexity: O(m·n·(min(m, n) + c)).
  public init(design: Matrix, targets: Matrix) throws(GSLError) {
    precondition(design.rows == targets.rows, "one row of targets for each row of the design")
    let decomposition = try SingularValueDecomposition(design)
    let values = decomposition.singularValues
    let threshold = Double(max(design.rows, design.columns)) * 0x1p-52 * (values.first ?? 0)
    var coordinates = Matrix(rows: values.count, columns: targets.columns)
    coordinates.setProduct(decomposition.left.transposedFactor, targets)
    for (row, value) in values.enumerated() {
      let inverse = value > threshold ? 1 / value : 0
      for column in 0..<targets.columns { coordinates[row, column] *= inverse }
    }
    solution = decomposition.right * coordinates
    rank = values.count { $0 > threshold }
    isRankDeficient = rank < design.columns
  }
}
