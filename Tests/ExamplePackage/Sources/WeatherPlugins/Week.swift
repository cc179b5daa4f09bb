import GSL
import LearningDynamics
import PluginKit

/// Three days, and what they bring.
struct Week: DatasetPlugin {
  static let identifier = "week"
  static let summary = "Three days and what they bring"
  static let sunny = Parameter("sunny", default: 1.0, in: -1...1, help: "how sunny the first day is")
  static let parameters = [sunny.declaration]

  func makeDataset(_ values: ParameterValues, using sampler: inout DataSampler) throws -> Dataset {
    try Dataset(
      identifier: Self.identifier, items: ["Monday", "Tuesday", "Wednesday"],
      features: FeatureNames(numbered: 0, named: ["sun", "rain"]),
      targets: Matrix([[values[Self.sunny], -1], [1, 1], [-1, 1]])
    ).recommendingTraining()
  }
}
