internal import GSL
public import LearningDynamics
public import PluginKit
internal import Support

/// One dataset of a run: made, its main training resolved, and the analyses that apply to it.
public struct DatasetPlan: Sendable {
  /// The dataset with its main training.
  public let prepared: PreparedDataset
  /// The analyses that apply, each with what it is about.
  public let analyses: [(descriptor: AnalysisDescriptor, subject: AnalysisSubject)]
  /// Identifiers of selected analyses that do not apply.
  public let skipped: [String]
  /// The plugins that were asked for by name.
  let names: [String]

  /// The dataset.
  public var dataset: Dataset { prepared.dataset }
  /// The values of its own parameters.
  public var values: ParameterValues { prepared.values }
  /// The main training.
  public var mainPlan: TrainingPlan { prepared.mainPlan }
  /// η above which the main network is unstable.
  public var largestStableLearningRate: Double { prepared.largestStableLearningRate }
  /// ε of the main training.
  public var effectiveLearningRate: Double { prepared.effectiveLearningRate }
  /// What a reader should know before looking at the figures.
  public var warnings: [RunWarning] { prepared.warnings }

  /// What the figures of the dataset say of where they come from.
  ///
  /// - Parameter isTrained: whether they show a training; else only the dataset has a part in them.
  func footer(isTrained: Bool) -> String {
    var parts = [dataset.identifier]
    if isTrained {
      parts.append("η = \(mainPlan.learningRate.significant())")
      if let scale = mainPlan.initialization.scale { parts.append("γ = \(scale.significant())") }
    }
    return (parts + ["seed \(mainPlan.seed)"]).joined(separator: " · ")
  }

  /// Asks of every analysis whether it applies.
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
        values: try ParameterValues(analysis.description.parameters, settings: request.settings))
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
  /// Where an analysis stands when what happened is told: those that were asked for by name come first, in the order in which
  /// they were named, then those that lead, then all others.
  func rank(of analysis: String) -> Int {
    if let place = names.firstIndex(of: analysis) { return place }
    let descriptor = analyses.first { $0.descriptor.description.identifier == analysis }?.descriptor
    return descriptor?.leadPosition.map { names.count + $0 } ?? .max
  }
}
