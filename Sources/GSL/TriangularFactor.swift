internal import CGSL
internal import Dispatch

/// The triangle R of A = Q R, for a tall matrix A (m × n) whose rows come in blocks and are not kept.
///
/// R is upper triangular, n × n, with RᵀR = AᵀA; Q (m × n, orthonormal columns) is never formed. Each block is
/// appended below the current triangle, and both are reduced to a triangle again by one Householder reflection for each
/// column: backward stable for any A of any rank. Rows not yet added count as zeros.
///
/// With more than 64 columns, the reflections of 32 columns at a time are applied to the columns after them together, as two
/// products of matrices (I − V Tᵀ Vᵀ): the numbers of a block are then read and written once for 32 reflections.
///
/// Golub, G. H. & Van Loan, C. F. (2013). Matrix Computations, 4th ed., 5.1–5.2. Schreiber, R. & Van Loan, C. (1989). A
/// storage-efficient WY representation for products of Householder transformations. SIAM J. Sci. Stat. Comput. 10, 53–57.
/// doi:10.1137/0910005. Demmel, J. et al. (2012). Communication-optimal parallel and sequential QR. SIAM J. Sci. Comput. 34,
/// A206–A239. doi:10.1137/080731992
public struct TriangularFactor: Equatable, Sendable {
  /// R, n × n.
  public private(set) var triangle: Matrix
  /// Products of a column with itself and those after it.
  private var products: [Double]
  /// The factor with which the reflected column is subtracted from each column of the block.
  private var weights: [Double]
  /// For more than 64 columns: a copy of a block, Vᵀ times it, and what is subtracted.
  private var copy: [Double] = []
  private var inner: [Double] = []
  private var outer: [Double] = []

  /// n, the number of columns of A.
  public var columns: Int { triangle.columns }

  /// The triangle of a matrix without rows: zeros.
  public init(columns: Int) {
    triangle = Matrix(rows: columns, columns: columns)
    products = [Double](repeating: 0, count: columns)
    weights = products
    guard columns > Self.columnsAtOnce else { return }
    copy = [Double](repeating: 0, count: Self.rowsAtOnce * Matrix.spreadStride(columns))
    inner = [Double](repeating: 0, count: Self.panel * columns)
    outer = inner
  }

  /// The triangle of a whole matrix.
  ///
  /// - Complexity: O(m·n²).
  public init(of matrix: Matrix) {
    self = Self.triangle(rows: matrix.rows, columns: matrix.columns) { factor, rows in
      var block = matrix.rows(rows)
      factor.add(&block)
    }
  }

