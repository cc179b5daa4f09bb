import Gnuplot
import LearningDynamics
import PluginKit

/// The learning curve.
struct Loss: AnalysisPlugin {
  static let identifier = "loss"
  static let summary = "The learning curve: mean squared error over time"
  static let tutorialPosition: Int? = 2

  struct Result: Encodable, Sendable {
    let first: Double
    let final: Double
    let smallest: Double
    let divergedAtEpoch: Int?
  }

  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
    let losses = recordings[0].losses
    return Result(
      first: losses[0], final: losses[losses.count - 1], smallest: losses.reduce(losses[0], min),
      divergedAtEpoch: recordings[0].divergedAtEpoch)
  }

  func figures(for result: Result, from recordings: [Recording], of subject: AnalysisSubject) throws -> [Figure] {
    [
      Figure(
        name: "loss", caption: "The loss of \(subject.dataset.identifier) over time",
        panels: [
          Panel(
            area: Panel.Area(in: Figure.standardSize), title: "Learning curve", x: .epochs(to: recordings[0].lastEpoch),
            y: .loss(recordings[0].losses),
            layers: [.curve(Curve(table: "loss", y: "loss", style: .loss, title: nil))])
        ],
        tables: [Table(byEpoch: "loss", columns: [("loss", recordings[0].losses)])])
    ]
  }

  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let range = "from \(result.first.significant()) to \(result.final.significant())"
    if let epoch = result.divergedAtEpoch { return ["\(range), then diverged at epoch \(epoch.grouped)"] }
    return ["\(range) in \(subject.mainPlan.epochs.grouped) epochs"]
  }
}
