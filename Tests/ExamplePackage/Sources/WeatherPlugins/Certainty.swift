import Gnuplot
import LearningDynamics
import PluginKit
import Support

/// How much of the map is learned at each epoch: the sum of the singular values.
struct Certainty: AnalysisPlugin {
  static let identifier = "certainty"
  static let summary = "The sum of the singular values over time"

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) -> Analysis {
    let sums = runs[0].singularValues.map { $0.reduce(0, +) }
    let final = sums.last ?? 0
    return Analysis(
      result: ["final": final], summary: ["in the end the singular values sum to \(final.significant())"],
      figures: [
        .line(Self.identifier, sums, column: "sum", title: "Certainty", y: .fromZero("sum of singular values", sums))
      ])
  }
}
