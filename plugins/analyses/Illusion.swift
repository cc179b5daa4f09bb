import GSL
import Gnuplot
import LearningDynamics
import PluginKit

/// What the network believes of the probe on its way, against what it is told.
struct Illusion: AnalysisPlugin {
  static let identifier = "illusion"
  static let summary = "The probe's prediction over time: how far, when and how long it goes the wrong way"
  static let tutorialPosition: Int? = 5
  static let requirement = "needs a dataset with a probe (one prediction to follow)"
  static let parameters = [ZeroDepthControl.rate.declaration]

  struct Result: Encodable, Sendable {
    let probe: String
    let course: PredictionCourse
    /// The same data learned without a hidden layer.
    let control: PredictionCourse
    /// ε of that control, which has a rate of its own.
    let controlRate: Double
  }

  func applies(to subject: AnalysisSubject) -> Bool { subject.dataset.probe != nil }

  func trainings(for subject: AnalysisSubject) throws -> [TrainingPlan] {
    var control = try ZeroDepthControl.plan(for: subject)
    // From the framework's own start the control would begin at ±0.3 instead of 0.
    control.initialization = subject.mainPlan.initialization
    return [subject.mainPlan, control]
  }

  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
    let cell = subject.dataset.followedCell
    let target = subject.dataset.targets[cell.item, cell.feature]
    return Result(
      probe: subject.dataset.name(of: cell),
      course: PredictionCourse(predictions: try recordings[0].followedPredictions(), target: target),
      control: PredictionCourse(predictions: try recordings[1].followedPredictions(), target: target),
      controlRate: subject.dataset.effectiveLearningRate(for: recordings[1].plan.learningRate))
  }

  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let rate = result.controlRate.significant()
    let control = "without a hidden layer (at ε = \(rate)): \(Self.story(of: result.control))"
    return ["\(result.probe): target \(Self.text(result.course.target)); \(Self.story(of: result.course))", control]
  }

  /// "the wrong way from epoch 115 to 171, worst +0.52 at epoch 125; settled from epoch 193".
  static func story(of course: PredictionCourse) -> String {
    var parts: [String] = []
    if let worst = course.worst {
      let periods = list(
        course.wrongWay.map { period in
          let end = period.last == course.lastEpoch ? "the end" : "\(period.last)"
          return "from epoch \(period.first) to \(end)"
        })
      parts.append("the wrong way \(periods), worst \(worst.value.signed()) at epoch \(worst.epoch)")
    } else {
      parts.append("never the wrong way")
    }
    let turns = course.turningPoints.filter { $0 != course.worst }
    if !turns.isEmpty {
      parts.append("turning also at \(list(turns.map { "\($0.value.signed()) at epoch \($0.epoch)" }))")
    }
    if let settled = course.settled {
      parts.append("settled from epoch \(settled)")
    } else {
      let hasMoved = course.final.magnitude > PredictionCourse.wrongWayThreshold
      parts.append(hasMoved ? "not settled, ends at \(course.final.signed())" : "nothing learned of it yet")
    }
    return parts.joined(separator: "; ")
  }

  /// At most three of some phrases; a prediction that bounces has hundreds.
  private static func list(_ phrases: [String]) -> String {
    let shown = phrases.prefix(3).joined(separator: ", ")
    return phrases.count > 3 ? "\(shown) and \(phrases.count - 3) times more" : shown
  }

  /// A target with its sign: +1, −1.
  static func text(_ target: Double) -> String {
    target == 0 ? "0" : target == target.rounded() ? target.signed(decimals: 0) : target.signed()
  }
}
