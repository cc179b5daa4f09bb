internal import CGSL
internal import Dispatch

/// C ← αAB + βC for blocks of matrices stored row by row.
///
/// The kernel (CGSL, `product.h`) keeps up to 96 results in registers. Each entry begins with β·C; then (α·a_ik)·b_kj is added by
/// ascending k, fused: the product is not rounded before it is added. On every processor, with and without optimization, the
/// bits are the same.
///
/// GSL's own BLAS is a plain nest of loops, which rounds every product. It is the oracle: with u = 2⁻⁵³ both are within
/// (k + 2)·u·Σ_k |α·a_ik·b_kj| of the true sum.
///
/// - Complexity: O(m·k·n), no allocation; rows of large products on all free processors.
struct DenseProduct {
  /// How a product is computed; all kernels give the same bits.
  enum Method: CaseIterable {
    /// The kernel for this processor.
    case kernel
    /// The kernel for 256-bit vectors, if the processor has them.
    case wideKernel
    /// The kernel for any processor.
    case plainKernel
    /// The kernel without tiles: debug builds, in which C is not optimized, use it.
    case simpleKernel
    /// GSL's BLAS.
    case library
  }

  /// Rows of A and C.
  let rows: Int
  /// Columns of A, rows of B.
  let inner: Int
  /// Columns of B and C.
  let columns: Int
  /// The strides of A along a column and along a row: (k, 1), or (1, m) if Aᵀ is stored.
  let leftStrides: (row: Int, column: Int)
  /// The stride between rows of B.
  let rightStride: Int
  /// The stride between rows of C.
  let resultStride: Int
  let scale: Double
  let retained: Double

  /// A product of blocks; without a stride, rows are contiguous.
  init(
    rows: Int, inner: Int, columns: Int, leftStrides: (row: Int, column: Int), rightStride: Int? = nil,
    resultStride: Int? = nil, scale: Double = 1, retained: Double = 0
  ) {
    self.rows = rows
    self.inner = inner
    self.columns = columns
    self.leftStrides = leftStrides
    self.rightStride = rightStride ?? columns
    self.resultStride = resultStride ?? columns
    self.scale = scale
    self.retained = retained
  }

  #if DEBUG
    private static func usual(_ product: inout dlnn_product) { dlnn_multiply_simply(&product) }
  #else
    @inline(__always)
    private static func usual(_ product: inout dlnn_product) { dlnn_multiply(&product) }
  #endif

  /// From so many multiplications on, rows are computed side by side on all free processors: a fraction of a millisecond.
  private static let parallelSize = 1 << 22
  /// Rows that are computed together.
  private static let rowsAtOnce = 48

  /// Computes all of C.
  @inline(__always)
  func callAsFunction(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>,
    by method: Method = .kernel
  ) {
    switch method {
    case .library: computeByLibrary(left, right, into: result)
    case .kernel where rows > Self.rowsAtOnce && rows * inner * columns > Self.parallelSize:
      computeInParallel(left, right, into: result)
    default: compute(0..<rows, left, right, into: result, by: method)
    }
  }

  @inline(__always)
  private func compute(
    _ part: Range<Int>, _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>,
    into result: UnsafeMutablePointer<Double>, by method: Method
  ) {
    var product = dlnn_product(
      rows: part.count, inner: inner, columns: columns, left: left + part.lowerBound * leftStrides.row,
      left_row: leftStrides.row, left_column: leftStrides.column, right: right, right_stride: rightStride,
      result: result + part.lowerBound * resultStride, result_stride: resultStride, scale: scale, retained: retained)
    switch method {
    case .wideKernel where dlnn_has_wide_vectors() != 0: dlnn_multiply_wide(&product)
    case .plainKernel, .wideKernel: dlnn_multiply_plain(&product)
    case .simpleKernel: dlnn_multiply_simply(&product)
    case .kernel, .library: Self.usual(&product)
    }
  }

  private func computeInParallel(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>
  ) {
    nonisolated(unsafe) let (left, right, result) = (left, right, result)
    let parts = (rows + Self.rowsAtOnce - 1) / Self.rowsAtOnce
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let start = part * Self.rowsAtOnce
      compute(start..<min(start + Self.rowsAtOnce, rows), left, right, into: result, by: .kernel)
    }
  }

  /// Computes all of C from parts of at most 256 terms, each summed separately.
  ///
  /// Adding 10,000 terms one after the other has ten times the rounding error of sums of parts, because the error grows with
  /// the number of additions for each term.
  func inParts(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>
  ) {
    let size = 256
    guard inner > size else { return self(left, right, into: result) }
    var part = [Double](repeating: 0, count: rows * columns)
    for start in stride(from: 0, to: inner, by: size) {
      DenseProduct(
        rows: rows, inner: min(size, inner - start), columns: columns, leftStrides: leftStrides,
        rightStride: rightStride, scale: scale)(
          left + start * leftStrides.column, right + start * rightStride, into: &part)
      for row in 0..<rows {
        let place = result + row * resultStride
        for column in 0..<columns {
          let before = start > 0 ? place[column] : retained == 0 ? 0 : retained * place[column]
          place[column] = before + part[row * columns + column]
        }
      }
    }
  }

  private func computeByLibrary(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>
  ) {
    guard rows > 0, columns > 0 else { return }
    let isTransposed = leftStrides.row == 1 && rows > 1 || leftStrides.column != 1
    let leftStride = isTransposed ? leftStrides.column : leftStrides.row
    // For a factor with a single row or column, BLAS checks a stride that it does not use.
    cblas_dgemm(
      CblasRowMajor, isTransposed ? CblasTrans : CblasNoTrans, CblasNoTrans, CInt(rows), CInt(columns), CInt(inner),
      scale, left, CInt(max(leftStride, isTransposed ? rows : inner, 1)), right, CInt(max(rightStride, columns)),
      retained, result, CInt(max(resultStride, columns)))
  }
}
