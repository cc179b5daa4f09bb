internal import CGSL

/// A step of a Householder triangularization: C_ij ← C_ij + x_i w_j, and then s_j = Σ_i C_i0 C_ij.
///
/// The column x is in the block itself, before its first column. This is one pass instead of two products, with the same
/// bits.
struct Reflection {
  /// Rows of C.
  let rows: Int
  /// Columns of C, at least 1.
  let columns: Int
  /// The stride between rows of C, and between entries of x.
  let stride: Int

  /// Changes C, and computes s.
  @inline(__always)
  func callAsFunction(
    _ block: UnsafeMutablePointer<Double>, weights: UnsafePointer<Double>, products: UnsafeMutablePointer<Double>,
    by method: DenseProduct.Method? = nil
  ) {
    #if DEBUG
      let method = method ?? .library
    #else
      let method = method ?? .kernel
    #endif
    if method == .library {
      DenseProduct(
        rows: rows, inner: 1, columns: columns, leftStrides: (stride, 1), resultStride: stride, retained: 1)(
          block - 1, weights, into: block)
      DenseProduct(rows: 1, inner: rows, columns: columns, leftStrides: (stride, stride), rightStride: stride)(
        block, block, into: products)
      return
    }
    var reflection = dlnn_reflection(
      rows: rows, columns: columns, factor: block - 1, block: block, stride: stride, weights: weights,
      products: products)
    if method == .kernel { dlnn_reflect(&reflection) } else { dlnn_reflect_plain(&reflection) }
  }
}
