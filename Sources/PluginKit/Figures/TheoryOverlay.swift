public import Gnuplot
public import LearningDynamics

/// Theory for drawing over what was simulated: columns for tables, dashed black curves, and a note where it does not hold.
///
/// Where theory is switched off it adds nothing.
public struct TheoryOverlay {
  /// The predicted course, where one is to be drawn.
  public let course: PredictedCourse?
  /// A line for the figure that says why no theory is drawn; nil where it is, and where it is switched off.
  public let note: String?

  /// The overlay for a run.
  ///
  /// - Throws: `GSLError` if a decomposition fails, `CancellationError`.
  public init(_ run: AnalyzedRun, of subject: AnalysisSubject) throws {
    let theory = subject.showsTheory ? try run.theory : nil
    course = theory?.course
    note = theory?.limit.map { "No theory is drawn: \($0)." }
  }

  /// The largest absolute difference between theory and what was simulated; nil where there is no theory.
  public func largestError(of simulated: [Double], _ predicted: (PredictedCourse) -> [Double]) -> Double? {
    course.map { course in zip(predicted(course), simulated).reduce(0) { max($0, ($1.0 - $1.1).magnitude) } }
  }

  /// A column of theory; none where there is nothing to draw.
  public func column(_ name: String, _ values: (PredictedCourse) -> [Double]) -> [(name: String, values: [Double])] {
    course.map { [(name, values($0))] } ?? []
  }

  /// A curve of theory, with its name in the legend.
  public func layer(table: String, y: String, onSecondAxis: Bool = false, isNamed: Bool = true) -> [Layer] {
    course.map { course in
      [
        .curve(
          Curve(
            table: table, y: y, onSecondAxis: onSecondAxis, style: .theory,
            title: isNamed ? "theory: \(course.name)" : nil))
      ]
    } ?? []
  }
}

extension LineStyle {
  /// Theory over a simulation: dashed black, thin enough to leave the simulation's colour seen.
  public static let theory = LineStyle(.black, width: 1.5, dash: .dashed)
}
