internal import GSL
internal import LearningDynamics

extension DatasetDescriptor {
  /// The dataset that a file describes.
  ///
  /// - Throws: ``DatasetFileError`` with the line of what is wrong.
  public init(_ file: DatasetFile) throws(DatasetFileError) {
    let document = try DatasetDocument(file)
    let identifier = file.identifier
    switch document.content {
    case .sampled(let sampled):
      self.init(
        PluginDescription(
          identifier: identifier, summary: document.summary,
          parameters: [sampled.flip.declaration, sampled.features.declaration]),
        shape: { try sampled.shape($0) },
        makeDataset: { try sampled.dataset(identifier, document.recommendation, $0, &$1) })
    case .table(let table, let probe):
      self.init(PluginDescription(identifier: identifier, summary: document.summary)) { _, _ in
        let dataset = try Dataset(
          identifier: identifier, items: table.items,
          features: FeatureNames(numbered: 0, named: table.features),
          targets: Matrix(rows: table.items.count, columns: table.features.count, elements: table.values),
          recommendation: document.recommendation)
        let probed = try probe.map { try dataset.probing(item: $0.item, feature: $0.feature) } ?? dataset
        return try probed.suited()
      }
    }
  }
}

extension SampledDocument {
  fileprivate func shape(_ values: ParameterValues) throws -> DatasetShape {
    let items = tree?.items.count ?? DiffusionTree.tutorialItems.count
    return DatasetShape(items: items, features: values[features] + (correlation == nil ? 0 : 1))
  }

  fileprivate func dataset(
    _ identifier: String, _ recommendation: TrainingRecommendation, _ values: ParameterValues,
    _ sampler: inout DataSampler
  ) throws -> Dataset {
    let shape =
      try tree.map { try DiffusionTree($0, flipProbability: values[flip]) }
      ?? DiffusionTree(flipProbability: values[flip])
    var dataset = try shape.dataset(identifier, features: values[features], using: &sampler)
    if let correlation {
      dataset = try correlation.added(to: dataset)
    } else if let renaming {
      dataset = try dataset.renaming(renaming.item, to: renaming.name)
    }
    dataset.recommendation = recommendation
    return hasOwnSize ? try dataset.suited() : dataset
  }
}