  /// The triangle of the transpose of a matrix; the transpose is never stored as a whole.
  ///
  /// - Complexity: O(m·n²) for an n × m matrix, on all free processors if m is large.
  public init(ofTransposed matrix: Matrix) {
    let columns = matrix.rows
    self = Self.triangle(rows: matrix.columns, columns: columns) { factor, rows in
      var block = Matrix(rows: Self.rowsAtOnce, columns: columns)
      for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.rowsAtOnce) {
        let count = min(Self.rowsAtOnce, rows.upperBound - start)
        block.elements.withUnsafeMutableBufferPointer { block in
          matrix.elements.withUnsafeBufferPointer { entries in
            for column in 0..<columns {
              for row in 0..<count { block[row * columns + column] = entries[column * matrix.columns + start + row] }
            }
          }
        }
        factor.add(&block, rows: count)
      }
    }
  }

  /// This many rows stay in a near cache while all columns are eliminated.
  static let rowsAtOnce = dlnn_rows_at_once
  /// Up to so many columns are eliminated one after the other.
  static let columnsAtOnce = 64
  /// So many of more columns are eliminated before the others are changed.
  private static let panel = 32

  /// Into how many parts the rows of a tall matrix are divided; each has its own triangle, and these are combined in the end. It
  /// depends on the matrix alone, so that the result does not depend on the machine.
  static func parts(rows: Int, columns: Int) -> Int { max(1, min(8, rows / max(1, 8 * columns, 4 * rowsAtOnce))) }

  /// The triangle of rows that a function adds, each part of them to its own triangle.
  private static func triangle(
    rows: Int, columns: Int, _ add: (inout TriangularFactor, Range<Int>) -> Void
  ) -> TriangularFactor {
    let count = parts(rows: rows, columns: columns)
    var factors = [TriangularFactor](repeating: TriangularFactor(columns: columns), count: count)
    factors.changeEach { index, factor in add(&factor, rows * index / count..<rows * (index + 1) / count) }
    for other in factors.dropFirst() { factors[0].add(other) }
    return factors[0]
  }

  /// Forgets all rows.
  public mutating func reset() {
    triangle.elements.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  /// Adds rows of A, all finite; the block is overwritten.
  ///
  /// - Parameters:
  ///   - block: a matrix with as many columns as A.
  ///   - count: how many of its rows to add, from the first.
  /// - Complexity: O(count·n²), no allocation up to 64 columns.
  public mutating func add(_ block: inout Matrix, rows count: Int? = nil) {
    let (rows, size) = (count ?? block.rows, columns)
    precondition(block.columns == size && rows <= block.rows, "a block has the columns of the whole matrix")
    block.elements.withUnsafeMutableBufferPointer { block in
      guard let block = block.baseAddress else { return }
      for start in stride(from: 0, to: rows, by: Self.rowsAtOnce) {
        reduce(block + start * size, rows: min(Self.rowsAtOnce, rows - start), from: 0)
      }
    }
  }

  /// Adds the rows of another triangle.
  ///
  /// - Complexity: O(n³).
  public mutating func add(_ other: TriangularFactor) {
    var rows = other.triangle
    let size = columns
    precondition(rows.columns == size, "a block has the columns of the whole matrix")
    rows.elements.withUnsafeMutableBufferPointer { rows in
      guard let rows = rows.baseAddress else { return }
      // Before its diagonal a triangle is 0.
      for start in stride(from: 0, to: size, by: Self.rowsAtOnce) {
        reduce(rows + start * size, rows: min(Self.rowsAtOnce, size - start), from: start)
      }
    }
  }

  /// Reduces the triangle and at most ``rowsAtOnce`` rows below it, which are 0 before a column, to a triangle.
  private mutating func reduce(_ block: UnsafeMutablePointer<Double>, rows: Int, from first: Int) {
    let size = columns
    triangle.elements.withUnsafeMutableBufferPointer { triangle in
      products.withUnsafeMutableBufferPointer { products in
        weights.withUnsafeMutableBufferPointer { weights in
          guard let triangle = triangle.baseAddress, let products = products.baseAddress,
            let weights = weights.baseAddress
          else { return }
          guard !copy.isEmpty else {
            let place = Place(rows: rows, stride: size, products: products, weights: weights)
            place.project(block + first, width: size - first)
            for column in first..<size {
              place.eliminate(triangle: triangle + column * (size + 1), block: block + column, width: size - column)
            }
            return
          }
          let stride = Matrix.spreadStride(size)
          copy.withUnsafeMutableBufferPointer { copy in
            inner.withUnsafeMutableBufferPointer { inner in
              outer.withUnsafeMutableBufferPointer { outer in
                guard let copy = copy.baseAddress, let inner = inner.baseAddress, let outer = outer.baseAddress else {
                  return
                }
                for row in 0..<rows { (copy + row * stride).update(from: block + row * size, count: size) }
                let place = Place(rows: rows, stride: stride, products: products, weights: weights)
                for column in Swift.stride(from: first, to: size, by: Self.panel) {
                  let width = min(Self.panel, size - column)
                  let reflections = place.eliminate(
                    columns: width, triangle: triangle + column * (size + 1), of: size, block: copy + column)
                  place.apply(
                    reflections, triangle: triangle + column * (size + 1), of: size, block: copy + column,
                    width: size - column - width, inner: inner, outer: outer)
                }
              }
            }
          }
        }
      }
    }
  }
}

extension [TriangularFactor] {
  /// Changes all elements, side by side on free processors.
  mutating func changeEach(_ change: (Int, inout TriangularFactor) -> Void) {
    guard count > 1 else {
      if !isEmpty { change(0, &self[0]) }
      return
    }
    withUnsafeMutableBufferPointer { factors in
      nonisolated(unsafe) let (factors, change) = (factors, change)
      DispatchQueue.concurrentPerform(iterations: factors.count) { index in change(index, &factors[index]) }
    }
  }
}

/// The reflections of successive columns: H_1 … H_b = I − V T Vᵀ, V the diagonal of heads above the columns themselves.
private struct Reflections {
  /// What each has above the column.
  var heads: [Double]
  /// T, upper triangular, b × b.
  var triangle: Matrix
}

/// A block below a triangle, while its columns are eliminated one after the other.
private struct Place {
  let rows: Int
  /// The stride between rows of the block.
  let stride: Int
  let products: UnsafeMutablePointer<Double>
  let weights: UnsafeMutablePointer<Double>

  /// Products of the first column of a block with itself and those after it.
  func project(_ block: UnsafePointer<Double>, width: Int) {
    DenseProduct(rows: 1, inner: rows, columns: width, leftStrides: (stride, stride), rightStride: stride)(
      block, block, into: products)
  }

