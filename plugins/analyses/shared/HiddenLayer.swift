import LearningDynamics
import PluginKit

/// The choice of a hidden layer, for analyses that look at one.
enum HiddenLayer {
  static let parameter = Parameter("layer", default: 1, in: 1...64, help: "hidden layer shown, counted from the input")

  /// Refuses a layer that the main network does not have.
  static func check(_ subject: AnalysisSubject) throws {
    let (layer, count) = (subject.values[parameter], subject.mainPlan.hiddenWidths.count)
    guard layer <= count else {
      throw SettingsError.refused(
        name: parameter.declaration.name, text: String(layer),
        allowed: count == 1 ? "1, because the network has one hidden layer" : "a hidden layer from 1 to \(count)")
    }
  }
}

extension Recording {
  /// At most so many indices of kept epochs, evenly spread, the first and the last among them.
  func keptIndices(atMost most: Int) -> [Int] {
    let count = keptEpochs.count
    guard count > most, most > 1 else { return Array(0..<count) }
    return (0..<most).map { $0 * (count - 1) / (most - 1) }
  }

  /// The kept epochs nearest to some, ascending, each once.
  func kept(nearest epochs: some Sequence<Int>) -> [Int] {
    Set(epochs.map { keptEpochs[keptIndex(nearest: $0)] }).sorted()
  }
}

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
