/// C ← αAB + βC for matrices stored row by row, with eight results at a time in registers.
///
/// GSL's own BLAS is a plain nest of loops. This one adds in the same order (β·C first, then the terms α·a_ik·b_kj by
/// ascending k, each rounded by itself), so that the two agree to the last bit; debug builds, in which this one is slow,
/// use GSL's.
///
/// - Complexity: O(m·k·n), no allocation.
struct DenseProduct {
  /// Rows of A and C.
  let rows: Int
  /// Columns of A, rows of B.
  let inner: Int
  /// Columns of B and C.
  let columns: Int
  /// How far entries of A are apart along a column and along a row: (k, 1), or (1, m) where Aᵀ is stored.
  let leftStrides: (row: Int, column: Int)
  let scale: Double
  let retained: Double

  /// Computes all of C.
  func compute(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>
  ) {
    var column = 0
    while column + 8 <= columns {
      computeColumns(SIMD8<Double>.self, from: column, left, right, result)
      column += 8
    }
    if column + 4 <= columns {
      computeColumns(SIMD4<Double>.self, from: column, left, right, result)
      column += 4
    }
    if column + 2 <= columns {
      computeColumns(SIMD2<Double>.self, from: column, left, right, result)
      column += 2
    }
    if column < columns { computeLastColumn(left, right, result) }
  }

  /// A block of columns as wide as the vector, two rows at a time, which then share what is read of B.
  @inline(__always)
  private func computeColumns<Vector: SIMD>(
    _: Vector.Type, from column: Int, _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>,
    _ result: UnsafeMutablePointer<Double>
  ) where Vector.Scalar == Double {
    var row = 0
    while row + 2 <= rows {
      let (first, second) = (result + row * columns + column, result + (row + 1) * columns + column)
      var (upper, lower) = (start(Vector.self, first), start(Vector.self, second))
      var entry = left + row * leftStrides.row
      var block = right + column
      for _ in 0..<inner {
        let values = UnsafeRawPointer(block).loadUnaligned(as: Vector.self)
        upper += (scale * entry[0]) * values
        lower += (scale * entry[leftStrides.row]) * values
        entry += leftStrides.column
        block += columns
      }
      UnsafeMutableRawPointer(first).storeBytes(of: upper, as: Vector.self)
      UnsafeMutableRawPointer(second).storeBytes(of: lower, as: Vector.self)
      row += 2
    }
    guard row < rows else { return }
    let last = result + row * columns + column
    var sums = start(Vector.self, last)
    for index in 0..<inner {
      let values = UnsafeRawPointer(right + index * columns + column).loadUnaligned(as: Vector.self)
      sums += (scale * left[row * leftStrides.row + index * leftStrides.column]) * values
    }
    UnsafeMutableRawPointer(last).storeBytes(of: sums, as: Vector.self)
  }

  /// β times what is there, or zeros, whatever is there.
  @inline(__always)
  private func start<Vector: SIMD>(_: Vector.Type, _ place: UnsafePointer<Double>) -> Vector
  where Vector.Scalar == Double {
    if retained == 0 { return Vector(repeating: 0) }
    let present = UnsafeRawPointer(place).loadUnaligned(as: Vector.self)
    return retained == 1 ? present : retained * present
  }

  private func computeLastColumn(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>
  ) {
    let column = columns - 1
    for row in 0..<rows {
      let place = row * columns + column
      var sum = retained == 0 ? 0 : retained * result[place]
      for index in 0..<inner {
        sum += (scale * left[row * leftStrides.row + index * leftStrides.column]) * right[index * columns + column]
      }
      result[place] = sum
    }
  }
}
