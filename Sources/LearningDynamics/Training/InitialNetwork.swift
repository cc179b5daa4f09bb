internal import GSL

/// A network at state 0, its last layer still to be drawn.
struct InitialNetwork {
  /// What W_1 … W_(L−1) are multiples of.
  let unscaledFirstLayers: [Matrix]
  /// What W_1 … W_L are to be multiplied by.
  let scales: [Double]
  /// W_L.
  var lastLayer: LayerRows

  /// W_1 … W_(L−1).
  var firstLayers: [Matrix] { zip(scales, unscaledFirstLayers).map { $0 * $1 } }

  /// Draws all layers but the last.
  ///
  /// - Parameter widths: n_0 (inputs), hidden widths, n_L (outputs); at least two.
  init(_ distribution: WeightDistribution, widths: [Int], from sampler: WeightSampler) {
    var sampler = sampler
    let shapes = Array(zip(widths.dropFirst(), widths))
    let (outputs, inputs) = shapes[shapes.count - 1]
    scales = distribution.scales(widths: widths, sampler.convention)
    switch distribution {
    case .frameworkDefault:
      unscaledFirstLayers = shapes.dropLast().map { sampler.defaultStart(outputs: $0, inputs: $1) }
      lastLayer = LayerRows(rows: outputs, columns: inputs, .frameworkDefault, scale: 1, from: sampler)
    case .scaledNormal:
      // A framework constructs every layer before anything is redrawn, which moves its generator on.
      for (outputs, inputs) in shapes { sampler.skipDefaultStart(count: outputs * inputs) }
      unscaledFirstLayers = shapes.dropLast().map { sampler.standardNormals(outputs: $0, inputs: $1) }
      lastLayer = LayerRows(
        rows: outputs, columns: inputs, .standardNormal, scale: scales[scales.count - 1], from: sampler)
    }
  }

  /// Draws the last layer too.
  ///
  /// - Complexity: O(number of weights), in time and memory.
  mutating func whole() -> LinearNetwork {
    LinearNetwork(weights: firstLayers + [wholeLastLayer(scale: lastLayer.scale)])
  }

  /// Draws the last layer, and multiplies it by a number.
  ///
  /// - Complexity: O(number of its weights), in time and memory.
  mutating func wholeLastLayer(scale: Double) -> Matrix {
    var elements: [Double] = []
    elements.reserveCapacity(lastLayer.rows * lastLayer.columns)
    var values = lastLayer.blockBuffer
    while let rows = lastLayer.next(into: &values) {
      elements.append(contentsOf: values.prefix(rows.count * lastLayer.columns).lazy.map { scale * $0 })
    }
    return Matrix(rows: lastLayer.rows, columns: lastLayer.columns, elements: elements)
  }
}
