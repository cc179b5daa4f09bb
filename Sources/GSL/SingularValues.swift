internal import CGSL

/// The singular values of one matrix after another of the same shape, without vectors, and without new memory.
///
/// The matrix is brought to a triangle first (QR), which has the same singular values and is as small as its shorter side;
/// the triangle's are computed by Golub and Reinsch's method (GSL, `gsl_linalg_SV_decomp`).
public struct SingularValues {
  private var tall: Matrix
  private var scales: [Double]
  private var triangle: Matrix
  private var rotation: Matrix
  private var workspace: [Double]
  private let isTransposed: Bool

  /// The values of the last matrix, descending: min(m, n) of them.
  public private(set) var values: [Double]

  /// Room for m × n matrices.
  public init(rows: Int, columns: Int) {
    isTransposed = rows < columns
    let size = min(rows, columns)
    tall = Matrix(rows: max(rows, columns), columns: size)
    scales = [Double](repeating: 0, count: size)
    triangle = Matrix(rows: size, columns: size)
    rotation = Matrix(rows: size, columns: size)
    workspace = [Double](repeating: 0, count: size)
    values = [Double](repeating: 0, count: size)
  }

  /// Computes the values of a matrix.
  ///
  /// - Throws: ``GSLError`` for entries that are not finite (GSL would not return) and if GSL gives up.
  /// - Complexity: O(m·n·min(m, n)), no allocation in Swift.
  public mutating func compute(_ matrix: Matrix) throws(GSLError) {
    let calculation = "the singular values"
    try GSLLibrary.requireFinite(matrix, calculation)
    guard !values.isEmpty else { return }
    // A power of two brings the largest entry near 1, exactly: squares neither overflow nor vanish inside GSL.
    let scale = matrix.largestMagnitude.exponentPowerOfTwo
    if isTransposed { tall.setTransposed(matrix) } else { tall.set(1, times: matrix) }
    if scale != 1 { tall.multiply(by: 1 / scale) }
    if tall.rows > tall.columns {
      try GSLLibrary.run(calculation) {
        tall.withMutableGSLMatrix { matrix in scales.withMutableGSLVector { gsl_linalg_QR_decomp(matrix, $0) } }
      }
    }
    triangle.setUpperTriangle(of: tall, isFull: tall.rows == tall.columns)
    try GSLLibrary.run(calculation) {
      triangle.withMutableGSLMatrix { triangle in
        rotation.withMutableGSLMatrix { rotation in
          values.withMutableGSLVector { values in
            workspace.withMutableGSLVector { gsl_linalg_SV_decomp(triangle, rotation, values, $0) }
          }
        }
      }
    }
    for index in values.indices { values[index] *= scale }
  }
}

extension Matrix {
  /// A ← αA.
  fileprivate mutating func multiply(by factor: Double) {
    elements.withUnsafeMutableBufferPointer { entries in
      for index in entries.indices { entries[index] *= factor }
    }
  }

  /// A ← the upper triangle of the first rows of another matrix, or all of them.
  fileprivate mutating func setUpperTriangle(of other: Matrix, isFull: Bool) {
    let size = rows
    other.elements.withUnsafeBufferPointer { other in
      elements.withUnsafeMutableBufferPointer { result in
        for row in 0..<size {
          for column in 0..<size {
            result[row * size + column] = isFull || column >= row ? other[row * size + column] : 0
          }
        }
      }
    }
  }
}
