import Gnuplot
import LearningDynamics
import PluginKit

struct HalfWay: AnalysisPlugin {
  static let identifier = "half-way"
  static let summary = "The epoch at which half of the loss is gone"

  struct Result: Encodable, Sendable {
    let epoch: Int?
  }

  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
    let losses = recordings[0].losses
    return Result(epoch: losses.firstIndex { $0 <= losses[0] / 2 })
  }

  func figures(for result: Result, from recordings: [Recording], of subject: AnalysisSubject) throws -> [Figure] {
    let table = Table(byEpoch: "half-way", columns: [("loss", recordings[0].losses)])
    return [
      Figure(
        name: "half-way", caption: "The loss, and its half",
        panels: [
          Panel(
            area: Panel.Area(in: Figure.standardSize), title: "Half of the way",
            x: .epochs(to: recordings[0].lastEpoch), y: .loss(recordings[0].losses),
            layers: [
              .level(recordings[0].losses[0] / 2, .guide, title: nil),
              .curve(Curve(table: table.name, y: "loss", style: .loss, title: nil)),
            ])
        ],
        tables: [table])
    ]
  }

  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    [result.epoch.map { "half of the loss is gone at epoch \($0)" } ?? "half of the loss is still there"]
  }
}
