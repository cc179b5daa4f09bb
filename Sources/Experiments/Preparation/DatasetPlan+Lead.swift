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
