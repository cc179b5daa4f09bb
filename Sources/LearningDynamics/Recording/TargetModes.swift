internal import GSL

/// The singular value decomposition of the map that a training approaches.
struct TargetModes: Sendable {
  let decomposition: SingularValueDecomposition
  fileprivate let transposedLeft: Matrix

  init(_ map: Matrix) throws(GSLError) {
    decomposition = try SingularValueDecomposition(map)
    transposedLeft = decomposition.left.transposed
  }

  /// u_αᵀ M v_α for all α, of some matrices one after the other.
  ///
  /// - Complexity: O(r·n·min(n, N)) for each.
  func strengths(_ maps: MatrixSeries, _ range: Range<Int>) -> [Double] {
    var modes = ModeStrengths(self)
    var strengths: [Double] = []
    strengths.reserveCapacity(range.count * modes.values.count)
    for index in range {
      modes.compute(maps[index])
      strengths += modes.values
    }
    return strengths
  }
}

/// The strengths of a target's modes in one map after another, without new memory.
struct ModeStrengths {
  /// Uᵀ without the columns of zeros at its end: in the coordinates of a basis the targets take the first P rows only.
  private let left: Matrix
  private let transposedRight: Matrix
  /// The rows of a map that count.
  private var part: Matrix
  private var projected: Matrix

  /// u_αᵀ M v_α of the last map.
  private(set) var values: [Double]

  init(_ target: TargetModes) {
    let left = target.transposedLeft
    let used = (0..<left.columns).last { column in (0..<left.rows).contains { left[$0, column] != 0 } } ?? 0
    self.left = left.columns(0..<min(left.columns, used + 1))
    transposedRight = target.decomposition.right.transposed
    values = [Double](repeating: 0, count: left.rows)
    part = Matrix(rows: self.left.columns, columns: transposedRight.columns)
    projected = Matrix(rows: values.count, columns: transposedRight.columns)
  }

  /// Computes the strengths in a map.
  ///
  /// - Complexity: O(r·n·min(n, N)) for r rows that count, no allocation.
  mutating func compute(_ map: Matrix) {
    map.elements.withUnsafeBufferPointer { entries in
      part.elements.withUnsafeMutableBufferPointer { part in
        for index in part.indices { part[index] = entries[index] }
      }
    }
    projected.setProduct(left, part)
    let columns = projected.columns
    values.withUnsafeMutableBufferPointer { values in
      projected.elements.withUnsafeBufferPointer { projected in
        transposedRight.elements.withUnsafeBufferPointer { right in
          for mode in values.indices {
            var sum = 0.0
            for index in mode * columns..<(mode + 1) * columns { sum += projected[index] * right[index] }
            values[mode] = sum
          }
        }
      }
    }
  }
}
