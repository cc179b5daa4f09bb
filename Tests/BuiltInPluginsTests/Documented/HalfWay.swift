import Gnuplot
import LearningDynamics
import PluginKit

/// When half of the loss is gone.
struct HalfWay: AnalysisPlugin {
  static let identifier = "half-way"
  static let summary = "The epoch at which half of the loss is gone"

  // The first run is the main training; its state t is the network before update t.
  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let losses = runs[0].losses
    let epoch = losses.firstIndex { $0 <= losses[0] / 2 }
    var marks: [Layer] = [.level(losses[0] / 2, .guide, title: "half of it")]
    if let epoch {
      let (from, to) = (Double(epoch) - 0.5, Double(epoch) + 0.5)
      marks.append(.band(from: from, to: to, color: Color(0xFBE3D6), title: "epoch \(epoch)"))
    }
    return Analysis(
      // Goes into run.json.
      result: ["epoch": epoch],
      // Stands under the run.
      summary: [epoch.map { "half of the loss is gone at epoch \($0)" } ?? "half of the loss is still there"],
      // A figure is a value: panels of layers, and the tables that the layers draw from.
      figures: [
        .line(
          Self.identifier, losses, column: "loss", title: "Half of the loss of \(subject.dataset.identifier)",
          y: .loss(losses), style: .loss, caption: "When half of the loss is gone", with: marks)
      ])
  }
}
