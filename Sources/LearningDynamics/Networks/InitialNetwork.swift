internal import GSL

/// A network at state 0, its last layer still to be drawn.
struct InitialNetwork {
  /// W_1 … W_(L−1).
  let firstLayers: [Matrix]
  /// W_L.
  var lastLayer: LayerRows

  /// Draws all layers but the last.
  ///
  /// - Parameter widths: n_0 (inputs), hidden widths, n_L (outputs); at least two.
  init(_ distribution: WeightDistribution, widths: [Int], from sampler: WeightSampler) {
    var sampler = sampler
    let shapes = Array(zip(widths.dropFirst(), widths))
    let (outputs, inputs) = shapes[shapes.count - 1]
    switch distribution {
    case .frameworkDefault:
      firstLayers = shapes.dropLast().map { sampler.defaultStart(outputs: $0, inputs: $1) }
      lastLayer = LayerRows(rows: outputs, columns: inputs, .frameworkDefault, scale: 1, from: sampler)
    case .scaledNormal(let scale):
      // A framework constructs every layer before anything is redrawn, which moves its generator on.
      for (outputs, inputs) in shapes { sampler.skipDefaultStart(count: outputs * inputs) }
      func deviation(_ outputs: Int, _ inputs: Int) -> Double {
        WeightDistribution.standardDeviation(scale: scale, outputs: outputs, inputs: inputs, sampler.convention)
      }
      firstLayers = shapes.dropLast().map { outputs, inputs in
        deviation(outputs, inputs) * sampler.standardNormals(outputs: outputs, inputs: inputs)
      }
      lastLayer = LayerRows(
        rows: outputs, columns: inputs, .standardNormal, scale: deviation(outputs, inputs), from: sampler)
    }
  }

  /// Draws the last layer too.
  ///
  /// - Complexity: O(number of weights), in time and memory.
  mutating func whole() -> LinearNetwork {
    var elements: [Double] = []
    elements.reserveCapacity(lastLayer.rows * lastLayer.columns)
    var values = lastLayer.blockBuffer
    let scale = lastLayer.scale
    while let rows = lastLayer.next(into: &values) {
      elements.append(contentsOf: values.prefix(rows.count * lastLayer.columns).lazy.map { scale * $0 })
    }
    return LinearNetwork(
      weights: firstLayers + [Matrix(rows: lastLayer.rows, columns: lastLayer.columns, elements: elements)])
  }
}