  /// Reflects a column of the block into the triangle; `products` are its own, and afterwards the next column's.
  ///
  /// With α the diagonal entry, x the column below it, β = ∓√(α² + xᵀx) and v = (α − β, x), the reflection is
  /// I + v vᵀ / (β(α − β)).
  ///
  /// - Parameter width: how many columns to change, this one included.
  /// - Returns: α − β and 1/(β(α − β)); zeros if there is nothing to reflect.
  @inline(__always) @discardableResult
  func eliminate(triangle: UnsafeMutablePointer<Double>, block: UnsafeMutablePointer<Double>, width: Int)
    -> (head: Double, factor: Double)
  {
    var unit = 1.0
    if !(1e-20..<1e280).contains(products[0]) || triangle[0].magnitude > 1e140 {
      // Squares that underflow or overflow, a column of zeros, or the rest of one that depends on others, whose products with tiny
      // columns would underflow. Powers of two change no bits otherwise.
      unit = scaleColumn(block, atLeast: triangle[0].magnitude)
      guard unit > 0 else {
        if width > 1 { project(block + 1, width: width - 1) }
        return (0, 0)
      }
      project(block, width: width)
    }
    let alpha = triangle[0] / unit
    let length = (alpha * alpha + products[0]).squareRoot()
    let beta = alpha > 0 ? -length : length
    let head = alpha - beta
    triangle[0] = unit * beta
    let factor = 1 / (beta * head)
    guard width > 1 else { return (head, factor) }
    for index in 1..<width {
      let weight = factor * (head * triangle[index] + products[index])
      triangle[index] += head * weight
      weights[index] = weight
    }
    Reflection(rows: rows, columns: width - 1, stride: stride)(block + 1, weights: weights + 1, products: products)
    return (head, factor)
  }

  /// Eliminates some columns, and changes no others.
  ///
  /// - Parameters:
  ///   - count: b.
  ///   - triangle: the first one's diagonal entry, in rows of `size` numbers.
  ///   - block: the first one.
  func eliminate(
    columns count: Int, triangle: UnsafeMutablePointer<Double>, of size: Int, block: UnsafeMutablePointer<Double>
  ) -> Reflections {
    project(block, width: count)
    var reflections = Reflections(heads: [], triangle: Matrix(rows: count, columns: count))
    var factors: [Double] = []
    for column in 0..<count {
      let (head, factor) = eliminate(
        triangle: triangle + column * (size + 1), block: block + column, width: count - column)
      reflections.heads.append(head)
      factors.append(factor)
    }
    // T_jj = τ_j = −factor, T_ij = −τ_j Σ_k T_ik x_k·x_j for i < j; heads are in different rows.
    var squares = Matrix(rows: count, columns: count)
    squares.withMutableElements { squares in
      guard let squares = squares.baseAddress else { return }
      DenseProduct(
        rows: count, inner: rows, columns: count, leftStrides: (1, stride), rightStride: stride, resultStride: count)(
          block, block, into: squares)
    }
    for column in 0..<count {
      reflections.triangle[column, column] = -factors[column]
      for row in 0..<column {
        var sum = 0.0
        for middle in row..<column { sum += reflections.triangle[row, middle] * squares[middle, column] }
        reflections.triangle[row, column] = factors[column] * sum
      }
    }
    return reflections
  }

  /// Applies the reflections of some columns to those after them: C ← C − V Tᵀ Vᵀ C.
  func apply(
    _ reflections: Reflections, triangle: UnsafeMutablePointer<Double>, of size: Int,
    block: UnsafeMutablePointer<Double>, width: Int, inner: UnsafeMutablePointer<Double>,
    outer: UnsafeMutablePointer<Double>
  ) {
    guard width > 0 else { return }
    let count = reflections.heads.count
    let (rest, above) = (block + count, triangle + count)
    DenseProduct(
      rows: count, inner: rows, columns: width, leftStrides: (1, stride), rightStride: stride)(
        block, rest, into: inner)
    for row in 0..<count {
      let head = reflections.heads[row]
      let (line, sums) = (above + row * size, inner + row * width)
      for column in 0..<width { sums[column] += head * line[column] }
    }
    reflections.triangle.elements.withUnsafeBufferPointer { factors in
      guard let factors = factors.baseAddress else { return }
      DenseProduct(rows: count, inner: count, columns: width, leftStrides: (1, count))(factors, inner, into: outer)
    }
    for row in 0..<count {
      let head = reflections.heads[row]
      let (line, sums) = (above + row * size, outer + row * width)
      for column in 0..<width { line[column] -= head * sums[column] }
    }
    DenseProduct(
      rows: rows, inner: count, columns: width, leftStrides: (stride, 1), resultStride: stride, scale: -1, retained: 1)(
        block, outer, into: rest)
  }

  /// Divides a column by the power of two of its largest entry, or of the one above it on the diagonal if that is larger.
  ///
  /// - Returns: the power of two; 0 for a column of zeros, or of numbers too small for division, which needs no reflection.
  private func scaleColumn(_ column: UnsafeMutablePointer<Double>, atLeast diagonal: Double) -> Double {
    var largest = 0.0
    for row in 0..<rows { largest = max(largest, column[row * stride].magnitude) }
    // The rest of a block beyond its rank shrinks with every column; below normal numbers it counts as zero.
    guard largest > 0, max(largest, diagonal).isNormal else { return 0 }
    let unit = max(largest, diagonal).exponentPowerOfTwo
    for row in 0..<rows { column[row * stride] /= unit }
    return unit
  }
}

extension Matrix {
  /// The numbers between rows in a working copy of a matrix: an odd multiple of 8, so that successive rows do not compete for the
  /// same places of a cache.
  static func spreadStride(_ columns: Int) -> Int { (columns + 7) / 8 * 8 | 8 }
}
