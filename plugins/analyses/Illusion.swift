import GSL
import Gnuplot
import LearningDynamics
import PluginKit

/// What the network believes of the probe on its way, against what it is told.
struct Illusion: AnalysisPlugin {
  static let identifier = "illusion"
  static let summary = "The probe's prediction over time: how far, when and how long it goes the wrong way"
  static let tutorialPosition: Int? = 5
  static let requirement = "needs a dataset with a probe"
  static let parameters = [ZeroDepthControl.rate.declaration]

  struct Result: Encodable, Sendable {
    let probe: String
    let course: PredictionCourse
    /// The same data learned without a hidden layer.
    let control: PredictionCourse
  }

  func applies(to subject: AnalysisSubject) -> Bool { subject.dataset.probe != nil }

  func trainings(for subject: AnalysisSubject) throws -> [TrainingPlan] {
    var control = ZeroDepthControl.plan(for: subject)
    // From the framework's own start the control would begin at ±0.3 instead of 0.
    control.initialization = subject.mainPlan.initialization
    return [subject.mainPlan, control]
  }

  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
    let cell = subject.dataset.followedCell
    let target = subject.dataset.targets[cell.item, cell.feature]
    return Result(
      probe: subject.dataset.name(of: cell),
      course: PredictionCourse(predictions: try recordings[0].predictions(of: cell), target: target),
      control: PredictionCourse(predictions: try recordings[1].predictions(of: cell), target: target))
  }

  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let control = "without a hidden layer: \(Self.story(of: result.control))"
    return ["\(result.probe): target \(Self.text(result.course.target)); \(Self.story(of: result.course))", control]
  }

  /// "the wrong way from epoch 115 to 171, worst +0.52 at epoch 125; settled from epoch 193".
  static func story(of course: PredictionCourse) -> String {
    var parts: [String] = []
    if let worst = course.worst {
      let periods = course.wrongWay.map { "from epoch \($0.first) to \($0.last)" }.joined(separator: " and ")
      parts.append("the wrong way \(periods), worst \(worst.value.signed()) at epoch \(worst.epoch)")
    } else {
      parts.append("never the wrong way")
    }
    let turns = course.turningPoints.filter { $0 != course.worst }
    if !turns.isEmpty {
      let points = turns.map { "\($0.value.signed()) at epoch \($0.epoch)" }.joined(separator: ", ")
      parts.append("turning also at \(points)")
    }
    if let settled = course.settled {
      parts.append("settled from epoch \(settled)")
    } else {
      parts.append("not settled, ends at \(course.final.signed())")
    }
    return parts.joined(separator: "; ")
  }

  /// A target with its sign: +1, −1.
  static func text(_ target: Double) -> String {
    target == target.rounded() ? target.signed(decimals: 0) : target.signed()
  }
}
