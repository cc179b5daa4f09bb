import LearningDynamics
import PluginKit

/// A teacher of low rank with noise: the network first learns the signal, then the noise.
struct Teacher: DatasetPlugin {
  static let identifier = "teacher"
  static let summary = "A map of low rank with noise on its targets, to see how a network generalizes"
  static let hasProbe: Bool? = false

  static let items = StructureParameters.items(default: 100, atLeast: 1)
  static let outputs = Parameter("outputs", default: 50, in: 1...100_000, help: "number of outputs")
  static let rank = Parameter("rank", default: 1, in: 1...512, help: "number of signals, the rank of the map")
  static let signal = Parameter(
    "signal", default: 3, in: 0...1e6, excludingLowerBound: true, help: "singular value of the strongest signal")
  static let weakest = Parameter(
    "weakest", default: 1, in: 0...1, excludingLowerBound: true,
    help: "weakest signal as a share of the strongest; the others are in equal steps between")
  static let noise = Parameter(
    "noise", default: 1, in: 0...1e6, help: "noise in units of the signal: its standard deviation times √items")
  static let parameters = [
    items.declaration, outputs.declaration, rank.declaration, signal.declaration, weakest.declaration,
    noise.declaration,
  ]

  func shape(_ values: ParameterValues) -> DatasetShape? {
    var shape = DatasetShape(items: values[Self.items], features: values[Self.outputs])
    shape.hiddenWidth = hiddenWidth(values)
    return shape
  }

  /// Enough units for all modes of the noise.
  private func hiddenWidth(_ values: ParameterValues) -> Int { min(values[Self.items], values[Self.outputs]) + 10 }

  func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    let teacher = try NoisyTeacher(
      items: values[Self.items], outputs: values[Self.outputs], rank: values[Self.rank], signal: values[Self.signal],
      weakestShare: values[Self.weakest], noise: values[Self.noise])
    var dataset = try teacher.dataset(Self.identifier, using: &sampler)
    // ε = 0.02 where that is stable.
    let stable = try dataset.largestStableLearningRate(depth: 2)
    dataset.recommendation = TrainingRecommendation(
      learningRate: min(dataset.learningRate(forEffective: 0.02), stable / 2), initializationScale: 1e-3,
      hiddenWidth: hiddenWidth(values), epochs: 2000)
    return dataset
  }
}
