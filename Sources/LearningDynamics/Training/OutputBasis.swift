package import GSL

/// The coordinates in which a network's outputs are trained: the N features themselves, or fewer.
package enum OutputBasis: Equatable, Sendable {
  /// Every feature is its own coordinate.
  case features(count: Int)
  /// Coordinates in the span of targets and initial last layer.
  case span(SpanBasis)
  /// Coordinates in the span of the targets alone.
  case targets(TargetBasis)

  /// r, the number of coordinates.
  package var count: Int {
    switch self {
    case .features(let count): count
    case .span(let basis): basis.triangle.columns
    case .targets(let basis): basis.triangle.columns
    }
  }

  /// A feature as coordinates, r numbers: its prediction is their product with the outputs.
  ///
  /// - Complexity: as `SpanBasis.row(ofFeature:)`.
  package func row(ofFeature feature: Int) throws(GSLError) -> [Double] {
    switch self {
    case .features(let count):
      var unit = [Double](repeating: 0, count: count)
      unit[feature] = 1
      return unit
    case .span(let basis):
      return try basis.row(ofFeature: feature)
    case .targets(let basis):
      return try basis.row(ofFeature: feature)
    }
  }

  /// Outputs in these coordinates (r rows) by feature, N rows.
  ///
  /// - Complexity: as `SpanBasis.expand(_:)`.
  package func expand(_ outputs: Matrix) throws -> Matrix {
    switch self {
    case .features: outputs
    case .span(let basis): try basis.expand(outputs)
    case .targets(let basis): try basis.expand(outputs)
    }
  }

  /// Calls a function with outputs in these coordinates (r rows) by feature, block by block.
  ///
  /// - Parameters:
  ///   - outputs: r × c.
  ///   - body: gets features and a matrix whose first rows belong to them; it may have more rows.
  /// - Throws: errors of the function; `GSLError`; `CancellationError` when the task it runs in is cancelled.
  /// - Complexity: as `SpanBasis.forEachBlock(of:_:)`; for other bases all features are one block.
  package func forEachBlock(of outputs: Matrix, _ body: (Range<Int>, Matrix) throws -> Void) throws {
    switch self {
    case .features(let count): try body(0..<count, outputs)
    case .span(let basis): try basis.forEachBlock(of: outputs, body)
    case .targets(let basis): try body(0..<basis.featureCount, basis.expand(outputs))
    }
  }
}

/// A basis of the span of the targets alone, for initial weights in this span.
///
/// With Yᵀ = Q R, N × P, a training whose last layer starts in the span of Yᵀ never leaves it, and gives on the columns of R
/// the same losses, singular values and hidden activity: P outputs instead of N. Q is never formed.
package struct TargetBasis: Equatable, Sendable {
  /// R, P × P: the coordinates of Yᵀ.
  package let triangle: Matrix
  private let targets: Matrix

  /// N.
  var featureCount: Int { targets.columns }

  /// The basis of a dataset's targets.
  ///
  /// - Complexity: O(N·P²) in time, P² in memory.
  init(of dataset: Dataset) {
    targets = dataset.targets
    triangle = TriangularFactor(ofTransposed: targets).triangle
  }

  /// Row f of Q, P numbers: the solution of Rᵀq = row f of Yᵀ; where R is singular the shortest.
  ///
  /// - Complexity: O(P²), O(P³) where R is singular.
  package func row(ofFeature feature: Int) throws(GSLError) -> [Double] {
    try TriangularSystem(triangle).solveTransposed(targets.column(feature))
  }

  /// Qᵀ times a matrix of N rows, P rows: R⁻ᵀ Y times it.
  ///
  /// - Complexity: O(P·N·c + P²·c) for c columns.
  func coordinates(of map: Matrix) throws(GSLError) -> Matrix {
    try TriangularSystem(triangle).solveTransposed(targets * map)
  }

  /// Q times a matrix of P rows, N rows: Yᵀ R⁻¹ times it.
  ///
  /// - Complexity: O(N·P·c) for c columns.
  package func expand(_ outputs: Matrix) throws(GSLError) -> Matrix {
    let coefficients = try TriangularSystem(triangle).solve(outputs)
    var product = Matrix(rows: targets.columns, columns: outputs.columns)
    product.setProduct(targets.transposedFactor, coefficients)
    return product
  }
}
