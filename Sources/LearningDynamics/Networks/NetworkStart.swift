internal import GSL

/// What determines a network at state 0: drawing from it again gives the same weights.
public struct NetworkStart: Hashable, Sendable {
  /// n_0 (inputs), hidden widths, n_L (features).
  public let widths: [Int]
  /// How the weights start.
  public let initialization: Initialization
  /// The seed of the weights.
  public let seed: UInt32
  /// How random outputs become numbers.
  public let sampling: SamplingConvention

  /// The start of a plan's network on a dataset.
  public init(_ plan: TrainingPlan, on dataset: Dataset) {
    widths = [dataset.inputs.columns] + plan.hiddenWidths + [dataset.featureCount]
    initialization = plan.initialization
    seed = plan.seed
    sampling = plan.sampling
  }

  /// The network, its last layer still to be drawn.
  func initialNetwork() throws(GSLError) -> InitialNetwork {
    InitialNetwork(initialization, widths: widths, from: try WeightSampler(seed: seed, convention: sampling))
  }

  /// h, the width of what the last layer reads.
  var lastWidth: Int { widths[widths.count - 2] }
}
