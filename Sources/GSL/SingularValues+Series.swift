internal import CGSL

extension SingularValues {
  /// The singular values of each of many matrices of one shape.
  ///
  /// Small ones (with a shorter side of at most 32) are brought to triangles, and eight of these at a time are made
  /// orthogonal by Jacobi's rotations, one in each lane of a vector: much faster than one after the other, and more
  /// accurate. Rows of a triangle are rotated, which converges in fewer sweeps than columns.
  ///
  /// Demmel, J. & Veselić, K. (1992). SIAM J. Matrix Anal. Appl. 13, 1204–1245. doi:10.1137/0613074
  /// Drmač, Z. & Veselić, K. (2008). SIAM J. Matrix Anal. Appl. 29, 1322–1342. doi:10.1137/050639193
  ///
  /// - Parameter matrices: m × n entries of each, row by row, one matrix after the other.
  /// - Returns: min(m, n) values of each, descending.
  /// - Throws: as ``compute(_:)``.
  /// - Complexity: O(m·n·min(m, n)) for each.
  public mutating func compute(each matrices: ArraySlice<Double>) throws(GSLError) -> [Double] {
    let (rows, columns, size) = (shape.rows, shape.columns, values.count)
    let length = rows * columns
    guard length > 0 else { return [] }
    let count = matrices.count / length
    precondition(count * length == matrices.count, "whole matrices")
    var all = [Double](repeating: 0, count: count * size)
    try matrices.withUnsafeBufferPointer { (entries) throws(GSLError) in
      func matrix(_ index: Int) -> UnsafeBufferPointer<Double> {
        UnsafeBufferPointer(rebasing: entries[index * length..<(index + 1) * length])
      }
      guard size <= dlnn_largest_rotated else {
        for index in 0..<count {
          try compute(Matrix(rows: rows, columns: columns, elements: Array(matrix(index))))
          for mode in 0..<size { all[index * size + mode] = values[mode] }
        }
        return
      }
      let lanes = dlnn_lanes
      var vectors = [Double](repeating: 0, count: size * size * lanes)
      var scales = [Double](repeating: 1, count: lanes)
      for first in stride(from: 0, to: count, by: lanes) {
        let group = first..<min(first + lanes, count)
        for index in group {
          let (square, scale) = try square(matrix(index))
          scales[index - first] = scale
          square.spread(into: &vectors, lane: index - first, of: lanes)
        }
        let hasConverged = vectors.withUnsafeMutableBufferPointer {
          $0.baseAddress.map { dlnn_rotated_singular_values(size, $0) != 0 } ?? true
        }
        for index in group {
          if hasConverged {
            for mode in 0..<size { values[mode] = scales[index - first] * vectors[mode * size * lanes + index - first] }
            values.withUnsafeMutableBufferPointer { BidiagonalSingularValues.sort($0) }
          } else {
            // Never seen; the other way does not depend on rotations coming to an end.
            try compute(Matrix(rows: rows, columns: columns, elements: Array(matrix(index))))
          }
          for mode in 0..<size { all[index * size + mode] = values[mode] }
        }
      }
    }
    return all
  }
}

extension Matrix {
  /// Copies the entries, row by row, into one lane of a sequence of vectors.
  fileprivate func spread(into vectors: inout [Double], lane: Int, of lanes: Int) {
    elements.withUnsafeBufferPointer { elements in
      vectors.withUnsafeMutableBufferPointer { vectors in
        for index in elements.indices { vectors[index * lanes + lane] = elements[index] }
      }
    }
  }
}
