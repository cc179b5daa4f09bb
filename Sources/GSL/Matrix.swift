internal import CGSL

/// A dense matrix of `Double`, stored row by row.
///
/// It is a value: copies are independent. The storage is one Swift array, which GSL reads and writes in place (GSL is
/// row-major too), so that no call copies its operands.
public struct Matrix: Equatable, Hashable, Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// All entries, row by row: entry (i, j) is `elements[i * columns + j]`.
  public var elements: [Double] {
    didSet { precondition(elements.count == rows * columns, "a matrix keeps its shape") }
  }

  /// A `rows` × `columns` matrix of one value.
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    precondition(rows >= 0 && columns >= 0, "a matrix has no negative dimension")
    self.rows = rows
    self.columns = columns
    elements = Array(repeating: value, count: rows * columns)
  }

  /// A `rows` × `columns` matrix of the given entries, row by row.
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(rows >= 0 && columns >= 0 && elements.count == rows * columns, "\(rows) × \(columns) entries needed")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// A matrix of the given rows, all of one length.
  public init(_ rows: [[Double]]) {
    let columns = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columns }, "all rows have one length")
    self.init(rows: rows.count, columns: columns, elements: rows.flatMap { $0 })
  }

  /// The identity of the given size.
  public static func identity(_ size: Int) -> Matrix {
    var matrix = Matrix(rows: size, columns: size)
    for index in 0..<size { matrix[index, index] = 1 }
    return matrix
  }

  /// The entry in row `row` and column `column`, both from 0.
  public subscript(row: Int, column: Int) -> Double {
    get {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, "index outside the matrix")
      return elements[row * columns + column]
    }
    set {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, "index outside the matrix")
      elements[row * columns + column] = newValue
    }
  }

  /// One row, from 0.
  public func row(_ index: Int) -> [Double] {
    Array(elements[index * columns..<(index + 1) * columns])
  }

  /// One column, from 0.
  public func column(_ index: Int) -> [Double] {
    precondition(index >= 0 && index < columns, "index outside the matrix")
    return stride(from: index, to: elements.count, by: columns).map { elements[$0] }
  }

  /// The columns in a range, as a new matrix.
  public func columns(_ range: Range<Int>) -> Matrix {
    let kept = (0..<rows).flatMap { elements[range.offset(by: $0 * columns)] }
    return Matrix(rows: rows, columns: range.count, elements: kept)
  }

  /// The rows in a range, as a new matrix.
  public func rows(_ range: Range<Int>) -> Matrix {
    Matrix(
      rows: range.count, columns: columns,
      elements: Array(elements[range.lowerBound * columns..<range.upperBound * columns]))
  }

  /// Calls a function with all entries, row by row, which it may change in place. (Other modules would copy ``elements``,
  /// because a change of them is checked afterwards.)
  public mutating func withMutableElements<Result>(
    _ body: (UnsafeMutableBufferPointer<Double>) throws -> Result
  ) rethrows -> Result {
    try elements.withUnsafeMutableBufferPointer { try body($0) }
  }

  /// The matrix with rows and columns exchanged.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    result.elements.withUnsafeMutableBufferPointer { target in
      elements.withUnsafeBufferPointer { source in
        for row in 0..<rows {
          for column in 0..<columns { target[column * rows + row] = source[row * columns + column] }
        }
      }
    }
    return result
  }
}

extension Range<Int> {
  fileprivate func offset(by amount: Int) -> Range<Int> { lowerBound + amount..<upperBound + amount }
}

// GSL uses a matrix's storage directly. GSL refuses views without rows or columns, so callers handle empty matrices.
extension Matrix {
  func withGSLMatrix<Result>(_ body: (UnsafePointer<gsl_matrix>) throws -> Result) rethrows -> Result {
    try elements.withUnsafeBufferPointer { buffer in
      precondition(!buffer.isEmpty, "GSL does not see empty matrices")
      let view = gsl_matrix_const_view_array(buffer.baseAddress, rows, columns)
      return try withUnsafePointer(to: view.matrix, body)
    }
  }

  mutating func withMutableGSLMatrix<Result>(_ body: (UnsafeMutablePointer<gsl_matrix>) throws -> Result) rethrows
    -> Result
  {
    let (rows, columns) = (rows, columns)
    return try elements.withUnsafeMutableBufferPointer { buffer in
      precondition(!buffer.isEmpty, "GSL does not see empty matrices")
      var view = gsl_matrix_view_array(buffer.baseAddress, rows, columns)
      return try withUnsafeMutablePointer(to: &view.matrix, body)
    }
  }
}

extension [Double] {
  func withGSLVector<Result>(_ body: (UnsafePointer<gsl_vector>) throws -> Result) rethrows -> Result {
    try withUnsafeBufferPointer { buffer in
      precondition(!buffer.isEmpty, "GSL does not see empty vectors")
      let view = gsl_vector_const_view_array(buffer.baseAddress, buffer.count)
      return try withUnsafePointer(to: view.vector, body)
    }
  }

  mutating func withMutableGSLVector<Result>(_ body: (UnsafeMutablePointer<gsl_vector>) throws -> Result) rethrows
    -> Result
  {
    try withUnsafeMutableBufferPointer { buffer in
      precondition(!buffer.isEmpty, "GSL does not see empty vectors")
      var view = gsl_vector_view_array(buffer.baseAddress, buffer.count)
      return try withUnsafeMutablePointer(to: &view.vector, body)
    }
  }
}
