internal import CGSL

/// Reduces square matrices to two diagonals with the same singular values, by a Householder reflection from the left and one from
/// the right for each column.
///
/// Both reflections of a step change the matrix in one pass, which also computes what the next one needs: the matrix is read twice
/// and written once for each column, where the plain method (GSL, `gsl_linalg_bidiag_decomp`) reads it four times and writes it
/// twice. Vectors are not kept.
///
/// Golub, G. & Kahan, W. (1965). SIAM J. Numer. Anal. 2, 205–224. doi:10.1137/0702016. Howell, G. et al. (2008).
/// Cache efficient bidiagonalization using BLAS 2.5 operators. ACM Trans. Math. Softw. 34, 14. doi:10.1145/1356052.1356055
struct Bidiagonalization {
  let size: Int
  /// The numbers between rows of the matrix.
  private let stride: Int
  private var matrix: [Double]
  /// The reflection from the left, and the next one, by row.
  private var left: [Double]
  private var next: [Double]
  /// The row that the reflection from the left adds, by column; and the one from the right.
  private var row: [Double]
  private var right: [Double]
  /// The column that the reflection from the right adds, by row.
  private var column: [Double]
  /// The products of the next reflection with the columns.
  private var products: [Double]

  /// d_1 … d_n, after ``reduce(_:)``; signs are not determined.
  private(set) var diagonal: [Double]
  /// e_1 … e_(n−1).
  private(set) var superdiagonal: [Double]

  /// Allocates memory for n × n matrices.
  init(size: Int) {
    self.size = size
    stride = Matrix.spreadStride(size)
    matrix = [Double](repeating: 0, count: size * stride)
    let line = [Double](repeating: 0, count: stride)
    (left, next, row, right, column, products) = (line, line, line, line, line, line)
    diagonal = [Double](repeating: 0, count: size)
    superdiagonal = [Double](repeating: 0, count: max(0, size - 1))
  }

  /// Squares below this count as zero: entries are at most about 1, so what is left out is far below their rounding.
  private static let negligible = 1e-280

  /// Reduces a matrix whose largest entry is about 1.
  ///
  /// - Complexity: 4/3 n³ multiplications, no allocation.
  mutating func reduce(_ entries: Matrix) {
    precondition(entries.rows == size && entries.columns == size, "a matrix of this size")
    let (size, stride) = (size, stride)
    guard size > 0 else { return }
    entries.elements.withUnsafeBufferPointer { entries in
      matrix.withUnsafeMutableBufferPointer { matrix in
        guard let from = entries.baseAddress, let to = matrix.baseAddress else { return }
        for row in 0..<size { (to + row * stride).update(from: from + row * size, count: size) }
      }
    }
    // The first column and its products with the others: nothing is added before.
    Self.clear(&left)
    Self.clear(&row)
    Self.clear(&right)
    Self.clear(&column)
    Self.clear(&products)
    for index in 0..<size { next[index] = matrix[index * stride] }
    var factor = Self.reflect(&next, from: 0, to: size, &diagonal[0])
    change(from: 0, columnsFrom: 0)
    for step in 0..<size - 1 {
      swap(&left, &next)
      // The row that the reflection from the left adds, and the first row after it.
      for index in 0..<step + 1 { (row[index], right[index]) = (0, 0) }
      let head = left[step]
      for index in step + 1..<size {
        row[index] = factor * products[index]
        right[index] = matrix[step * stride + index] + head * row[index]
      }
      let rightFactor = Self.reflect(&right, from: step + 1, to: size, &superdiagonal[step])
      // What the reflection from the right adds: the changed matrix times it.
      let first = (step + 1) / 8 * 8
      var inner = 0.0
      for index in step + 1..<size { inner += row[index] * right[index] }
      matrix.withUnsafeBufferPointer { matrix in
        right.withUnsafeBufferPointer { right in
          column.withUnsafeMutableBufferPointer { column in
            guard let matrix = matrix.baseAddress, let right = right.baseAddress, let column = column.baseAddress else {
              return
            }
            dlnn_row_sums(
              matrix + (step + 1) * stride + first, size - step - 1, stride - first, stride, right + first,
              column + step + 1)
          }
        }
      }
      for index in step + 1..<size { column[index] = rightFactor * (column[index] + left[index] * inner) }
      // The next column as it will be, from which the next reflection follows.
      for index in step + 1..<size {
        next[index] = matrix[index * stride + step + 1] + left[index] * row[step + 1] + column[index] * right[step + 1]
      }
      factor = Self.reflect(&next, from: step + 1, to: size, &diagonal[step + 1])
      Self.clear(&products)
      change(from: step + 1, columnsFrom: first)
    }
  }

  /// A ← A + left row + column right, and products ← nextᵀ A, from a row and a column on.
  private mutating func change(from first: Int, columnsFrom start: Int) {
    let (size, stride) = (size, stride)
    matrix.withUnsafeMutableBufferPointer { matrix in
      products.withUnsafeMutableBufferPointer { products in
        left.withUnsafeBufferPointer { left in
          row.withUnsafeBufferPointer { row in
            column.withUnsafeBufferPointer { column in
              right.withUnsafeBufferPointer { right in
                next.withUnsafeBufferPointer { next in
                  guard let matrix = matrix.baseAddress, let products = products.baseAddress,
                    let left = left.baseAddress, let row = row.baseAddress, let column = column.baseAddress,
                    let right = right.baseAddress, let next = next.baseAddress
                  else { return }
                  var pass = dlnn_rank_two(
                    a: matrix + first * stride + start, rows: size - first, columns: stride - start, stride: stride,
                    u: left + first, r: row + start, z: column + first, v: right + start, x: next + first,
                    y: products + start)
                  dlnn_add_rank_two(&pass)
                }
              }
            }
          }
        }
      }
    }
  }

  /// Makes a vector x, from an index on, the v of the reflection I + f v vᵀ that leaves only the first entry of x.
  ///
  /// - Parameters:
  ///   - vector: x, then v.
  ///   - remaining: what is left of x.
  /// - Returns: f, 0 if there is nothing to reflect; then v is 0.
  private static func reflect(_ vector: inout [Double], from first: Int, to end: Int, _ remaining: inout Double)
    -> Double
  {
    let alpha = vector[first]
    var square = 0.0
    for index in first + 1..<max(end, first + 1) { square += vector[index] * vector[index] }
    guard square >= negligible else {
      remaining = alpha
      for index in first..<end { vector[index] = 0 }
      return 0
    }
    let length = (alpha * alpha + square).squareRoot()
    remaining = alpha > 0 ? -length : length
    vector[first] = alpha - remaining
    return 1 / (remaining * vector[first])
  }

  private static func clear(_ line: inout [Double]) {
    line.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }
}
