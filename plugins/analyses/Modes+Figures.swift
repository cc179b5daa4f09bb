import Gnuplot
import LearningDynamics
import PluginKit

extension Modes {
  func figures(for result: Result, from recordings: [Recording], of subject: AnalysisSubject) throws -> [Figure] {
    [
      try lossAndModes(recordings[0], of: subject),
      Figure.learningDynamics(recordings[0], of: subject.dataset.identifier),
    ]
  }

  /// Two panels over one axis of epochs: the loss; the singular values divided by the largest.
  private func lossAndModes(_ recording: Recording, of subject: AnalysisSubject) throws -> Figure {
    let curves = ModeCurves(recording)
    let largest = curves.largest
    let strengths = try recording.modeStrengths()
    let table = Table(
      byEpoch: "loss-and-modes",
      columns: [("loss", recording.losses)] + curves.columns(dividedBy: largest > 0 ? largest : 1)
        + curves.columns().map { ("value_of_\($0.name)", $0.values) }
        + (0..<recording.modeCount).map { mode in ("strength_\(mode + 1)", strengths.map { $0[mode] }) })
    return Figure(
      name: table.name,
      caption: "Loss, and singular values of the end-to-end map divided by the largest, of \(subject.dataset.identifier)",
      size: Figure.Size(width: 900, height: 720),
      panels: [
        Panel(
          area: Panel.Area(left: 0.09, right: 0.76, bottom: 0.55, top: 0.94), title: "Loss and modes",
          x: .epochs(to: recording.lastEpoch, label: nil), y: .fromZero("loss (mean squared error)", recording.losses),
          layers: [.curve(Curve(table: table.name, y: "loss", style: .loss, title: nil))]),
        Panel(
          area: Panel.Area(left: 0.09, right: 0.76, bottom: 0.1, top: 0.49), x: .epochs(to: recording.lastEpoch),
          y: Axis("singular value / \(largest.significant())", range: Axis.Range(0, 1.05)),
          legend: .at(x: 0.775, y: 0.49), layers: curves.layers(table: table.name)),
      ],
      tables: [table])
  }
}
