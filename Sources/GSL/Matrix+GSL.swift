internal import CGSL

// GSL sees a matrix's own storage. GSL refuses views without rows or columns: callers handle empty matrices.
extension Matrix {
  func withGSLMatrix<Result>(_ body: (UnsafePointer<gsl_matrix>) throws -> Result) rethrows -> Result {
    try elements.withUnsafeBufferPointer { buffer in
      precondition(!buffer.isEmpty, "GSL does not see empty matrices")
      let view = gsl_matrix_const_view_array(buffer.baseAddress, rows, columns)
      return try withUnsafePointer(to: view.matrix, body)
    }
  }

  mutating func withMutableGSLMatrix<Result>(_ body: (UnsafeMutablePointer<gsl_matrix>) throws -> Result) rethrows
    -> Result
  {
    let (rows, columns) = (rows, columns)
    return try elements.withUnsafeMutableBufferPointer { buffer in
      precondition(!buffer.isEmpty, "GSL does not see empty matrices")
      var view = gsl_matrix_view_array(buffer.baseAddress, rows, columns)
      return try withUnsafeMutablePointer(to: &view.matrix, body)
    }
  }
}

extension [Double] {
  func withGSLVector<Result>(_ body: (UnsafePointer<gsl_vector>) throws -> Result) rethrows -> Result {
    try withUnsafeBufferPointer { buffer in
      precondition(!buffer.isEmpty, "GSL does not see empty vectors")
      let view = gsl_vector_const_view_array(buffer.baseAddress, buffer.count)
      return try withUnsafePointer(to: view.vector, body)
    }
  }

  mutating func withMutableGSLVector<Result>(_ body: (UnsafeMutablePointer<gsl_vector>) throws -> Result) rethrows
    -> Result
  {
    try withUnsafeMutableBufferPointer { buffer in
      precondition(!buffer.isEmpty, "GSL does not see empty vectors")
      var view = gsl_vector_view_array(buffer.baseAddress, buffer.count)
      return try withUnsafeMutablePointer(to: &view.vector, body)
    }
  }
}
