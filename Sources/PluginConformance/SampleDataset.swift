internal import GSL
internal import LearningDynamics

/// A dataset for analyses to be tried on.
struct SampleDataset: Sendable {
  let name: String
  let make: @Sendable () throws -> Dataset

  init(_ name: String, make: @escaping @Sendable () throws -> Dataset) {
    self.name = name
    self.make = make
  }

  /// A tree with a probe, a table of three items, samples of a map.
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
        ).suited()
      },
      SampleDataset("sample-map") {
        var sampler = try DataSampler(seed: 1, convention: .tutorial)
        var dataset = try NoisyLinearMap(size: 2, samples: 5).dataset("sample-map", using: &sampler)
        dataset.recommendation = TrainingRecommendation(learningRate: 0.05, initializationScale: 1)
        return dataset
      },
    ]
  }
}

extension Dataset {
  /// The dataset under names that have broken programs before: of shells, of gnuplot's markup, of formats, in other scripts.
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
      inputs: isOneHot ? nil : inputs, targets: targets, probe: probe, recommendation: recommendation, tree: tree,
      trueMap: trueMap)
  }
}
