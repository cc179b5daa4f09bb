import LearningDynamics
import PluginKit

/// The network without hidden layer that others are compared with.
enum ZeroDepthControl {
  static let rate = Parameter(
    "zero-depth-rate", default: TrainingSettings.Default.zeroDepthRate, in: 0...1, excludingLowerBound: true,
    help: "effective learning rate 2η/(PN) of the comparison without hidden layer")

  /// A plan like the main one, without hidden layer, from the framework's own start.
  static func plan(for subject: AnalysisSubject) -> TrainingPlan {
    var plan = subject.mainPlan
    plan.hiddenWidths = []
    plan.learningRate = subject.dataset.learningRate(forEffective: subject.values[rate])
    plan.initialization = .frameworkDefault
    return plan
  }
}
