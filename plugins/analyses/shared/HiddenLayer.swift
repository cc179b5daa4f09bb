import LearningDynamics
import PluginKit

/// The choice of a hidden layer, for analyses that show one.
enum HiddenLayer {
  static let parameter = Parameter("layer", default: 1, in: 1...64, help: "hidden layer shown, counted from the input")

  /// Below this fraction of the distances that items have once they are learned, distances are too small to interpret.
  static let differentiatedShare = 0.05

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
  /// At most so many indices of kept epochs, evenly spread, including the first and the last.
  func keptIndices(atMost most: Int) -> [Int] {
    let count = keptEpochs.count
    guard count > most, most > 1 else { return Array(0..<count) }
    return (0..<most).map { $0 * (count - 1) / (most - 1) }
  }

  /// The kept epochs nearest to the given ones, ascending, each once.
  func kept(nearest epochs: some Sequence<Int>) -> [Int] {
    Set(epochs.map { keptEpochs[keptIndex(nearest: $0)] }).sorted()
  }
}

/// The network without a hidden layer that others are compared with.
enum ShallowControl {
  static let rate = Parameter(
    "shallow-rate", default: TrainingSettings.Default.shallowRate, in: 0...1, excludingLowerBound: true,
    help:
      "effective learning rate 2η/(PN) of the network without a hidden layer; by default at most half the stable one")

  /// A plan like the main one, without a hidden layer and with the framework's default initial weights, by plain gradient
  /// descent.
  static func plan(for subject: AnalysisSubject) throws -> TrainingPlan {
    var plan = subject.mainPlan
    plan.hiddenWidths = []
    plan.variant = .tutorial
    let effective =
      subject.values.isSet(rate) ? subject.values[rate] : try TrainingSettings.shallowRate(for: subject.dataset)
    plan = plan.with(learningRate: subject.dataset.learningRate(forEffective: effective))
    plan.initialization = .frameworkDefault
    return plan
  }
}
