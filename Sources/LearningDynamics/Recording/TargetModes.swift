internal import GSL

/// The singular value decomposition of the map that a training approaches.
struct TargetModes: Sendable {
  let decomposition: SingularValueDecomposition
  private let transposedLeft: Matrix

  init(_ map: Matrix) throws(GSLError) {
    decomposition = try SingularValueDecomposition(map)
    transposedLeft = decomposition.left.transposed
  }

  /// u_αᵀ M v_α for all α, of some matrices one after the other.
  ///
  /// - Complexity: O(r·n·min(n, N)) for each.
  func strengths(_ maps: MatrixSeries, _ range: Range<Int>) -> [Double] {
    let (size, columns) = (transposedLeft.rows, maps.columns)
    let right = decomposition.right
    var projected = Matrix(rows: size, columns: columns)
    var strengths: [Double] = []
    strengths.reserveCapacity(range.count * size)
    for index in range {
      projected.setProduct(transposedLeft, maps[index])
      for mode in 0..<size {
        var sum = 0.0
        for column in 0..<columns { sum += projected[mode, column] * right[column, mode] }
        strengths.append(sum)
      }
    }
    return strengths
  }
}
