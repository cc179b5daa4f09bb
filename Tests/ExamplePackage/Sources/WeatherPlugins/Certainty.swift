import Gnuplot
import LearningDynamics
import PluginKit
import Support

/// How much of the map is learned at each epoch: the sum of the singular values.
struct Certainty: AnalysisPlugin {
  static let identifier = "certainty"
  static let summary = "The sum of the singular values over time"

  struct Result: Encodable, Sendable {
    let final: Double
  }

  private func sums(_ recording: Recording) -> [Double] {
    (0...recording.lastEpoch).map { epoch in recording.singularValues[epoch].reduce(0, +) }
  }

  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) -> Result {
    Result(final: sums(recordings[0]).last ?? 0)
  }

  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    ["in the end the singular values sum to \(result.final.significant())"]
  }

  func figures(for result: Result, from recordings: [Recording], of subject: AnalysisSubject) -> [Figure] {
    let values = sums(recordings[0])
    let table = Table(byEpoch: Self.identifier, columns: [("sum", values)])
    let curve = Layer.curve(Curve(table: table.name, y: "sum", style: .mode(0), title: nil))
    let panel = Panel(
      title: "Certainty", x: .epochs(to: recordings[0].lastEpoch), y: .fromZero("sum of singular values", values),
      layers: [curve])
    return [Figure(name: Self.identifier, caption: "The sum of the singular values", panels: [panel], tables: [table])]
  }
}
