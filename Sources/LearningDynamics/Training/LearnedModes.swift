internal import GSL

/// The modes of the input–output correlation Σ_yx = Yᵀ F X, which determines the order of learning from small weights. For
/// one-hot inputs that are shown once it is the regression map W*, which training approaches.
struct LearnedModes: Sendable {
  /// Σ_yx = U S Vᵀ.
  let decomposition: SingularValueDecomposition
  /// u_αᵀ W* v_α, the strength of each mode in the data: S/c for white inputs.
  let dataStrengths: [Double]
  /// The target of each mode's strength: that of the data, or what weight decay leaves of it.
  let targets: [Double]
  fileprivate let transposedLeft: Matrix

  init(_ problem: LearningProblem) throws(GSLError) {
    let inputs = problem.itemInputs
    decomposition = try SingularValueDecomposition(inputs.correlation(problem.outputTargets))
    transposedLeft = decomposition.left.transposed
    let (left, right) = (transposedLeft, decomposition.right)
    func strengths(in map: Matrix) -> [Double] {
      let projected = left * map
      return (0..<left.rows).map { mode in
        (0..<right.rows).reduce(0) { $0 + projected[mode, $1] * right[$1, mode] }
      }
    }
    if let strength = inputs.strength {
      dataStrengths = strength == 1 ? decomposition.singularValues : decomposition.singularValues.map { $0 / strength }
    } else {
      dataStrengths = strengths(in: try problem.targetMap())
    }
    let shrinkage = problem.shrinkage
    targets =
      problem.ridge > 0
      ? strengths(in: try problem.finalMap())
      : shrinkage > 0 ? dataStrengths.map { max(0, $0 - shrinkage) } : dataStrengths
  }
}

/// Computes the strengths of modes in one map after another, without allocating memory.
struct ModeStrengths {
  /// Uᵀ without the zero columns at its end: in the coordinates of a basis the targets use only the first P rows.
  private let left: Matrix
  private let transposedRight: Matrix
  /// The number of rows of a map that matter.
  private var part: Matrix
  private var projected: Matrix

  /// u_αᵀ M v_α of the last map.
  private(set) var values: [Double]

  init(_ target: LearnedModes) {
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
  /// - Complexity: O(r·n·min(n, N)) for r rows that matter, no allocation.
  mutating func compute(_ map: Matrix) {
    map.elements.withUnsafeBufferPointer { entries in
      part.withMutableElements { part in
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
