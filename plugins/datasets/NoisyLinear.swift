import LearningDynamics
import PluginKit

/// The tutorial's regression exercise: samples of a linear map of integers, with a little noise.
struct NoisyLinear: DatasetPlugin {
  static let identifier = "noisy-linear"
  static let summary = "Noisy samples of a linear map, for comparing networks with regression"
  static let hasProbe: Bool? = false
  static let tutorialPosition: Int? = 5

  static let size = Parameter("size", default: 3, in: 1...100, help: "number of inputs, and of outputs")
  static let samples = Parameter("samples", default: 37, in: 1...4096, help: "number of samples")
  static let noise = Parameter("noise", default: 0.01, in: 0...100, help: "standard deviation of the noise")
  static let parameters = [size.declaration, samples.declaration, noise.declaration]

  func shape(_ values: ParameterValues) -> DatasetShape? {
    DatasetShape(items: values[Self.samples], features: values[Self.size], inputs: values[Self.size])
  }

  func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    let map = try NoisyLinearMap(size: values[Self.size], samples: values[Self.samples], noise: values[Self.noise])
    var dataset = try map.dataset(Self.identifier, using: &sampler)
    // The tutorial's rate, unless larger maps or more samples make it unstable.
    let rate = min(0.05, try dataset.largestStableLearningRate(depth: 2) / 2)
    dataset.recommendation = TrainingRecommendation(learningRate: rate, initializationScale: 1, epochs: 1000)
    return dataset
  }
}
