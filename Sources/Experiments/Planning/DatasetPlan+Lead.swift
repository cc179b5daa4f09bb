internal import LearningDynamics
internal import PluginKit

extension DatasetPlan {
  /// Where an analysis stands when what happened is told: those that were asked for by name come first, in the order in which
  /// they were named, then those that lead, then all others.
  func rank(of analysis: String) -> Int {
    if let place = names.firstIndex(of: analysis) { return place }
    let descriptor = analyses.first { $0.descriptor.description.identifier == analysis }?.descriptor
    return descriptor?.leadPosition.map { names.count + $0 } ?? .max
  }
}

extension [DatasetReport] {
  /// The figure to look at first: the first one of the analysis that says what happened, of the first dataset that has it.
  ///
  /// - Parameter drawings: the figures of the run.
  func mainFigure(among drawings: [Drawing]) -> Drawing? {
    let led = compactMap { report in
      report.lead.flatMap { lead in
        drawings.first { $0.dataset == report.plan.dataset.identifier && $0.figure == lead.figure }
          .map { (rank: report.plan.rank(of: lead.analysis), figure: $0) }
      }
    }
    return led.min { $0.rank < $1.rank }?.figure
  }
}
