/// The triangle R of A = Q R, for a tall matrix A (m × n) whose rows come in blocks and are not kept.
///
/// R is upper triangular, n × n, with RᵀR = AᵀA; Q (m × n, orthonormal columns) is never formed. Each block is
/// appended below the current triangle, and both are reduced to a triangle again by one Householder reflection for each
/// column: backward stable for any A of any rank. Rows not yet added count as zeros.
///
/// Golub, G. H. & Van Loan, C. F. (2013). Matrix Computations, 4th ed., 5.1–5.2. Demmel, J. et al. (2012).
/// Communication-optimal parallel and sequential QR. SIAM J. Sci. Comput. 34, A206–A239. doi:10.1137/080731992
public struct TriangularFactor: Equatable, Sendable {
  /// R, n × n.
  public private(set) var triangle: Matrix
  /// Products of a column with itself and those after it.
  private var products: [Double]
  /// The factor with which the reflected column is subtracted from each column of the block.
  private var weights: [Double]

  /// n, the number of columns of A.
  public var columns: Int { triangle.columns }

  /// The triangle of a matrix without rows: zeros.
  public init(columns: Int) {
    triangle = Matrix(rows: columns, columns: columns)
    products = [Double](repeating: 0, count: columns)
    weights = products
  }

  /// The triangle of a whole matrix.
  ///
  /// - Complexity: O(m·n²).
  public init(of matrix: Matrix) {
    self.init(columns: matrix.columns)
    var rows = matrix
    add(&rows)
  }

  /// The triangle of the transpose of a matrix; the transpose is never stored as a whole.
  ///
  /// - Complexity: O(m·n²) for an n × m matrix.
  public init(ofTransposed matrix: Matrix) {
    self.init(columns: matrix.rows)
    var block = Matrix(rows: Self.rowsAtOnce, columns: matrix.rows)
    for start in stride(from: 0, to: matrix.columns, by: Self.rowsAtOnce) {
      let count = min(Self.rowsAtOnce, matrix.columns - start)
      block.elements.withUnsafeMutableBufferPointer { block in
        matrix.elements.withUnsafeBufferPointer { entries in
          for column in 0..<columns {
            for row in 0..<count { block[row * columns + column] = entries[column * matrix.columns + start + row] }
          }
        }
      }
      add(&block, rows: count)
    }
  }

  /// This many rows stay in a near cache while all columns are eliminated.
  private static let rowsAtOnce = 64

  /// Forgets all rows.
  public mutating func reset() {
    triangle.elements.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  /// Adds rows of A, all finite; the block is overwritten.
  ///
  /// - Parameters:
  ///   - block: a matrix with as many columns as A.
  ///   - count: how many of its rows to add, from the first.
  /// - Complexity: O(count·n²), no allocation.
  public mutating func add(_ block: inout Matrix, rows count: Int? = nil) {
    let (rows, size) = (count ?? block.rows, columns)
    precondition(block.columns == size && rows <= block.rows, "a block has the columns of the whole matrix")
    guard rows > 0 else { return }
    triangle.elements.withUnsafeMutableBufferPointer { triangle in
      block.elements.withUnsafeMutableBufferPointer { block in
        products.withUnsafeMutableBufferPointer { products in
          weights.withUnsafeMutableBufferPointer { weights in
            guard let triangle = triangle.baseAddress, let block = block.baseAddress,
              let products = products.baseAddress, let weights = weights.baseAddress
            else { return }
            for start in stride(from: 0, to: rows, by: Self.rowsAtOnce) {
              let count = min(Self.rowsAtOnce, rows - start)
              let block = block + start * size
              let place = Place(rows: count, size: size, products: products, weights: weights)
              place.project(block, width: size)
              for column in 0..<size {
                place.eliminate(column, triangle: triangle + column * (size + 1), block: block + column)
              }
            }
          }
        }
      }
    }
  }
}

/// A block below a triangle, while its columns are eliminated one after the other.
private struct Place {
  let rows: Int
  /// n.
  let size: Int
  let products: UnsafeMutablePointer<Double>
  let weights: UnsafeMutablePointer<Double>

  /// Products of the first column of a block with itself and those after it.
  func project(_ block: UnsafePointer<Double>, width: Int) {
    DenseProduct(rows: 1, inner: rows, columns: width, leftStrides: (size, size), rightStride: size)(
      block, block, into: products)
  }

  /// Reflects a column of the block into the triangle; `products` are its own, and afterwards the next column's.
  ///
  /// With α the diagonal entry, x the column below it, β = ∓√(α² + xᵀx) and v = (α − β, x), the reflection is
  /// I + v vᵀ / (β(α − β)).
  @inline(__always)
  func eliminate(_ column: Int, triangle: UnsafeMutablePointer<Double>, block: UnsafeMutablePointer<Double>) {
    let width = size - column
    var unit = 1.0
    if !(1e-280..<1e280).contains(products[0]) || triangle[0].magnitude > 1e140 {
      // Squares that underflow or overflow, or a column of zeros.
      unit = scaleColumn(block, atLeast: triangle[0].magnitude)
      guard unit > 0 else {
        if width > 1 { project(block + 1, width: width - 1) }
        return
      }
      project(block, width: width)
    }
    let alpha = triangle[0] / unit
    let length = (alpha * alpha + products[0]).squareRoot()
    let beta = alpha > 0 ? -length : length
    let head = alpha - beta
    triangle[0] = unit * beta
    guard width > 1 else { return }
    let factor = 1 / (beta * head)
    for index in 1..<width {
      let weight = factor * (head * triangle[index] + products[index])
      triangle[index] += head * weight
      weights[index] = weight
    }
    Reflection(rows: rows, columns: width - 1, stride: size)(block + 1, weights: weights + 1, products: products)
  }

  /// Divides a column by the power of two of its largest entry, or of the one above it on the diagonal if that is larger.
  ///
  /// - Returns: the power of two; 0 for a column of zeros, or of numbers too small for division, which needs no reflection.
  private func scaleColumn(_ column: UnsafeMutablePointer<Double>, atLeast diagonal: Double) -> Double {
    var largest = 0.0
    for row in 0..<rows { largest = max(largest, column[row * size].magnitude) }
    // The rest of a block beyond its rank shrinks with every column; below normal numbers it counts as zero.
    guard largest > 0, max(largest, diagonal).isNormal else { return 0 }
    let unit = max(largest, diagonal).exponentPowerOfTwo
    for row in 0..<rows { column[row * size] /= unit }
    return unit
  }
}
