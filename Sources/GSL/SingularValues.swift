internal import CGSL

/// Computes the singular values of many matrices of the same shape, without vectors; its memory is used again for each.
///
/// A tall matrix is first reduced to a triangle (``TriangularFactor``), which has the same singular values and the size of
/// the shorter side; then to two diagonals (`Bidiagonalization`), and then to the values
/// (`BidiagonalSingularValues`). Each step is backward stable: errors are a small multiple of 2⁻⁵² times the largest value.
public struct SingularValues: Sendable {
  private var tall: Matrix
  private var factor: TriangularFactor
  private var bidiagonalization: Bidiagonalization
  private var superdiagonal: [Double]
  let shape: (rows: Int, columns: Int)

  /// The values of the last matrix, descending: min(m, n) of them.
  public internal(set) var values: [Double]

  /// Allocates memory for m × n matrices.
  public init(rows: Int, columns: Int) {
    shape = (rows, columns)
    let size = min(rows, columns)
    tall = Matrix(rows: max(rows, columns), columns: size)
    factor = TriangularFactor(columns: size)
    bidiagonalization = Bidiagonalization(size: size)
    superdiagonal = [Double](repeating: 0, count: max(0, size - 1))
    values = [Double](repeating: 0, count: size)
  }

  /// Computes the values of a matrix.
  ///
  /// - Throws: ``GSLError`` for entries that are not finite, and if the iteration does not converge.
  /// - Complexity: O(m·n·min(m, n)), no allocation.
  public mutating func compute(_ matrix: Matrix) throws(GSLError) {
    try matrix.elements.withUnsafeBufferPointer { (entries) throws(GSLError) in try compute(entries) }
  }

  private mutating func compute(_ entries: UnsafeBufferPointer<Double>) throws(GSLError) {
    guard !values.isEmpty else { return }
    let (small, scale) = try square(entries)
    bidiagonalization.reduce(small)
    for index in values.indices { values[index] = bidiagonalization.diagonal[index] }
    for index in superdiagonal.indices { superdiagonal[index] = bidiagonalization.superdiagonal[index] }
    let hasConverged = values.withUnsafeMutableBufferPointer { values in
      superdiagonal.withUnsafeMutableBufferPointer { BidiagonalSingularValues.compute(values, $0) }
    }
    guard hasConverged else { throw GSLError(calculation: Self.calculation, code: Int32(GSL_EMAXITER)) }
    for index in values.indices { values[index] *= scale }
  }

  static let calculation = "the singular values"

  /// Reduces a matrix, given by its entries row by row, to a square one with the same singular values up to a factor.
  ///
  /// - Returns: the square matrix, and the factor.
  mutating func square(_ entries: UnsafeBufferPointer<Double>) throws(GSLError) -> (matrix: Matrix, scale: Double) {
    let largest = entries.largestMagnitude
    guard largest.isFinite else {
      throw GSLError(
        calculation: Self.calculation, code: Int32(GSL_EDOM),
        found: "the \(shape.rows) × \(shape.columns) matrix has entries that are not finite")
    }
    // A power of two scales the largest entry to about 1, exactly: squares neither overflow nor underflow where it matters.
    let scale = largest.exponentPowerOfTwo
    let (inverse, rows, columns) = (1 / scale, shape.rows, shape.columns)
    tall.elements.withUnsafeMutableBufferPointer { tall in
      if rows < columns {
        for row in 0..<rows {
          for column in 0..<columns { tall[column * rows + row] = inverse * entries[row * columns + column] }
        }
      } else {
        for index in tall.indices { tall[index] = inverse * entries[index] }
      }
    }
    guard rows != columns else { return (tall, scale) }
    factor.reset()
    factor.add(&tall)
    return (factor.triangle, scale)
  }
}

