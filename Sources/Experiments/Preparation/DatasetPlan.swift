internal import GSL
public import LearningDynamics
public import PluginKit
internal import Support

/// One dataset of a run with its main training and the analyses that apply to it.
public struct DatasetPlan: Sendable {
  /// The dataset with its main training.
  public let prepared: PreparedDataset
  /// The analyses that apply, each with its subject.
  public let analyses: [(descriptor: AnalysisDescriptor, subject: AnalysisSubject)]
  /// Identifiers of selected analyses that do not apply.
  public let skipped: [String]
  /// The plugins that were asked for by name.
  let names: [String]

  public var dataset: Dataset { prepared.dataset }
  /// The values of the dataset's settings.
  public var values: ParameterValues { prepared.values }
  public var mainPlan: TrainingPlan { prepared.mainPlan }
  /// η above which the main network is unstable.
  public var largestStableLearningRate: Double { prepared.largestStableLearningRate }
  /// ε of the main training.
  public var effectiveLearningRate: Double { prepared.effectiveLearningRate }
  /// Warnings to read before looking at the figures.
  public var warnings: [RunWarning] { prepared.warnings }

  /// The line in the dataset's figures that says how they were made.
  ///
  /// - Parameter isTrained: whether they show a training; otherwise they show only the dataset.
  func footer(isTrained: Bool) -> String {
    var parts = [dataset.identifier]
    if isTrained {
      parts.append("η = \(mainPlan.learningRate.significant())")
      if let scale = mainPlan.initialization.scale { parts.append("γ = \(scale.significant())") }
    }
    let variant = mainPlan.variant
    if isTrained {
      if variant.unit != .linear { parts.append("\(variant.unit.word) units") }
      parts += variant.words
      if case .own(let weights) = mainPlan.initialization { parts.append("weights from '\(weights.name)'") }
    }
    if let words = dataset.frequencyWords { parts.append(words) }
    if isTrained, dataset.phases.contains(where: { $0.targets != nil }) {
      parts.append("modes and predictions: of the dataset's own targets")
    }
    return (parts + ["seed \(mainPlan.seed)"]).joined(separator: " · ")
  }

  /// The epochs at which the phases of a run begin, after the first, with their names.
  func switches(of run: AnalyzedRun?) -> [(epoch: Int, name: String)] {
    guard let run, dataset.phases.count > 1 else { return [] }
    return zip(run.phaseStarts, dataset.phases).dropFirst().map { ($0, $1.name) }
  }

  /// Finds the analyses that apply.
  init(_ prepared: PreparedDataset, analyses: [AnalysisDescriptor], request: RunRequest) throws {
    self.prepared = prepared
    for epoch in request.shownEpochs where epoch > prepared.mainPlan.epochs {
      throw PlanError.epochBeyondRun(
        epoch: epoch, dataset: prepared.dataset.identifier, last: prepared.mainPlan.epochs)
    }
    var applying: [(AnalysisDescriptor, AnalysisSubject)] = []
    var skipped: [String] = []
    for analysis in analyses {
      let subject = AnalysisSubject(
        dataset: prepared.dataset, mainPlan: prepared.mainPlan, shownEpochs: request.shownEpochs,
        showsTheory: request.showsTheory,
        values: try ParameterValues(
          analysis.description.parameters, settings: request.settings, tables: request.settingTables))
      if analysis.applies(subject) {
        try analysis.check(subject)
        applying.append((analysis, subject))
      } else {
        skipped.append(analysis.description.identifier)
      }
    }
    self.analyses = applying
    self.skipped = skipped
    names = request.plugins
  }
}

extension DatasetPlan {
  /// The rank of an analysis in the summary: first those that were asked for by name, in the order in which they were named,
  /// then those with a rank, then all others.
  func rank(of analysis: String) -> Int {
    if let place = names.firstIndex(of: analysis) { return place }
    let descriptor = analyses.first { $0.descriptor.description.identifier == analysis }?.descriptor
    return descriptor?.leadPosition.map { names.count + $0 } ?? .max
  }
}
