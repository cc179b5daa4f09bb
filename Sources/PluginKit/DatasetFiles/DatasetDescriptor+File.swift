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
        hasProbe: sampled.correlation != nil, shape: { try sampled.shape($0) },
        makeDataset: { try sampled.dataset(identifier, document.recommendation, $0, &$1) })
    case .table(let table, let probe):
      self.init(
        PluginDescription(identifier: identifier, summary: document.summary), notes: table.notes,
        hasProbe: probe != nil,
        shape: { _ in DatasetShape(items: table.items.count, features: table.features.count) }
      ) { _, _ in
        let dataset = try Dataset(
          identifier: identifier, items: table.items,
          features: table.featureNames,
          targets: Matrix(rows: table.items.count, columns: table.features.count, elements: table.values),
          probe: probe, recommendation: document.recommendation)
        return try dataset.suited()
      }
    }
  }
}

extension DatasetDescriptor {
  /// The dataset of a file that was built in.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - path: where it is among the sources, for errors.
  /// - Throws: ``DatasetFileError`` that tells to build again.
  public init(builtIn file: DatasetFile, from path: String) throws(DatasetFileError) {
    do throws(DatasetFileError) {
      try self.init(file)
    } catch {
      let place = error.file == file.name ? path : "\(path), \(error.file)"
      throw DatasetFileError(file: place, line: error.line, reason: error.reason + " Correct it and build again.")
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

extension PluginRegistry {
  /// The registry with datasets from files, which take the place of datasets of the same names.
  ///
  /// - Throws: ``DatasetFileError`` for a file that describes no dataset, and for one called like another or like an
  ///   analysis.
  public func including(_ files: [DatasetFile]) throws -> PluginRegistry {
    if files.isEmpty { return self }
    var added: [DatasetDescriptor] = []
    for file in files {
      let identifier = file.identifier
      if added.contains(where: { $0.description.identifier == identifier }) {
        throw DatasetFileError(
          file: file.name, reason: "It is given twice, or there are two of this name. Give it once.")
      }
      if analyses.contains(where: { $0.description.identifier == identifier }) {
        throw DatasetFileError(
          file: file.name, reason: "There is an analysis called '\(identifier)'. Call the file otherwise.")
      }
      added.append(try DatasetDescriptor(file))
    }
    let names = added.map(\.description.identifier)
    return try PluginRegistry(
      datasets: datasets.filter { !names.contains($0.description.identifier) } + added, analyses: analyses)
  }
}
