public import GSL

/// Matrices of one shape, one for each state of a training, in one block of memory.
public struct MatrixSeries: Equatable, Sendable {
  /// Rows of each matrix.
  public let rows: Int
  /// Columns of each matrix.
  public let columns: Int
  private var elements: [Double] = []

  init(rows: Int, columns: Int, capacity: Int) {
    self.rows = rows
    self.columns = columns
    elements.reserveCapacity(rows * columns * capacity)
  }

  mutating func append(_ matrix: Matrix) {
    precondition(matrix.rows == rows && matrix.columns == columns, "all matrices have one shape")
    elements.append(contentsOf: matrix.elements)
  }

  /// The number of states.
  public var count: Int { rows * columns == 0 ? 0 : elements.count / (rows * columns) }

  /// The matrix at a state.
  public subscript(state: Int) -> Matrix {
    Matrix(
      rows: rows, columns: columns, elements: Array(elements[state * rows * columns..<(state + 1) * rows * columns]))
  }
}
