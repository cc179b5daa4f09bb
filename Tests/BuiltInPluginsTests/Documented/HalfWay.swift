import Gnuplot
import LearningDynamics
import PluginKit

/// The epoch at which the loss has halved.
struct HalfWay: AnalysisPlugin {
  static let identifier = "half-way"
  static let summary = "The epoch at which the loss has halved"

  // The first run is the main training; its state t is the network before update t.
  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let losses = runs[0].losses
    let epoch = losses.firstIndex { $0 <= losses[0] / 2 }
    var marks: [Layer] = [.level(losses[0] / 2, .guide, title: "half of the initial loss")]
    if let epoch {
      let (from, to) = (Double(epoch) - 0.5, Double(epoch) + 0.5)
      marks.append(.band(from: from, to: to, color: Color(0xFBE3D6), title: "epoch \(epoch)"))
    }
    return Analysis(
      // Written to run.json.
      result: ["epoch": epoch],
      // Printed after the run.
      summary: [epoch.map { "the loss has halved by epoch \($0)" } ?? "the loss has not halved"],
      // A figure has panels with layers, and the tables that the layers are drawn from.
      figures: [
        .line(
          Self.identifier, losses, column: "loss", title: "Halved loss of \(subject.dataset.identifier)",
          y: .loss(losses), style: .loss, caption: "The epoch at which the loss has halved", with: marks)
      ])
  }
}
