public import GSL

/// What a trainer is given: a network at its start, inputs and targets, in some coordinates of the outputs.
///
/// The trainer does not know whether the outputs are features or coordinates in a basis.
public struct LearningProblem: Equatable, Sendable {
  /// The network at state 0.
  public let network: LinearNetwork
  /// X, P × n.
  public let inputs: Matrix
  /// Whether X = I.
  public let isOneHot: Bool
  /// Targets by output, r × P (transposed, as the last layer's outputs are).
  package let outputTargets: Matrix
  /// P·N, the number of entries over which the loss is a mean, whatever the coordinates.
  package let entryCount: Int
  /// How features follow from outputs.
  package let basis: OutputBasis
  /// The cell whose prediction is followed.
  public let followedCell: Probe

  /// The problem on the features themselves.
  package init(full network: LinearNetwork, dataset: Dataset) {
    self.init(
      network: network, dataset: dataset, outputTargets: dataset.targets.transposed,
      basis: .features(count: dataset.featureCount))
  }

  /// The problem in a basis of the span of targets and initial last layer: r = P + h outputs instead of N.
  package init(reduced basis: SpanBasis, dataset: Dataset) {
    let items = dataset.itemCount
    let lastLayer = basis.scale * basis.triangle.columns(items..<basis.triangle.columns)
    self.init(
      network: LinearNetwork(weights: basis.firstLayers + [lastLayer]), dataset: dataset,
      outputTargets: basis.triangle.columns(0..<items), basis: .span(basis))
  }

  /// The problem of a balanced start, on the features themselves or on P coordinates of the targets.
  ///
  /// - Throws: ``TrainingError`` for inputs that are not one-hot, hidden layers that are too narrow and a strength that is
  ///   not positive, `GSLError` if a decomposition fails.
  init(_ start: BalancedStart, isReduced: Bool, dataset: Dataset, using sampler: inout WeightSampler) throws {
    guard dataset.isOneHot else { throw TrainingError.inputsNotOneHot }
    let basis: OutputBasis
    let targets: Matrix
    if isReduced {
      let span = TargetBasis(of: dataset)
      (basis, targets) = (.targets(span), span.triangle)
    } else {
      (basis, targets) = (.features(count: dataset.featureCount), dataset.targets.transposed)
    }
    self.init(
      network: try start.network(for: targets, using: &sampler), dataset: dataset, outputTargets: targets, basis: basis)
  }

  /// W* = Yᵀ X (XᵀX)⁺ in these coordinates, r × n: what training approaches.
  public func targetMap() throws(GSLError) -> Matrix {
    isOneHot ? outputTargets : try LeastSquares(design: inputs, targets: outputTargets.transposed).solution.transposed
  }

  /// ε = 2η/(P·N): the step that acts on each entry of the end-to-end map.
  public func effectiveRate(for learningRate: Double) -> Double {
    EffectiveRate(entryCount: entryCount).effective(learningRate)
  }

  private init(network: LinearNetwork, dataset: Dataset, outputTargets: Matrix, basis: OutputBasis) {
    self.network = network
    inputs = dataset.inputs
    isOneHot = dataset.isOneHot
    self.outputTargets = outputTargets
    entryCount = dataset.itemCount * dataset.featureCount
    self.basis = basis
    followedCell = dataset.followedCell
  }
}
