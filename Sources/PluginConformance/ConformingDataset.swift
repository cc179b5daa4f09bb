internal import GSL
internal import LearningDynamics
internal import PluginKit

/// A dataset plugin under test.
struct ConformingDataset: Sendable {
  private let descriptor: DatasetDescriptor

  init(_ descriptor: DatasetDescriptor) {
    self.descriptor = descriptor
  }

  var identifier: String { descriptor.description.identifier }

  /// The dataset, small where its size is a setting.
  func made(seed: UInt32 = 2021, settings: [String: String] = [:]) throws -> Dataset {
    let values = try values(settings)
    var sampler = try DataSampler(seed: seed, convention: .tutorial)
    return try descriptor.makeDataset(values, &sampler)
  }

  private func values(_ settings: [String: String]) throws -> ParameterValues {
    let parameters = descriptor.description.parameters
    let takesFew = parameters.contains { $0.name == "features" && $0.canonical("200") != nil }
    return try ParameterValues(parameters, settings: (takesFew ? ["features": "200"] : [:]).merging(settings) { $1 })
  }

  var checks: [ConformanceCheck] {
    [
      ConformanceCheck("\(identifier): the same seed makes the same dataset") {
        try made() == made() ? [] : ["Two datasets of one seed differ. Take all random numbers from the sampler."]
      },
      ConformanceCheck("\(identifier): it is what it announces", find: fitsTogether),
      ConformanceCheck("\(identifier): its settings can go to their ends", find: takesItsExtremes),
    ]
  }

  /// That shapes agree and values are finite a dataset checks itself when it is made.
  private func fitsTogether() throws -> [String] {
    let dataset = try made()
    var problems: [String] = []
    if dataset.identifier != identifier { problems.append("The dataset calls itself '\(dataset.identifier)'.") }
    if let hasProbe = descriptor.hasProbe, hasProbe != (dataset.probe != nil) {
      problems.append("It announces \(hasProbe ? "a" : "no") probe, and has \(hasProbe ? "none" : "one").")
    }
    if let shape = try descriptor.shape(values([:])) {
      let actual = DatasetShape(
        items: dataset.itemCount, features: dataset.featureCount, inputs: dataset.inputs.columns)
      if shape != actual { problems.append("It announces the shape \(shape), and makes \(actual).") }
    }
    return problems
  }

  /// Each setting at its ends, as far as the dataset stays small: it makes a dataset or says why there is none.
  private func takesItsExtremes() -> [String] {
    descriptor.description.parameters.flatMap { parameter in
      parameter.extremes.compactMap { text -> String? in
        do {
          let settings = [parameter.name: text]
          if let shape = try descriptor.shape(values(settings)), !isSmall(shape) { return nil }
          _ = try made(settings: settings)
          return nil
        } catch is DatasetError {
          return nil
        } catch {
          return "With \(parameter.name)=\(text) it throws what is no DatasetError: \(error)"
        }
      }
    }
  }

  private func isSmall(_ shape: DatasetShape) -> Bool {
    let (cells, overflow) = shape.items.multipliedReportingOverflow(by: shape.features)
    return !overflow && cells <= 1_000_000 && shape.items <= 512
  }
}
