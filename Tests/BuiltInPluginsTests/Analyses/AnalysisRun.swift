import BuiltInPlugins
import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Testing

/// Runs a built-in analysis on a dataset.
struct AnalysisRun {
  let dataset: Dataset
  let subject: AnalysisSubject
  let recordings: [Recording]
  let outcome: Analysis

  /// Runs an analysis.
  ///
  /// - Parameters:
  ///   - analysis: its identifier.
  ///   - dataset: the dataset.
  ///   - epochs: the length of the training; the dataset's own when nil.
  ///   - interval: at which states maps are kept.
  ///   - engine: what the last layer is trained on.
  ///   - scale: γ; what suits the dataset when nil.
  ///   - hidden: the hidden widths; the default's when nil.
  ///   - shownEpochs: the requested epochs.
  ///   - showsTheory: whether theory is drawn.
  ///   - settings: the analysis's own.
  init(
    _ analysis: String, of dataset: Dataset, epochs: Int? = nil, interval: Int = 1, engine: TrainingEngine = .reduced,
    scale: Double? = nil, hidden: [Int]? = nil, shownEpochs: [Int] = [], showsTheory: Bool = true,
    settings values: [String: String] = [:]
  ) throws {
    let registry = try PluginRegistry.builtIn()
    let descriptor = try #require(registry.analyses.first { $0.description.identifier == analysis })
    var settings = TrainingSettings()
    settings.epochs = epochs
    settings.initializationScale = scale
    if let hidden { settings.hiddenWidths = hidden }
    var plan = try settings.plan(for: dataset)
    plan.recordingInterval = interval
    plan.engine = engine
    self.dataset = dataset
    let subject = AnalysisSubject(
      dataset: dataset, mainPlan: plan, shownEpochs: shownEpochs, showsTheory: showsTheory,
      values: try ParameterValues(descriptor.description.parameters, settings: values))
    try descriptor.check(subject)
    self.subject = subject
    recordings = try descriptor.trainings(subject).map { try Recording(training: $0, on: dataset) }
    outcome = try descriptor.analyze(recordings.map { AnalyzedRun($0, on: dataset) }, subject)
  }

  /// A built-in dataset, of the tutorial's seed.
  static func dataset(_ identifier: String) throws -> Dataset {
    let registry = try PluginRegistry.builtIn()
    let maker = try #require(registry.datasets.first { $0.description.identifier == identifier })
    return try maker.dataset(ParameterValues(maker.description.parameters), seed: 2021, convention: .tutorial)
  }

  /// A table by its name, from any figure.
  func table(_ name: String) throws -> Table {
    try #require(outcome.figures.flatMap(\.tables).first { $0.name == name })
  }

  /// A column of a table.
  func column(_ column: String, of name: String) throws -> [Double] {
    let table = try table(name)
    let index = try #require(table.header.firstIndex(of: column))
    return stride(from: index, to: table.values.count, by: table.header.count).map { table.values[$0] }
  }
}
