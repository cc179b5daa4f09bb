internal import CGSL

/// C ← αAB + βC for blocks of matrices stored row by row.
///
/// GSL's own BLAS is a plain nest of loops. The kernel (CGSL, `product.h`) keeps up to 64 results in registers and adds in
/// the same order (β·C first, then the terms α·a_ik·b_kj by ascending k, each rounded separately), so that the two agree bit by
/// bit (on x86-64; up to rounding if a C compiler fused GSL's multiplications with additions). Debug builds, in which C is
/// not optimized either, use GSL's.
///
/// - Complexity: O(m·k·n), no allocation.
struct DenseProduct {
  /// How a product is computed; all give the same bits.
  enum Method: CaseIterable {
    /// The kernel for this processor.
    case kernel
    /// The kernel for 256-bit vectors, if the processor has them.
    case wideKernel
    /// The kernel for any processor.
    case plainKernel
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
    private static let usual = Method.library
  #else
    private static let usual = Method.kernel
  #endif

  /// Computes all of C.
  @inline(__always)
  func callAsFunction(
    _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>,
    by method: Method = usual
  ) {
    if method == .library { return computeByLibrary(left, right, into: result) }
    var product = dlnn_product(
      rows: rows, inner: inner, columns: columns, left: left, left_row: leftStrides.row,
      left_column: leftStrides.column, right: right, right_stride: rightStride, result: result,
      result_stride: resultStride, scale: scale, retained: retained)
    switch method {
    case .wideKernel where dlnn_has_wide_vectors() != 0: dlnn_multiply_wide(&product)
    case .plainKernel, .wideKernel: dlnn_multiply_plain(&product)
    case .kernel, .library: dlnn_multiply(&product)
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
