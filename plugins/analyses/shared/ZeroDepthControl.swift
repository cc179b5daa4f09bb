import LearningDynamics
import PluginKit

/// The network without hidden layer that others are compared with.
enum ZeroDepthControl {
  static let rate = Parameter(
    "zero-depth-rate", default: TrainingSettings.Default.zeroDepthRate, in: 0...1, excludingLowerBound: true,
    help:
      "effective learning rate 2η/(PN) of the comparison without hidden layer; at most half the stable one unless set")

  /// A plan like the main one, without hidden layer, from the framework's own start.
  static func plan(for subject: AnalysisSubject) throws -> TrainingPlan {
    var plan = subject.mainPlan
    plan.hiddenWidths = []
    let effective =
      subject.values.isSet(rate) ? subject.values[rate] : try TrainingSettings.zeroDepthRate(for: subject.dataset)
    plan.learningRate = subject.dataset.learningRate(forEffective: effective)
    plan.initialization = .frameworkDefault
    return plan
  }
}
