import GSL
import Gnuplot
import LearningDynamics
import PluginKit

/// When half of the loss is gone.
struct HalfWay: AnalysisPlugin {
  static let identifier = "half-way"
  static let summary = "The epoch at which half of the loss is gone"

  // What was found; it goes into run.json.
  struct Result: Encodable, Sendable {
    let epoch: Int?
  }

  // The first recording is that of the main training; its state t is the network before update t. Its matrices, such as
  // finalEndToEndMap(), are of the type Matrix in GSL.
  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
    let losses = recordings[0].losses
    return Result(epoch: losses.firstIndex { $0 <= losses[0] / 2 })
  }

  // The sentences under the run.
  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    [result.epoch.map { "half of the loss is gone at epoch \($0)" } ?? "half of the loss is still there"]
  }

  // Figures are values: panels of layers, and the tables that the layers draw from.
  func figures(for result: Result, from recordings: [Recording], of subject: AnalysisSubject) throws -> [Figure] {
    let losses = recordings[0].losses
    let table = Table(byEpoch: "half-way", columns: [("loss", losses)])
    let loss = Curve(table: table.name, y: "loss", style: .loss, title: "loss")
    var layers: [Layer] = [.level(losses[0] / 2, .guide, title: "half of it"), .curve(loss)]
    if let epoch = result.epoch {
      let color = Color(0xFBE3D6)
      layers.append(.band(from: Double(epoch) - 0.5, to: Double(epoch) + 0.5, color: color, title: "epoch \(epoch)"))
    }
    let panel = Panel(
      title: "Half of the loss of \(subject.dataset.identifier)", x: .epochs(to: recordings[0].lastEpoch),
      y: .loss(losses), legend: .topRight, layers: layers)
    return [Figure(name: "half-way", caption: "When half of the loss is gone", panels: [panel], tables: [table])]
  }
}
