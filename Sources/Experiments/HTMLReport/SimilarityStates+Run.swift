internal import GSL
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit

extension SimilarityStates {
  /// What can be shown of a run's dataset, and where it comes from, before it is computed.
  struct Source {
    let dataset: String
    /// How many items it has.
    let itemCount: Int
    /// All states, with those in the run's figures as the kept ones.
    let series: NumberBudget.Series
    fileprivate let origin: Origin
    /// The loss by epoch, if it comes from tables.
    fileprivate var losses: [Int: Double] = [:]

    fileprivate enum Origin {
      case training(DatasetPlan, layer: Int, stateCount: Int)
      case tables([(epoch: Int, table: Table)], reason: String)
    }
  }

  /// Sources for the networks of a run that have a hidden layer.
  ///
  /// - Parameters:
  ///   - run: the run's record.
  ///   - plan: the plan to repeat the trainings, or why they cannot be repeated.
  ///   - directory: the run's folder.
  ///   - files: the run's files.
  static func sources(
    _ run: RunRecord, _ plan: Result<RunPlan, any Error>, _ directory: RunDirectory, _ files: [String]
  ) -> [Source] {
    run.readableDatasets.compactMap { dataset in
      let shown = shownEpochs(dataset.identifier, files)
      switch plan {
      case .success(let plan):
        guard let planned = plan.datasets.first(where: { $0.dataset.identifier == dataset.identifier }),
          !planned.mainPlan.isShallow
        else { return nil }
        return Source(planned, plan.request, states: dataset.main?.states, shown: shown)
      case .failure(let error):
        return Source(dataset.identifier, tablesAt: shown, in: directory, reason: "\(error)")
      }
    }
  }

  /// The epochs whose matrices are in the run's folder, ascending.
  private static func shownEpochs(_ dataset: String, _ files: [String]) -> [Int] {
    let start = "\(dataset)/\(Source.tableStem)"
    return files.compactMap { file in
      guard file.hasPrefix(start), file.hasSuffix(".tsv") else { return nil }
      return Int(file.dropFirst(start.count).dropLast(4)).flatMap { $0 >= 0 ? $0 : nil }
    }.sorted()
  }

  /// Takes the states of a source at some epochs.
  ///
  /// - Throws: what a training throws.
  init(_ source: Source, at epochs: [Int]) throws {
    switch source.origin {
    case .training(let planned, let layer, let stateCount):
      var plan = planned.mainPlan
      // Only matrices that are shown are kept.
      (plan.recordingInterval, plan.pinnedEpochs) = (max(1, plan.epochs), epochs)
      let recording = try Recording(training: plan, on: planned.dataset)
      self.init(
        dataset: source.dataset, items: planned.dataset.items,
        origin: .training(layer: layer + 1, layerCount: plan.hiddenWidths.count, stateCount: stateCount))
      let wanted = Set(epochs)
      for (index, epoch) in recording.keptEpochs.enumerated() where wanted.contains(epoch) {
        append(
          epoch: epoch, loss: recording.losses[epoch], recording.representationalSimilarities[layer][index])
      }
      stages = try recording.stages()
    case .tables(let tables, let reason):
      self.init(dataset: source.dataset, items: tables[0].table.header, origin: .tables(reason: reason))
      let wanted = Set(epochs)
      for (epoch, table) in tables where wanted.contains(epoch) {
        append(
          epoch: epoch, loss: source.losses[epoch],
          Matrix(rows: table.rowCount, columns: table.header.count, elements: table.values))
      }
    }
  }
}

extension SimilarityStates.Source {
  /// The name of a matrix's table up to the epoch.
  fileprivate static let tableStem = "rsm-epoch-"

  /// A training to repeat.
  ///
  /// - Parameters:
  ///   - states: how many states it had, if that is recorded; fewer than planned if it diverged.
  ///   - shown: the epochs in the run's figures.
  fileprivate init(_ planned: DatasetPlan, _ request: RunRequest, states: Int?, shown: [Int]) {
    let plan = planned.mainPlan
    // A record may hold any number; subtracting from the smallest integer would overflow.
    let last = states.map { min(plan.epochs, max(1, $0) - 1) } ?? plan.epochs
    // The layer of the run's own matrices, if the network has so many.
    let layer = request.settings["layer"].flatMap(Int.init) ?? 1
    dataset = planned.dataset.identifier
    itemCount = planned.dataset.itemCount
    series = NumberBudget.Series(
      epochs: Array(0...last), kept: Set(shown + request.shownEpochs),
      size: SimilarityStates.size(items: planned.dataset.itemCount))
    origin = .training(planned, layer: min(max(1, layer), plan.hiddenWidths.count) - 1, stateCount: last + 1)
  }

  /// The tables of a run that cannot be repeated; nil if it has none.
  fileprivate init?(_ dataset: String, tablesAt epochs: [Int], in directory: RunDirectory, reason: String) {
    var tables: [(epoch: Int, table: Table)] = []
    for epoch in epochs {
      guard let table = try? directory.table(dataset, "\(Self.tableStem)\(epoch)"),
        table.rowCount == table.header.count, table.values.allSatisfy(\.isFinite),
        tables.isEmpty || tables[0].table.header == table.header
      else { continue }
      tables.append((epoch, table))
    }
    guard let first = tables.first else { return nil }
    self.dataset = dataset
    itemCount = first.table.header.count
    series = NumberBudget.Series(
      epochs: tables.map(\.epoch), size: SimilarityStates.size(items: first.table.header.count))
    origin = .tables(tables, reason: reason)
    if let course = try? directory.table(dataset, "trajectory"), let losses = course.column("loss"),
      let epochs = course.column("epoch")
    {
      self.losses = Dictionary(
        zip(epochs, losses).compactMap { epoch, loss in Int(exactly: epoch).map { ($0, loss) } },
        uniquingKeysWith: { first, _ in first })
    }
  }
}
