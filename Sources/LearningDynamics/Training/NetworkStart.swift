internal import GSL

/// What determines a network at state 0 whose weights are drawn: drawing from it again gives the same weights.
public struct NetworkStart: Hashable, Sendable {
  /// n_0 (inputs), hidden widths, n_L (features).
  public let widths: [Int]
  /// What the weights are drawn from.
  public let distribution: WeightDistribution
  /// The seed of the weights.
  public let seed: UInt32
  /// How random outputs become numbers.
  public let sampling: SamplingConvention

  /// The start of a plan's network on a dataset; nil where the weights are not drawn but follow from the data.
  public init?(_ plan: TrainingPlan, on dataset: Dataset) {
    guard let distribution = plan.initialization.distribution else { return nil }
    self.init(distribution, plan, on: dataset)
  }

  /// The start of a plan's network on a dataset, drawn from a distribution.
  init(_ distribution: WeightDistribution, _ plan: TrainingPlan, on dataset: Dataset) {
    self.distribution = distribution
    widths = [dataset.inputs.columns] + plan.hiddenWidths + [dataset.featureCount]
    seed = plan.seed
    sampling = plan.sampling
  }

  /// The network, its last layer still to be drawn.
  func initialNetwork() throws(GSLError) -> InitialNetwork {
    InitialNetwork(distribution, widths: widths, from: try WeightSampler(seed: seed, convention: sampling))
  }

  /// h, the width of what the last layer reads.
  var lastWidth: Int { widths[widths.count - 2] }
}
