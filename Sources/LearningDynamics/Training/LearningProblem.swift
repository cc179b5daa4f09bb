public import GSL

/// What a trainer is given: a network at its start, inputs and targets, in some coordinates of the outputs.
///
/// The trainer does not know whether the outputs are features or coordinates in a basis.
public struct LearningProblem: Equatable, Sendable {
  /// The network at state 0.
  public let network: LinearNetwork
  /// X, P × n.
  public let inputs: Matrix
  /// Targets by output, r × P (transposed, as the last layer's outputs are).
  public let outputTargets: Matrix
  /// P·N, the number of entries over which the loss is a mean, whatever the coordinates.
  public let entryCount: Int
  /// How features follow from outputs.
  public let basis: OutputBasis

  /// The problem on the features themselves.
  public init(full network: LinearNetwork, dataset: Dataset) {
    self.init(
      network: network, dataset: dataset, outputTargets: dataset.targets.transposed,
      basis: .features(count: dataset.featureCount))
  }

  /// The problem in a basis of the span of targets and initial last layer: r = P + h outputs instead of N.
  ///
  /// With N ≤ P + h there is nothing to reduce, and with more inputs than P + h the reduced map would have fewer modes
  /// than the full one: then the problem is the full one.
  ///
  /// - Throws: `GSLError` if the decomposition fails.
  /// - Complexity: O(N·(P + h)²).
  public init(reduced network: LinearNetwork, dataset: Dataset) throws(GSLError) {
    let lastLayer = network.weights[network.depth - 1]
    let (items, width) = (dataset.itemCount, lastLayer.columns)
    guard dataset.featureCount > items + width, items + width >= dataset.inputs.columns else {
      self.init(full: network, dataset: dataset)
      return
    }
    var spanning = Matrix(rows: dataset.featureCount, columns: items + width)
    for feature in 0..<dataset.featureCount {
      for item in 0..<items { spanning[feature, item] = dataset.targets[item, feature] }
      for unit in 0..<width { spanning[feature, items + unit] = lastLayer[feature, unit] }
    }
    let decomposition = try QRDecomposition(spanning)
    let coordinates = decomposition.triangle
    var reduced = network
    reduced.weights[network.depth - 1] = coordinates.columns(items..<items + width)
    self.init(
      network: reduced, dataset: dataset, outputTargets: coordinates.columns(0..<items), basis: .span(decomposition))
  }

  private init(network: LinearNetwork, dataset: Dataset, outputTargets: Matrix, basis: OutputBasis) {
    self.network = network
    inputs = dataset.inputs
    self.outputTargets = outputTargets
    entryCount = dataset.itemCount * dataset.featureCount
    self.basis = basis
  }
}