extension SingularValues {
  /// The singular values of each of many matrices of one shape.
  ///
  /// Small matrices (with a shorter side of at most 32) are reduced to triangles and made orthogonal by Jacobi rotations, eight
  /// at a time, one in each lane of a vector: much faster than one after the other, and more accurate. Rows of a triangle are
  /// rotated, which converges in fewer sweeps than columns.
  ///
  /// Demmel, J. & Veselić, K. (1992). SIAM J. Matrix Anal. Appl. 13, 1204–1245. doi:10.1137/0613074
  /// Drmač, Z. & Veselić, K. (2008). SIAM J. Matrix Anal. Appl. 29, 1322–1342. doi:10.1137/050639193
  ///
  /// - Parameter matrices: m × n entries of each, row by row, one matrix after the other.
  /// - Returns: min(m, n) values of each, descending.
  /// - Throws: as ``compute(_:)``.
  /// - Complexity: O(m·n·min(m, n)) for each.
  public mutating func compute(each matrices: ArraySlice<Double>) throws(GSLError) -> [Double] {
    try compute(each: matrices, by: .kernel)
  }

  /// The same with the kernel for this processor or for another; all give the same bits.
  mutating func compute(each matrices: ArraySlice<Double>, by method: DenseProduct.Method) throws(GSLError) -> [Double]
  {
    let size = values.count
    let length = shape.rows * shape.columns
    guard length > 0 else { return [] }
    let count = matrices.count / length
    precondition(count * length == matrices.count, "whole matrices")
    var all = [Double](repeating: 0, count: count * size)
    let lanes = dlnn_lanes
    let atOnce = size <= dlnn_largest_rotated ? lanes : 1
    var block = [Double](repeating: 0, count: atOnce > 1 ? dlnn_rows_at_once * size * lanes : 0)
    var triangle = [Double](repeating: 0, count: atOnce > 1 ? size * size * lanes : 0)
    try matrices.withUnsafeBufferPointer { (entries) throws(GSLError) in
      for first in stride(from: 0, to: count, by: atOnce) {
        let group = first..<min(first + atOnce, count)
        let places = (0..<lanes).map { min(first + $0, count - 1) * length }
        let scales = atOnce > 1 ? computeEight(entries, at: places, &block, &triangle, by: method) : nil
        for index in group {
          if let scales {
            for mode in 0..<size {
              values[mode] = scales[index - first] * triangle[mode * size * lanes + index - first]
            }
            values.withUnsafeMutableBufferPointer { BidiagonalSingularValues.sort($0) }
          } else {
            try compute(UnsafeBufferPointer(rebasing: entries[index * length..<(index + 1) * length]))
          }
          for mode in 0..<size { all[index * size + mode] = values[mode] }
        }
      }
    }
    return all
  }

  /// Computes the values of eight matrices side by side.
  ///
  /// - Returns: the factors for the numbers in the triangles; nil for entries that are not finite, and if the rotations do not converge,
  ///   which was never observed: the other method does not depend on it.
  private func computeEight(
    _ entries: UnsafeBufferPointer<Double>, at places: [Int], _ block: inout [Double], _ triangle: inout [Double],
    by method: DenseProduct.Method
  ) -> [Double]? {
    guard let start = entries.baseAddress else { return nil }
    return block.withUnsafeMutableBufferPointer { block in
      triangle.withUnsafeMutableBufferPointer { triangle in
        var eight = dlnn_eight()
        (eight.rows, eight.columns) = (shape.rows, shape.columns)
        (eight.block, eight.triangle) = (block.baseAddress, triangle.baseAddress)
        withUnsafeMutableBytes(of: &eight.matrices) { bytes in
          let matrices = bytes.bindMemory(to: UnsafePointer<Double>?.self)
          for lane in matrices.indices { matrices[lane] = start + places[lane] }
        }
        let isDone =
          switch method {
          case .wideKernel where dlnn_has_wide_vectors() != 0: dlnn_eight_values_wide(&eight)
          case .plainKernel, .wideKernel: dlnn_eight_values_plain(&eight)
          case .kernel, .simpleKernel, .library: dlnn_eight_values(&eight)
          }
        return isDone == 0 ? nil : withUnsafeBytes(of: eight.scale) { Array($0.bindMemory(to: Double.self)) }
      }
    }
  }
}
