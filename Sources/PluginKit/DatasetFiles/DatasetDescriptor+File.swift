internal import GSL
internal import LearningDynamics

extension DatasetDescriptor {
  /// The dataset that a file describes.
  ///
  /// - Throws: ``DatasetFileError`` with the number of the faulty line.
  public init(_ file: DatasetFile) throws(DatasetFileError) {
    let document = try DatasetDocument(file)
    let (identifier, inputs, history) = (file.identifier, document.inputs, document.phases)
    switch document.content {
    case .sampled(let sampled):
      self.init(
        PluginDescription(
          identifier: identifier, summary: document.summary,
          parameters: [sampled.flip.declaration, sampled.levelFlips.declaration, sampled.features.declaration]),
        hasProbe: sampled.correlation != nil,
        shape: { values in
          let shape = try sampled.shape(values)
          return DatasetShape(items: shape.items, features: shape.features, inputs: inputs.matrix?.columns)
        },
        phases: { _, _ in history.settings }, tables: history.tables,
        makeDataset: { try sampled.dataset(identifier, document, $0, &$1) })
    case .graph(let graph):
      self.init(
        PluginDescription(
          identifier: identifier, summary: document.summary,
          parameters: [graph.deviation.declaration, graph.features.declaration]),
        hasProbe: false,
        shape: { values in
          DatasetShape(
            items: graph.items.count, features: values[graph.features], inputs: inputs.matrix?.columns)
        },
        phases: { _, _ in history.settings }, tables: history.tables,
        makeDataset: { values, sampler in
          let dataset = try FeatureGraph(
            items: graph.items, hidden: graph.hiddenCount, edges: graph.edges, deviation: values[graph.deviation]
          ).dataset(identifier, features: values[graph.features], using: &sampler)
          return try document.completing(dataset).recommendingTraining()
        })
    case .table(let table, let probe):
      self.init(
        PluginDescription(identifier: identifier, summary: document.summary), notes: table.notes,
        hasProbe: probe != nil,
        shape: { _ in
          DatasetShape(items: table.items.count, features: table.features.count, inputs: inputs.matrix?.columns)
        }, phases: { _, _ in history.settings }, tables: history.tables
      ) { _, _ in
        var dataset = try Dataset(
          identifier: identifier, items: table.items,
          features: table.featureNames, inputs: inputs.matrix, frequencies: inputs.frequencies,
          targets: Matrix(rows: table.items.count, columns: table.features.count, elements: table.values),
          probe: probe, recommendation: document.recommendation)
        dataset.similarities = document.similarities
        return try dataset.recommendingTraining()
      }
    }
  }
}

extension DatasetDescriptor {
  /// The dataset of a file that is built into the program.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - path: its path in the sources, for errors.
  /// - Throws: ``DatasetFileError`` that asks for a rebuild.
  public init(builtIn file: DatasetFile, from path: String) throws(DatasetFileError) {
    do throws(DatasetFileError) {
      try self.init(file)
    } catch {
      let place = error.file == file.name ? path : "\(path), \(error.file)"
      throw DatasetFileError(file: place, line: error.line, reason: error.reason + " Fix it and rebuild.")
    }
  }
}

extension SampledDocument {
  fileprivate func shape(_ values: ParameterValues) throws -> DatasetShape {
    let items = tree?.items.count ?? DiffusionTree.tutorialItems.count
    return DatasetShape(items: items, features: values[features] + (correlation == nil ? 0 : 1))
  }

  fileprivate func dataset(
    _ identifier: String, _ document: DatasetDocument, _ values: ParameterValues, _ sampler: inout DataSampler
  ) throws -> Dataset {
    let shape = try TreeParameters.tree(tree, values, flip: flip, levelFlips: levelFlips)
    var dataset = try shape.dataset(identifier, features: values[features], using: &sampler)
    if let correlation {
      dataset = try correlation.added(to: dataset)
    } else if let renaming {
      dataset = try dataset.renaming(renaming.item, to: renaming.name)
    }
    dataset = try document.completing(dataset)
    return hasOwnSize || !document.inputs.isEmpty ? try dataset.recommendingTraining() : dataset
  }
}

extension DatasetDocument {
  /// A sampled dataset with the file's inputs and recommended settings.
  fileprivate func completing(_ sampled: Dataset) throws(DatasetError) -> Dataset {
    var dataset = sampled
    if !inputs.isEmpty {
      dataset = try Dataset(
        identifier: sampled.identifier, items: sampled.items, features: sampled.features, inputs: inputs.matrix,
        frequencies: inputs.frequencies, targets: sampled.targets, probe: sampled.probe, tree: sampled.tree,
        population: sampled.population)
    }
    dataset.recommendation = recommendation
    dataset.similarities = similarities
    return dataset
  }
}

extension PluginRegistry {
  /// The registry with datasets from files, which replace datasets of the same names.
  ///
  /// - Throws: ``DatasetFileError`` for a file that does not describe a dataset, and for one with the name of another file
  ///   or of an analysis.
  public func including(_ files: [DatasetFile]) throws -> PluginRegistry {
    if files.isEmpty { return self }
    var added: [DatasetDescriptor] = []
    for file in files {
      let identifier = file.identifier
      if added.contains(where: { $0.description.identifier == identifier }) {
        throw DatasetFileError(
          file: file.name, reason: "This file is given twice, or two files have this name. Give it once, or rename one."
        )
      }
      if analyses.contains(where: { $0.description.identifier == identifier }) {
        throw DatasetFileError(
          file: file.name, reason: "There already is an analysis called '\(identifier)'. Rename the file.")
      }
      added.append(try DatasetDescriptor(file))
    }
    let names = added.map(\.description.identifier)
    return try PluginRegistry(
      datasets: datasets.filter { !names.contains($0.description.identifier) } + added, analyses: analyses)
  }
}
