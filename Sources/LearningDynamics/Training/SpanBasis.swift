package import GSL

/// A basis of the span of all targets and of the initial last layer, in which a training loses nothing.
///
/// With [Yᵀ, Z] = Q R (in a history the targets of all phases, [Y_1ᵀ, Y_2ᵀ, …, Z]), N × r, where W_L(0) = σZ, gradient descent keeps W_L within the span of Q: trained on the columns of
/// R it gives the same losses, singular values and hidden activity. Q is never formed, and Z is never in memory as a whole: R
/// is built in one pass over blocks of features, and if a row of Q is needed, Z is drawn again.
///
/// The basis does not depend on η, and on γ only through σ.
package struct SpanBasis: Equatable, Sendable {
  /// R, r × r, r = P + h: the coordinates of Yᵀ, then those of Z.
  package let triangle: Matrix
  /// σ, the factor from the coordinates of Z to those of W_L(0).
  package private(set) var scale: Double
  /// W_1(0) … W_(L−1)(0).
  package private(set) var firstLayers: [Matrix]
  /// The same, unscaled.
  private let unscaledFirstLayers: [Matrix]
  /// Qᵀ W̄, r × n, of the dataset's true map, if it has one.
  let trueMap: Matrix?
  private var start: InitialWeights
  private let targets: Matrix
  /// Rows of [Yᵀ, Z] by feature, for the features given in advance.
  private var kept: [Int: [Double]] = [:]

  /// Draws a network's initial weights and builds R.
  ///
  /// - Parameters:
  ///   - start: the network's initial weights.
  ///   - dataset: the dataset.
  ///   - weights: the same weights, which are already being drawn; without them, or if they are others, they are drawn now.
  ///   - features: the features whose predictions will be needed; for others Z is drawn again.
  /// - Throws: `GSLError` without memory for a generator, `CancellationError` when the task it runs in is cancelled.
  /// - Complexity: O(N·(P + h)²) in time; in memory (P + h)² and some blocks of Z, whatever N.
  package init(
    _ start: InitialWeights, from weights: WeightsAhead? = nil, on dataset: Dataset, following features: Set<Int> = []
  ) throws {
    let drawn = weights.flatMap { $0.serves(start) ? $0 : nil } ?? WeightsAhead(start)
    self.start = start
    targets = Matrix(stacking: dataset.taughtTargets.matrices)
    let scales = start.scales
    scale = scales[scales.count - 1]
    unscaledFirstLayers = try drawn.firstLayers()
    firstLayers = zip(scales, unscaledFirstLayers).map { $0 * $1 }
    var factors = TriangularFactors(rows: targets.columns, columns: targets.rows + start.lastWidth)
    var kept: [Int: [Double]] = [:]
    // [Yᵀ, Z]ᵀ W̄.
    let size = targets.rows + start.lastWidth
    var products = dataset.trueMap.map { Matrix(rows: size, columns: $0.columns) }
    try Self.forEachBlock(of: drawn, width: start.lastWidth, beside: targets) { rows, block in
      for feature in features where rows.contains(feature) { kept[feature] = block.row(feature - rows.lowerBound) }
      if let map = dataset.trueMap {
        products?.setProduct(block.rows(0..<rows.count).transposedFactor, map.rows(rows), adding: 1)
      }
      factors.add(&block, rows: rows.count)
    }
    let whole = factors.whole().triangle
    trueMap = try products.map { (products) throws(GSLError) in
      try TriangularSystem(whole).solveTransposed(products)
    }
    triangle = whole
    self.kept = kept
  }

  /// Its size in memory without the targets, in bytes.
  var byteCount: Int {
    let layers = firstLayers + unscaledFirstLayers
    return 8
      * (triangle.elements.count + (trueMap?.elements.count ?? 0) + layers.reduce(0) { $0 + $1.elements.count }
        + kept.values.reduce(0) { $0 + $1.count })
  }

  /// The basis for the same random numbers at another scale γ: R is the same.
  ///
  /// - Complexity: O(number of weights of the first layers).
  func scaled(by scale: Double) -> SpanBasis {
    var result = self
    result.start = start.scaled(by: scale)
    let scales = result.start.scales
    result.scale = scales[scales.count - 1]
    result.firstLayers = zip(scales, unscaledFirstLayers).map { $0 * $1 }
    return result
  }

  /// Rows of [Yᵀ, Z] in blocks, which the function may overwrite.
  private static func forEachBlock(
    of weights: WeightsAhead, width: Int, beside targets: Matrix, _ use: (Range<Int>, inout Matrix) throws -> Void
  ) throws {
    let (items, count) = (targets.rows, targets.columns)
    var values: [Double] = []
    var block = Matrix(rows: largestBlock, columns: items + width)
    while let drawn = try weights.next(into: &values) {
      if Task.isCancelled { throw CancellationError() }
      var start = drawn.lowerBound
      while start < drawn.upperBound {
        let left = drawn.upperBound - start
        let features = start..<start + (left <= largestBlock ? left : LayerRows.usualBlockSize)
        block.withMutableElements { block in
          targets.elements.withUnsafeBufferPointer { targets in
            for item in 0..<items {
              let row = item * count
              for feature in features { block[(feature - start) * (items + width) + item] = targets[row + feature] }
            }
          }
          values.withUnsafeBufferPointer { values in
            for feature in features {
              let (place, from) = ((feature - start) * (items + width) + items, (feature - drawn.lowerBound) * width)
              for unit in 0..<width { block[place + unit] = values[from + unit] }
            }
          }
        }
        try use(features, &block)
        start = features.upperBound
      }
    }
  }

  /// The rows of the largest block.
  private static let largestBlock = LayerRows.usualBlockSize + LayerRows.rest

  /// Row f of Q, r numbers: the solution of Rᵀq = row f of [Yᵀ, Z].
  ///
  /// If R is singular, many q solve it, and all of them give the same predictions, because training never leaves the span of
  /// R; this is the shortest.
  ///
  /// - Complexity: O(r²); for a feature that was not given in advance O(N·h) more.
  package func row(ofFeature feature: Int) throws(GSLError) -> [Double] {
    let row = if let known = kept[feature] { known } else { try spanningRow(feature) }
    return try TriangularSystem(triangle).solveTransposed(row)
  }

  /// Row f of [Yᵀ, Z], drawn again.
  private func spanningRow(_ feature: Int) throws(GSLError) -> [Double] {
    var network = try start.initialNetwork()
    var values = network.lastLayer.blockBuffer
    let width = network.lastLayer.columns
    while let rows = network.lastLayer.next(into: &values) {
      guard rows.contains(feature) else { continue }
      let row = feature - rows.lowerBound
      return targets.column(feature) + values[row * width..<(row + 1) * width]
    }
    preconditionFailure("a feature from 0 to N − 1")
  }

  /// Q times a matrix of r rows, N rows: [Yᵀ, Z] R⁻¹ times it.
  ///
  /// - Throws: as ``init(_:on:following:)``.
  /// - Complexity: O(N·r·c) for c columns.
  package func expand(_ outputs: Matrix) throws -> Matrix {
    var elements: [Double] = []
    elements.reserveCapacity(targets.columns * outputs.columns)
    try forEachBlock(of: outputs) { features, product in
      elements.append(contentsOf: product.elements.prefix(features.count * outputs.columns))
    }
    return Matrix(rows: targets.columns, columns: outputs.columns, elements: elements)
  }

  /// Calls a function with Q times a matrix of r rows, block by block, so that all N rows are never in memory at once.
  ///
  /// - Parameters:
  ///   - outputs: r × c.
  ///   - body: gets features and a matrix whose first rows belong to them; it may have more rows.
  /// - Throws: as ``init(_:on:following:)``, and errors of the function.
  /// - Complexity: O(N·r·c) in time; in memory 79·c numbers and some blocks of Z, which is drawn again.
  package func forEachBlock(of outputs: Matrix, _ body: (Range<Int>, Matrix) throws -> Void) throws {
    let coefficients = try TriangularSystem(triangle).solve(outputs)
    var product = Matrix(rows: Self.largestBlock, columns: outputs.columns)
    try Self.forEachBlock(of: WeightsAhead(start), width: start.lastWidth, beside: targets) { features, block in
      product.setProduct(block, coefficients)
      try body(features, product)
    }
  }
}

extension Dataset {
  /// How many columns the targets of all phases have together, P for each different one.
  var spannedTargets: Int { phases.isEmpty ? itemCount : itemCount * taughtTargets.matrices.count }
}

extension Matrix {
  /// Matrices of equally many columns below each other.
  fileprivate init(stacking matrices: [Matrix]) {
    guard matrices.count > 1 else {
      self = matrices[0]
      return
    }
    self.init(
      rows: matrices.reduce(0) { $0 + $1.rows }, columns: matrices[0].columns, elements: matrices.flatMap(\.elements))
  }
}
