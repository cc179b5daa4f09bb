import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Support

/// What the network believes of the probe on its way, against what it is told.
struct Illusion: AnalysisPlugin {
  static let identifier = "illusion"
  static let summary = "The probe's prediction over time: how far, when and how long it goes the wrong way"
  static let tutorialPosition: Int? = 5
  static let leadPosition: Int? = 1
  static let requirement = "needs a dataset with a probe (one prediction to follow)"
  static let parameters = [ZeroDepthControl.rate.declaration]

  struct Result: Encodable, Sendable {
    let probe: String
    let course: PredictionCourse
    /// The same data learned without a hidden layer.
    let control: PredictionCourse
    /// ε of that control, which has a rate of its own.
    let controlRate: Double
    /// Where the prediction rests after each stage, as far as stages are well apart.
    let ladder: [Step]
    /// The largest absolute difference between theory and simulation; nil where no theory is drawn.
    let largestTheoryError: Double?
    /// Why none is.
    let theoryLimit: String?
  }

  /// A step of the ladder.
  struct Step: Encodable, Sendable {
    let stage: LearningStage
    let prediction: Double
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
    let target = subject.dataset.target(of: cell)
    let predictions = try recordings[0].followedPredictions()
    let theory = try TheoryOverlay(recordings[0], of: subject)
    let (stages, ladder) = try hasLadder(recordings[0], theory) ? recordings[0].ladder(of: subject.dataset) : ([], nil)
    return Result(
      probe: subject.dataset.name(of: cell),
      course: PredictionCourse(
        predictions: predictions, target: target, divergedAtEpoch: recordings[0].divergedAtEpoch),
      control: PredictionCourse(
        predictions: try recordings[1].followedPredictions(), target: target,
        divergedAtEpoch: recordings[1].divergedAtEpoch),
      controlRate: subject.dataset.effectiveLearningRate(for: recordings[1].plan.learningRate),
      ladder: zip(stages, ladder?.steps ?? []).map { Step(stage: $0, prediction: $1) },
      largestTheoryError: theory.course.map { course in
        zip(course.predictions, predictions).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
      }, theoryLimit: theory.note)
  }

  /// Whether predictions rest on a ladder: where theory says so, and the hidden layer holds all modes.
  private func hasLadder(_ recording: Recording, _ theory: TheoryOverlay) throws -> Bool {
    guard let course = theory.course, let narrowest = recording.plan.hiddenWidths.min() else { return false }
    return ModeThreshold.rank(of: course.targets) <= narrowest
  }

  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let lines = ["\(result.probe): target \(result.course.target.targetText); \(result.course.briefStory)"]
    return lines + [result.theoryLimit].compactMap(\.self) + ["without a hidden layer: \(result.control.briefStory)"]
  }

  func details(of result: Result, of subject: AnalysisSubject) -> [String] {
    var lines = ["the whole course: \(result.course.story)"]
    if result.ladder.count > 1 {
      let scale = subject.dataset.scale(ofFeature: subject.dataset.followedCell.feature)
      let steps = result.ladder.map { scale.text($0.prediction) }
      lines.append("by theory it rests at \(steps.joined(separator: ", ")), stage by stage")
    }
    if let error = result.largestTheoryError {
      lines.append("theory differs from the simulation by at most \(error.significant(2))")
    }
    let rate = result.controlRate.significant()
    return lines + ["without a hidden layer (at ε = \(rate)): \(result.control.story)"]
  }
}
