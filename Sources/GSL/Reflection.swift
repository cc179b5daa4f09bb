internal import CGSL

/// A step of a Householder triangularization: C_ij ← C_ij + x_i w_j, and then s_j = Σ_i C_i0 C_ij.
///
/// The column x is in the block itself, before its first column. This is one pass instead of two products (`DenseProduct`), with
/// the same bits.
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
    by method: DenseProduct.Method = .kernel
  ) {
    var reflection = dlnn_reflection(
      rows: rows, columns: columns, factor: block - 1, block: block, stride: stride, weights: weights,
      products: products)
    switch method {
    case .wideKernel where dlnn_has_wide_vectors() != 0: dlnn_reflect_wide(&reflection)
    case .plainKernel, .wideKernel: dlnn_reflect_plain(&reflection)
    case .kernel, .simpleKernel, .library: dlnn_reflect(&reflection)
    }
  }
}
