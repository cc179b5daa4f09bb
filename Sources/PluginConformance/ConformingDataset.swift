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

  /// The dataset, small if its size is a setting.
  func made(seed: UInt32 = 2021, settings: [String: String] = [:]) throws -> Dataset {
    try descriptor.dataset(values(settings), seed: seed, convention: .tutorial)
  }

  private func values(_ settings: [String: String]) throws -> ParameterValues {
    let parameters = descriptor.description.parameters
    let takesFew = parameters.contains { $0.name == "features" && $0.canonical("200") != nil }
    return try ParameterValues(parameters, settings: (takesFew ? ["features": "200"] : [:]).merging(settings) { $1 })
  }

  var checks: [ConformanceCheck] {
    [
      ConformanceCheck("\(identifier): the same seed makes the same dataset") {
        try made() == made()
          ? [] : ["Two datasets with the same seed differ. Take all random numbers from the sampler."]
      },
      ConformanceCheck("\(identifier): it matches its declaration", find: fitsTogether),
      ConformanceCheck("\(identifier): its settings can go to their ends", find: takesItsExtremes),
    ]
  }

  /// A dataset itself checks its shapes and that its values are finite.
  private func fitsTogether() throws -> [String] {
    let dataset = try made()
    var problems: [String] = []
    if dataset.identifier != identifier { problems.append("The dataset's identifier is '\(dataset.identifier)'.") }
    if let hasProbe = descriptor.hasProbe, hasProbe != (dataset.probe != nil) {
      problems.append("It declares \(hasProbe ? "a" : "no") probe, but has \(hasProbe ? "none" : "one").")
    }
    if let shape = try descriptor.shape(values([:])) {
      let actual = DatasetShape(dataset)
      if shape != actual { problems.append("It declares the shape \(shape), but makes \(actual).") }
    }
    return problems
  }

  /// Tests each setting at its limits, if the dataset stays small: it has to make a dataset or throw a `DatasetError`.
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
          return "With \(parameter.name)=\(text) it throws an error that is not a DatasetError: \(error)"
        }
      }
    }
  }

  private func isSmall(_ shape: DatasetShape) -> Bool {
    let (cells, overflow) = shape.items.multipliedReportingOverflow(by: shape.features)
    return !overflow && cells <= 1_000_000 && shape.items <= 512
  }
}

/// A dataset for testing analyses.
struct SampleDataset: Sendable {
  let name: String
  let make: @Sendable () throws -> Dataset

  init(_ name: String, make: @escaping @Sendable () throws -> Dataset) {
    self.name = name
    self.make = make
  }

  /// A tree with a probe, a table of three items, samples of a map, a history.
  static func all() throws -> [SampleDataset] {
    [
      SampleDataset("sample-tree") {
        var sampler = try DataSampler(seed: 1, convention: .tutorial)
        let tree = try DiffusionTree([["a", "b"], ["c", "d", "e"]]).dataset(
          "sample-tree", features: 60, using: &sampler)
        return try IllusoryCorrelation(feature: "f", holdingFor: ["c", "d"], probe: "e").added(to: tree)
      },
      SampleDataset("sample-table") {
        try Dataset(
          identifier: "sample-table", items: ["x", "y", "z"],
          features: FeatureNames(numbered: 0, named: ["one", "two", "three", "four"]),
          targets: Matrix([[0.5, -2, 0, 1], [0, 1, 3, 1], [-1, 0, 0.25, 0]])
        ).recommendingTraining()
      },
      SampleDataset("sample-map") {
        var sampler = try DataSampler(seed: 1, convention: .tutorial)
        var dataset = try NoisyLinearMap(size: 2, samples: 5).dataset("sample-map", using: &sampler)
        dataset.recommendation = TrainingRecommendation(learningRate: 0.05, initializationScale: 1)
        return dataset
      },
      SampleDataset("sample-history") {
        var sampler = try DataSampler(seed: 1, convention: .tutorial)
        let tree = try DiffusionTree([["a", "b"], ["c", "d"]]).dataset(
          "sample-history", features: 60, using: &sampler
        ).probing(item: "d", feature: "feature-1").recommendingTraining()
        return try tree.taught(in: [
          LearningPhase("without d", epochs: 60, frequencies: [1, 1, 1, 0]),
          LearningPhase("d alone", epochs: 30, endLoss: 0.05, frequencies: [0, 0, 0, 1]),
          LearningPhase("reversed", epochs: 20, targets: -1 * tree.targets),
        ])
      },
    ]
  }
}

extension Dataset {
  /// The dataset with names that often break programs: shell syntax, gnuplot's markup, formats, other scripts.
  func underNastyNames() throws -> Dataset {
    let nasty = [
      "`touch pwned`", "$(touch pwned)", "it's", "''''", "say \"no\"", "{/Bold x}", "a_b^c@d&e~f", "100 %s %d %%",
      "\\140touch pwned\\140", "| touch pwned", "< touch pwned", "#comment", "漢字 🦈", "שלום", "e\u{301}\u{327}", "-1",
      "-", "NaN", "'n", "@output", "]]>", "\\U+0041", "&lt;",
    ]
    func name(_ index: Int) -> String {
      index < nasty.count ? nasty[index] : "\(nasty[index % nasty.count]) \(index / nasty.count)"
    }
    return try Dataset(
      identifier: identifier, items: items.indices.map(name),
      features: FeatureNames(numbered: features.numbered, named: features.named.indices.map(name)),
      inputs: isOneHot ? nil : inputs, frequencies: itemInputs.frequencies, targets: targets, probe: probe,
      recommendation: recommendation, tree: tree,
      trueMap: trueMap
    ).taught(
      in: phases.indices.map { index in
        var phase = phases[index]
        phase.name = name(index)
        return phase
      })
  }
}
